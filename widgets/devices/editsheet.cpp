// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/editsheet.h"

#include "devices/devicecolumns.h"
#include "devices/typeicon.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "network/compose.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace devices {

namespace {
namespace tokens = kit::tokens;
constexpr int sheetWidth = 460;
constexpr int longestWord = 256;
constexpr int longestTags = 4096;
constexpr const char *initially = "belfryInitially";

const QStringList &knownTypes()
{
    static const QStringList all =
        QStringLiteral("router switch access_point firewall server workstation laptop phone tablet printer "
                       "camera nas iot media voip hypervisor ups pdu vm container")
            .split(QLatin1Char(' '));
    return all;
}

QString tagsOf(const network::Entry &device) { return device.tags.join(QStringLiteral(", ")); }

QStringList tagsIn(const QString &text)
{
    QStringList tags;
    const QStringList parts = text.split(QLatin1Char(','));
    for (const QString &part : parts) {
        if (QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag))
            tags << tag;
    }
    return tags;
}
} // namespace

EditSheet::EditSheet(const client::Devices &all, const QStringList &ids,
                     const QHash<QString, QString> &departments, QWidget *parent)
    : QDialog(parent), m_all(all), m_error(new kit::Banner(kit::Status::High, QString()))
{
    for (const QString &id : ids) {
        if (const network::Entry *device = all.find(id))
            m_devices << *device;
    }
    const QString title = m_devices.size() == 1 ? tr("Edit %1").arg(network::nameOf(m_devices.first()))
                                                : tr("Edit %n devices", nullptr, int(m_devices.size()));
    setWindowTitle(title);
    setMinimumWidth(sheetWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(new kit::Label(title, kit::TextRole::PageTitle));
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    auto *form = new QFormLayout;
    form->setSpacing(tokens::FormGap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildChoices(*form, departments);
    buildLines(*form);
    column->addLayout(form);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    auto *save = new kit::PrimaryButton(tr("&Save"));
    save->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &EditSheet::accept);
}

void EditSheet::buildChoices(QFormLayout &form, const QHash<QString, QString> &departments)
{
    if (m_devices.size() == 1)
        m_name = addLine(form, tr("&Name"), longestWord, [](const auto &device) { return device.name; });
    QList<std::pair<QString, QString>> types{{tr("As the evidence says"), QString()}};
    for (const QString &type : knownTypes())
        types << std::pair(network::typeTitle(type), type);
    m_type = addChoice(form, tr("&Type"), types, [](const network::Entry &device) {
        return device.isTypeSet ? device.deviceType : QString();
    });
    for (int place = 0; place < m_type->count(); ++place) {
        if (const QString type = m_type->itemData(place).toString(); !type.isEmpty())
            m_type->setItemIcon(place, typeIcon(type));
    }
    QList<std::pair<QString, QString>> names{{tr("By its network"), QString()}};
    for (auto one = departments.begin(); one != departments.end(); ++one)
        names << std::pair(network::plainLine(one.value()), one.key());
    std::sort(names.begin() + 1, names.end());
    m_department = addChoice(form, tr("&Department"), names,
                             [](const network::Entry &device) { return device.departmentId; });
    QList<std::pair<QString, QString>> ranks;
    for (int rank = 1; rank <= 5; ++rank)
        ranks << std::pair(criticalityTitle(rank), QString::number(rank));
    m_criticality = addChoice(form, tr("&Criticality"), ranks, [](const network::Entry &device) {
        return QString::number(device.criticality);
    });
    m_expected =
        addChoice(form, tr("&When it is away"),
                  {{tr("It is missed: say that it is down"), QStringLiteral("1")},
                   {tr("That is fine: say that it is away"), QStringLiteral("0")}},
                  [](const network::Entry &device) { return QString::number(int(device.isExpectedUp)); });
}

void EditSheet::buildLines(QFormLayout &form)
{
    m_owner = addLine(form, tr("&Owner"), longestWord, [](const auto &device) { return device.owner; });
    m_tags = addLine(form, tr("Ta&gs"), longestTags, tagsOf);
    if (m_tags->placeholderText().isEmpty())
        m_tags->setPlaceholderText(tr("Words between commas"));
    m_parent = addLine(form, tr("Joined &by"), longestWord, [this](const network::Entry &device) {
        const network::Entry *joint = m_all.find(device.parentId);
        return joint ? network::nameOf(*joint) : QString();
    });
    if (m_parent->placeholderText().isEmpty())
        m_parent->setPlaceholderText(tr("As the links say; or the name or address of a switch"));
}

QLineEdit *EditSheet::addLine(QFormLayout &form, const QString &label, int longest,
                              const std::function<QString(const network::Entry &)> &valueOf)
{
    auto *line = new QLineEdit;
    line->setMaxLength(longest);
    const QString first = m_devices.isEmpty() ? QString() : valueOf(m_devices.first());
    const bool isSame = std::all_of(m_devices.begin(), m_devices.end(),
                                    [&](const network::Entry &device) { return valueOf(device) == first; });
    if (isSame)
        line->setText(first);
    else
        line->setPlaceholderText(tr("They differ; what is written here is for all"));
    line->setProperty(initially, line->text());
    form.addRow(label, line);
    return line;
}

QComboBox *EditSheet::addChoice(QFormLayout &form, const QString &label,
                                const QList<std::pair<QString, QString>> &all,
                                const std::function<QString(const network::Entry &)> &valueOf)
{
    auto *choice = new QComboBox;
    for (const auto &[text, value] : all)
        choice->addItem(text, value);
    const QString first = m_devices.isEmpty() ? QString() : valueOf(m_devices.first());
    const bool isSame = std::all_of(m_devices.begin(), m_devices.end(),
                                    [&](const network::Entry &device) { return valueOf(device) == first; });
    int place = isSame ? choice->findData(first) : -1;
    if (place < 0) {
        choice->insertItem(0, isSame ? network::plainLine(first) : tr("They differ; leave them"), first);
        place = 0;
    }
    choice->setCurrentIndex(place);
    choice->setProperty(initially, place);
    form.addRow(label, choice);
    return choice;
}

std::optional<QString> EditSheet::changed(const QLineEdit *line) const
{
    if (!line || line->text() == line->property(initially).toString())
        return {};
    return line->text().trimmed();
}

std::optional<QString> EditSheet::changed(const QComboBox *choice) const
{
    if (choice->currentIndex() == choice->property(initially).toInt())
        return {};
    return choice->currentData().toString();
}

std::optional<QString> EditSheet::parentId(const QString &text) const
{
    if (text.isEmpty())
        return QString();
    for (const network::Entry &device : m_all.all()) {
        if (network::nameOf(device).compare(text, Qt::CaseInsensitive) == 0 || device.id == text ||
            device.addresses.contains(text))
            return device.id;
    }
    return {};
}

bool EditSheet::readParent()
{
    const std::optional<QString> text = changed(m_parent);
    if (!text)
        return true;
    m_change.parentId = parentId(*text);
    const bool isItself = std::any_of(m_devices.begin(), m_devices.end(), [this](const auto &device) {
        return m_change.parentId && device.id == *m_change.parentId;
    });
    if (m_change.parentId && !isItself)
        return true;
    m_error->setText(isItself ? tr("A device cannot be joined by itself.")
                              : tr("No device has the name or the address %1. "
                                   "Write it as the list of devices "
                                   "has it, or leave the field empty.")
                                    .arg(*text));
    m_error->show();
    m_parent->setFocus();
    return false;
}

void EditSheet::accept()
{
    m_change = {};
    if (!readParent())
        return;
    m_change.displayName = changed(m_name);
    m_change.deviceType = changed(m_type);
    m_change.department = changed(m_department);
    m_change.owner = changed(m_owner);
    if (const auto tags = changed(m_tags))
        m_change.tags = tagsIn(*tags);
    if (const auto rank = changed(m_criticality))
        m_change.criticality = rank->toInt();
    if (const auto expected = changed(m_expected))
        m_change.isExpectedUp = *expected == QLatin1String("1");
    QDialog::accept();
}

bool EditSheet::isChanged() const { return core::toJson(m_change) != core::toJson(network::SetDevices()); }

} // namespace devices
