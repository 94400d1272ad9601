// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/scandialog.h"

#include "client/ask.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/format.h"
#include "kit/grow.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/tokens.h"
#include "scans/scanpreview.h"
#include "scans/targetfield.h"
#include "scans/words.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace scans {

namespace {
namespace tokens = kit::tokens;
using network::Intensity;
using network::ScanType;
constexpr int dialogWidth = 600;
constexpr int longestPorts = 1024;
constexpr int longestTimeout = 86400;
constexpr int longestRepeat = 64;
constexpr int longestScheduleName = 128;
constexpr auto typingTime = std::chrono::milliseconds(250);
constexpr std::array types{ScanType::Discovery, ScanType::Ports, ScanType::Targeted, ScanType::Full};
constexpr std::array intensities{Intensity::Light, Intensity::Normal, Intensity::Aggressive};

QStringList typeTitles()
{
    QStringList titles;
    for (const ScanType type : types)
        titles << words::typeTitle(type);
    return titles;
}

QStringList intensityTitles()
{
    QStringList titles;
    for (const Intensity intensity : intensities)
        titles << words::intensityTitle(intensity);
    return titles;
}
} // namespace

ScanDialog::ScanDialog(client::Scans &scans, core::Clock &clock, QWidget *parent)
    : QDialog(parent), m_scans(scans), m_clock(clock), m_form(new QFormLayout),
      m_error(new kit::Banner(kit::Status::High, QString())), m_type(new kit::Segmented(typeTitles())),
      m_target(new TargetField(scans.mirror().link())), m_ports(new QLineEdit),
      m_intensity(new kit::Segmented(intensityTitles())), m_timeout(new QSpinBox),
      m_parallel(new QCheckBox(tr("S&everal devices at once"))),
      m_systems(new QCheckBox(tr("&Guess operating systems"))), m_repeat(new QLineEdit),
      m_name(new QLineEdit), m_preview(new ScanPreview), m_start(new kit::PrimaryButton(tr("&Start scan")))
{
    setWindowTitle(tr("New scan"));
    setMinimumWidth(dialogWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(new kit::Label(tr("New scan"), kit::TextRole::PageTitle));
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(tokens::FormGap);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(m_form);
    buildFields();
    column->addWidget(m_preview);
    column->addStretch(1);
    buildButtons();
    setWish({});
}

kit::Label *ScanDialog::addHint()
{
    auto *hint = new kit::Label({}, kit::TextRole::Hint);
    m_form->addRow(QString(), hint);
    return hint;
}

void ScanDialog::buildFields()
{
    m_type->setAccessibleName(tr("What"));
    m_form->addRow(tr("W&hat:"), m_type);
    m_typeHint = addHint();
    m_form->addRow(tr("&Where:"), m_target);
    m_ports->setMaxLength(longestPorts);
    m_ports->setAccessibleName(tr("Ports"));
    m_ports->setPlaceholderText(tr("the usual ones; or as 22,80,8000-8100"));
    m_form->addRow(tr("&Ports:"), m_ports);
    m_intensity->setAccessibleName(tr("Intensity"));
    m_form->addRow(tr("&Intensity:"), m_intensity);
    m_intensityHint = addHint();
    m_timeout->setRange(1, longestTimeout);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setAccessibleName(tr("Time it is given, in seconds"));
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space4);
    row->addWidget(m_timeout);
    row->addWidget(m_parallel);
    row->addWidget(m_systems);
    row->addStretch(1);
    auto *time = new QLabel(tr("&Time:"));
    time->setBuddy(m_timeout);
    m_form->addRow(time, row);
    buildRepeat();
    connect(m_type, &kit::Segmented::chosen, this, &ScanDialog::change);
    connect(m_intensity, &kit::Segmented::chosen, this, &ScanDialog::change);
    connect(m_target, &TargetField::changed, this, &ScanDialog::change);
    connect(m_target, &TargetField::networksWanted, this, [this] {
        reject();
        Q_EMIT networksWanted();
    });
    connect(m_ports, &QLineEdit::textChanged, this, &ScanDialog::change);
    connect(m_timeout, &QSpinBox::valueChanged, this, &ScanDialog::change);
    connect(m_parallel, &QCheckBox::toggled, this, &ScanDialog::change);
    connect(m_systems, &QCheckBox::toggled, this, &ScanDialog::change);
}

void ScanDialog::buildRepeat()
{
    m_repeat->setMaxLength(longestRepeat);
    m_repeat->setAccessibleName(tr("Repeat"));
    m_repeat->setPlaceholderText(tr("once; or as daily 02:00, every 6 h"));
    m_repeat->setToolTip(tr("daily 02:00, every 6 h, every 30 min, mon,thu 02:00 or monthly 1 02:00; empty: "
                            "once, now"));
    m_name->setMaxLength(longestScheduleName);
    m_name->setAccessibleName(tr("Name of the schedule"));
    m_name->setPlaceholderText(tr("its name, such as Every night"));
    auto *repeat = new QLabel(tr("&Repeat:"));
    repeat->setBuddy(m_repeat);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    row->addWidget(m_repeat, 1);
    row->addWidget(m_name, 1);
    m_form->addRow(repeat, row);
    connect(m_repeat, &QLineEdit::textChanged, this, &ScanDialog::change);
    connect(m_name, &QLineEdit::textChanged, this, &ScanDialog::refreshStart);
}

void ScanDialog::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    auto *care =
        new kit::Label(tr("Scan only networks that you are allowed to scan."), kit::TextRole::Secondary);
    row->addWidget(care, 1);
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    m_start->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_start);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &ScanDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &ScanDialog::start);
}

void ScanDialog::setWish(const network::StartScan &wish)
{
    m_type->setCurrent(int(std::find(types.begin(), types.end(), wish.scanType) - types.begin()));
    m_intensity->setCurrent(int(wish.options.scanIntensity));
    m_target->setText(wish.target);
    m_ports->setText(wish.options.ports);
    m_timeout->setValue(int(wish.options.timeout));
    m_parallel->setChecked(wish.options.parallel);
    m_systems->setChecked(wish.options.includeOs);
    change();
}

network::StartScan ScanDialog::wish() const
{
    network::StartScan wish;
    wish.scanType = types[size_t(m_type->current())];
    wish.target = m_target->text();
    wish.options.timeout = m_timeout->value();
    wish.options.parallel = m_parallel->isChecked();
    wish.options.scanIntensity = intensities[size_t(m_intensity->current())];
    const bool looksAtPorts = wish.scanType != ScanType::Discovery;
    wish.options.ports = looksAtPorts ? m_ports->text().trimmed() : QString();
    wish.options.includeOs = looksAtPorts && m_systems->isChecked();
    return wish;
}

void ScanDialog::setSchedule(const network::Schedule &schedule)
{
    m_before = schedule;
    m_repeat->setText(schedule.when);
    m_name->setText(schedule.displayName);
    setWish({schedule.scanType, schedule.target, schedule.options});
}

network::Schedule ScanDialog::schedule() const
{
    const network::StartScan wished = wish();
    network::Schedule schedule = m_before;
    schedule.displayName = m_name->text().simplified();
    schedule.when = m_repeat->text().simplified();
    schedule.scanType = wished.scanType;
    schedule.target = wished.target;
    schedule.options = wished.options;
    return schedule;
}

bool ScanDialog::isRepeated() const { return !m_repeat->text().trimmed().isEmpty(); }

void ScanDialog::change()
{
    describe();
    m_error->hide();
    m_preview->wait();
    ++m_round;
    m_wait = m_clock.after(typingTime, [this] { ask(); });
    refreshStart();
}

void ScanDialog::describe()
{
    const ScanType type = types[size_t(m_type->current())];
    m_typeHint->setText(words::typeSentence(type));
    m_intensityHint->setText(words::intensitySentence(intensities[size_t(m_intensity->current())]));
    const bool looksAtPorts = type != ScanType::Discovery;
    m_ports->setEnabled(looksAtPorts);
    m_ports->setToolTip(looksAtPorts ? QString() : tr("A discovery looks at no ports"));
    // A targeted and a full scan do it anyway.
    m_systems->setEnabled(type == ScanType::Ports);
    m_name->setEnabled(isRepeated());
    m_start->setText(isRepeated() ? tr("&Save schedule") : tr("&Start scan"));
}

void ScanDialog::ask()
{
    const network::StartScan wished = wish();
    client::ask(m_scans.mirror().link(), network::PreviewScan{wished.scanType, wished.target, wished.options},
                this, [this, round = m_round](const core::Result<network::PreviewScan::Reply> &reply) {
                    if (round != m_round)
                        return;
                    m_preview->show(reply);
                    refreshStart();
                    kit::growToFit(*this);
                });
}

void ScanDialog::refreshStart()
{
    QString whyNot = m_scans.whyNotStart();
    if (whyNot.isEmpty())
        whyNot = m_preview->whyNot();
    if (whyNot.isEmpty() && isRepeated() && m_name->text().trimmed().isEmpty())
        whyNot = tr("Give the schedule a name.");
    m_start->setEnabled(whyNot.isEmpty() && !m_isStarting);
    m_start->setToolTip(kit::format::tooltip(whyNot));
    m_start->setAccessibleDescription(whyNot);
}

template <class T>
void ScanDialog::send(const T &command, std::function<void(const typename T::Reply &)> done)
{
    m_isStarting = true;
    refreshStart();
    client::ask(m_scans.mirror().link(), command, this,
                [this, done = std::move(done)](const core::Result<typename T::Reply> &reply) {
                    m_isStarting = false;
                    refreshStart();
                    if (reply)
                        return done(*reply);
                    m_error->setText(reply.error().message);
                    m_error->show();
                    kit::growToFit(*this);
                });
}

void ScanDialog::start()
{
    if (isRepeated()) {
        send(network::SetSchedule{schedule()}, [this](const network::Schedule &) {
            accept();
            Q_EMIT scheduled();
        });
        return;
    }
    send(wish(), [this](const network::StartScan::Reply &reply) {
        m_scans.adopt(reply.scanId);
        accept();
        Q_EMIT started(reply.scanId);
    });
}

void ScanDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    kit::sizeToFit(*this);
    m_target->setFocus();
}

} // namespace scans
