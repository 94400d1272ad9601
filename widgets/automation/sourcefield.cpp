// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/sourcefield.h"

#include "automation/labeltext.h"
#include "kit/segmented.h"
#include "kit/tokens.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace automation {

namespace {
constexpr int listHeight = 104;
constexpr int longestLabels = 2048;
enum Part { Everybody, Named, Labelled };
} // namespace

SourceField::SourceField(const client::Devices &devices, QWidget *parent)
    : QWidget(parent), m_devices(devices),
      m_part(new kit::Segmented({tr("Everything"), tr("Named"), tr("By label")})),
      m_stack(new QStackedWidget), m_filter(new QLineEdit), m_list(new QListWidget), m_labels(new QLineEdit)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kit::tokens::Space1);
    m_part->setAccessibleName(tr("Of what"));
    column->addWidget(m_part, 0, Qt::AlignLeading);
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(m_stack);
    m_stack->addWidget(new QWidget);
    buildNamed();
    m_labels->setMaxLength(longestLabels);
    m_labels->setAccessibleName(tr("Labels they carry"));
    m_labels->setPlaceholderText(tr("as department=sales, site=north*"));
    m_stack->addWidget(m_labels);
    setFocusProxy(m_part);
    connect(m_labels, &QLineEdit::textChanged, this, &SourceField::changed);
    connect(m_part, &kit::Segmented::chosen, this, [this](int part) {
        turn(part);
        Q_EMIT changed();
    });
    turn(Everybody);
}

void SourceField::buildNamed()
{
    auto *named = new QWidget;
    auto *column = new QVBoxLayout(named);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kit::tokens::Space1);
    m_filter->setPlaceholderText(tr("Filter: name or address"));
    m_filter->setAccessibleName(tr("Filter the devices"));
    m_filter->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Devices"));
    m_list->setFixedHeight(listHeight);
    m_list->setTabKeyNavigation(false);
    column->addWidget(m_filter);
    column->addWidget(m_list);
    m_stack->addWidget(named);
    connect(m_filter, &QLineEdit::textChanged, this, &SourceField::filter);
    connect(m_list, &QListWidget::itemChanged, this, &SourceField::changed);
}

/// Those that are ticked stand first; one that is gone is told by its number.
void SourceField::fill(const QStringList &ticked)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto add = [this](const QString &id, const QString &text, bool isTicked) {
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
    };
    const auto titleOf = [this](const QString &id) {
        if (id == QLatin1String("host"))
            return tr("This machine");
        const network::Entry *device = m_devices.find(id);
        if (device == nullptr)
            return id;
        const QString address = device->addresses.value(0);
        return address.isEmpty() || address == device->name
                   ? device->name
                   : QStringLiteral("%1 (%2)").arg(device->name, address);
    };
    for (const QString &id : ticked)
        add(id, titleOf(id), true);
    QList<std::pair<QString, QString>> others;
    for (const network::Entry &device : m_devices.all()) {
        if (!ticked.contains(device.id))
            others.emplaceBack(titleOf(device.id), device.id);
    }
    std::sort(others.begin(), others.end(), [](const auto &one, const auto &other) {
        return one.first.localeAwareCompare(other.first) < 0;
    });
    const QString host = QStringLiteral("host");
    if (!ticked.contains(host))
        add(host, titleOf(host), false);
    for (const auto &[title, id] : std::as_const(others))
        add(id, title, false);
}

void SourceField::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive) &&
                        item->checkState() != Qt::Checked);
    }
}

void SourceField::turn(int part)
{
    m_part->setCurrent(part);
    m_stack->setCurrentIndex(part);
    m_stack->setVisible(part != Everybody);
    // The others take no room: a sheet is no taller than it needs to be.
    for (int place = 0; place < m_stack->count(); ++place)
        m_stack->widget(place)->setSizePolicy(QSizePolicy::Expanding,
                                              place == part ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_stack->adjustSize();
}

void SourceField::setSource(const RuleSource &source)
{
    m_before = source;
    fill(source.devices);
    m_filter->clear();
    m_labels->setText(labelText(source.labels));
    turn(!source.devices.isEmpty() ? Named : source.labels.isEmpty() ? Everybody : Labelled);
}

RuleSource SourceField::source() const
{
    RuleSource out;
    if (m_part->current() == Named) {
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->checkState() == Qt::Checked)
                out.devices << m_list->item(row)->data(Qt::UserRole).toString();
        }
        out.labels = m_before.devices.isEmpty() ? QMap<QString, QString>() : m_before.labels;
    } else if (m_part->current() == Labelled) {
        out.labels = labelsIn(m_labels->text()).value_or(QMap<QString, QString>());
    }
    return out;
}

QString SourceField::whyNot() const
{
    if (m_part->current() == Named && source().devices.isEmpty())
        return tr("Tick the devices it is about, or choose everything.");
    if (m_part->current() == Labelled && (!labelsIn(m_labels->text()) || source().labels.isEmpty()))
        return tr("Write labels as department=sales, site=north.");
    return {};
}

} // namespace automation
