// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/windowsheet.h"

#include "alerts/matcherlist.h"
#include "alerts/rrule.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "network/kind.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimeZone>

namespace alerts {

namespace {
constexpr int longestWindowName = 256;
constexpr int longestWindowReason = 1024;
constexpr int mostHours = 31 * 24;
constexpr int hourSeconds = 3600;
constexpr int minuteSeconds = 60;
enum Repeats { Once, Daily, Weekly, Monthly, AsItWas };
} // namespace

WindowSheet::WindowSheet(client::Mirror &mirror, const MaintenanceWindow &from, QWidget *parent)
    : AlertSheet(from.id.isEmpty() ? tr("Plan maintenance") : tr("Change the maintenance"), tr("&Save"),
                 parent),
      m_id(from.id), m_name(new QLineEdit), m_matchers(new MatcherList(mirror)), m_reason(new QLineEdit)
{
    setLine(tr("While it lasts, alerts are listed and counted; nobody is told of them."));
    m_name->setMaxLength(longestWindowName);
    m_name->setText(from.displayName);
    m_name->setPlaceholderText(tr("Backup night"));
    m_reason->setMaxLength(longestWindowReason);
    m_reason->setText(from.reason);
    body().addWidget(new kit::Label(tr("Alerts of which all of this is true")));
    body().addWidget(m_matchers);
    addField(tr("Name"), m_name);
    buildTimes(from);
    buildRepetition(from);
    addField(tr("Reason"), m_reason);
    m_enabled = new QCheckBox(tr("In &use"));
    m_enabled->setChecked(from.isEnabled);
    form().addRow(QString(), m_enabled);
    connect(m_name, &QLineEdit::textChanged, this, &WindowSheet::look);
    connect(m_matchers, &MatcherList::changed, this, &WindowSheet::look);
    m_matchers->setMatchers(from.matchers);
    m_name->setFocus();
    look();
}

void WindowSheet::addField(const QString &name, QWidget *field)
{
    auto *label = new kit::Label(name);
    label->setElide(Qt::ElideNone);
    label->setBuddy(field);
    field->setAccessibleName(name);
    form().addRow(label, field);
}

void WindowSheet::buildTimes(const MaintenanceWindow &from)
{
    m_zone = new QComboBox;
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    const QByteArray own = QTimeZone::systemTimeZoneId();
    const QString zone = from.timeZone.isEmpty() ? QString::fromLatin1(own) : from.timeZone;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(id));
    m_zone->setCurrentText(zone);
    const QTimeZone there(zone.toLatin1());
    m_start = new QDateTimeEdit;
    m_start->setCalendarPopup(true);
    const QDateTime begins = there.isValid() ? from.start.toTimeZone(there) : from.start.toLocalTime();
    // The clock on the wall of that zone, whatever ours is.
    m_start->setDateTime(QDateTime(begins.date(), begins.time()));
    addField(tr("Begins"), m_start);
    auto *lasts = new QWidget;
    auto *row = new QHBoxLayout(lasts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::tokens::Space2);
    m_hours = new QSpinBox;
    m_hours->setRange(0, mostHours);
    m_hours->setSuffix(tr(" h"));
    m_hours->setAccessibleName(tr("Hours"));
    m_hours->setValue(from.duration / hourSeconds);
    m_minutes = new QSpinBox;
    m_minutes->setRange(0, 59);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setAccessibleName(tr("Minutes"));
    m_minutes->setValue(from.duration % hourSeconds / minuteSeconds);
    row->addWidget(m_hours);
    row->addWidget(m_minutes);
    row->addStretch(1);
    for (const QSpinBox *box : {m_hours, m_minutes})
        connect(box, &QSpinBox::valueChanged, this, &WindowSheet::look);
    addField(tr("Lasts"), lasts);
    addField(tr("Time zone"), m_zone);
    connect(m_zone, &QComboBox::currentTextChanged, this, &WindowSheet::look);
}

void WindowSheet::buildRepetition(const MaintenanceWindow &from)
{
    m_repeats = new QComboBox;
    m_repeats->addItems({tr("Once"), tr("Every day"), tr("Every week"), tr("Every month, on that day")});
    m_dayLine = new QWidget;
    auto *row = new QHBoxLayout(m_dayLine);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::tokens::Space2);
    const auto rule = Rrule::parse(from.repetition);
    for (int day = 1; day <= 7; ++day) {
        auto *box = new QCheckBox(QLocale().dayName(day, QLocale::ShortFormat));
        box->setAccessibleName(QLocale().dayName(day, QLocale::LongFormat));
        box->setChecked(rule && rule->days().contains(day));
        row->addWidget(box);
        m_days << box;
        connect(box, &QCheckBox::toggled, this, &WindowSheet::look);
    }
    // Every week without a day is on the day of the first time.
    if (!rule || rule->days().isEmpty())
        m_days[m_start->date().dayOfWeek() - 1]->setChecked(true);
    // What is chosen here says the same again; what is more stays as it was written.
    const bool isSimple =
        rule && rule->interval() == 1 && !rule->until() && rule->toString() == from.repetition.trimmed();
    if (!from.repetition.isEmpty() && !isSimple) {
        m_repetition = from.repetition;
        m_repeats->addItem(network::plainLine(from.repetition, 96));
        m_repeats->setCurrentIndex(AsItWas);
    } else if (rule) {
        m_repeats->setCurrentIndex(int(rule->every()) + 1);
    }
    connect(m_repeats, &QComboBox::currentIndexChanged, this, &WindowSheet::look);
    addField(tr("Repeats"), m_repeats);
    addField(tr("On"), m_dayLine);
}

QList<int> WindowSheet::days() const
{
    QList<int> days;
    for (int place = 0; place < m_days.size(); ++place) {
        if (m_days[place]->isChecked())
            days << place + 1;
    }
    return days;
}

SetWindow WindowSheet::command() const
{
    SetWindow command;
    command.id = m_id;
    command.displayName = m_name->text().trimmed();
    command.reason = m_reason->text().trimmed();
    command.matchers = m_matchers->written();
    command.timeZone = m_zone->currentText().trimmed();
    const QTimeZone zone(command.timeZone.toLatin1());
    const QDateTime begins = m_start->dateTime();
    command.start =
        QDateTime(begins.date(), begins.time(), zone.isValid() ? zone : QTimeZone::systemTimeZone()).toUTC();
    command.duration = m_hours->value() * hourSeconds + m_minutes->value() * minuteSeconds;
    switch (m_repeats->currentIndex()) {
    case Daily:
        command.repetition = Rrule::daily().toString();
        break;
    case Weekly:
        command.repetition = Rrule::weekly(days()).toString();
        break;
    case Monthly:
        command.repetition = Rrule::monthly(begins.date().day()).toString();
        break;
    case AsItWas:
        command.repetition = m_repetition;
        break;
    default:
        break;
    }
    command.isEnabled = m_enabled->isChecked();
    return command;
}

void WindowSheet::look()
{
    const bool isWeekly = m_repeats->currentIndex() == Weekly;
    m_dayLine->setVisible(isWeekly);
    if (QWidget *label = form().labelForField(m_dayLine))
        label->setVisible(isWeekly);
    const bool lasts = m_hours->value() + m_minutes->value() > 0;
    const bool isPlace = QTimeZone(m_zone->currentText().trimmed().toLatin1()).isValid();
    const bool hasDay = !isWeekly || !days().isEmpty();
    refuse(!lasts     ? tr("Say how long it lasts.")
           : !isPlace ? tr("There is no such time zone. Write it as Europe/Berlin.")
           : !hasDay  ? tr("Say on which days of the week.")
                      : QString());
    setReady(lasts && isPlace && hasDay && !m_name->text().trimmed().isEmpty() &&
             m_matchers->flaw().isEmpty());
}

void WindowSheet::accept() { Q_EMIT wanted(command()); }

} // namespace alerts
