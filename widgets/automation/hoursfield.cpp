// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/hoursfield.h"

#include "kit/tokens.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

namespace automation {

namespace {
namespace tokens = kit::tokens;
constexpr int daysOfWeek = 7;
constexpr int longestClock = 5;
constexpr int longestZone = 64;
} // namespace

HoursField::HoursField(const std::optional<alerts::WeeklyHours> &hours, QWidget *parent)
    : QWidget(parent), m_only(new QCheckBox(tr("&Only at these hours"))),
      m_from(new QLineEdit(hours ? hours->from : QString())),
      m_to(new QLineEdit(hours ? hours->to : QString())),
      m_zone(new QLineEdit(hours ? hours->timeZone : QString()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::Space1);
    column->addWidget(m_only);
    auto *inside = new QWidget;
    column->addWidget(inside);
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(tokens::Space1);
    auto *days = new QHBoxLayout;
    for (int day = 1; day <= daysOfWeek; ++day) {
        m_days << new QCheckBox(QLocale().standaloneDayName(day, QLocale::ShortFormat));
        m_days.last()->setAccessibleName(QLocale().standaloneDayName(day));
        m_days.last()->setChecked(hours && hours->weekdays.contains(day));
        days->addWidget(m_days.last());
    }
    days->addStretch(1);
    rows->addLayout(days);
    m_from->setMaxLength(longestClock);
    m_from->setPlaceholderText(QStringLiteral("18:00"));
    m_from->setAccessibleName(tr("From"));
    m_to->setMaxLength(longestClock);
    m_to->setPlaceholderText(QStringLiteral("08:00"));
    m_to->setAccessibleName(tr("Until"));
    m_zone->setMaxLength(longestZone);
    m_zone->setPlaceholderText(tr("the server's time zone"));
    m_zone->setAccessibleName(tr("Time zone"));
    auto *times = new QHBoxLayout;
    times->setSpacing(tokens::Space2);
    times->addWidget(m_from, 1);
    times->addWidget(new QLabel(tr("until")));
    times->addWidget(m_to, 1);
    times->addWidget(m_zone, 2);
    rows->addLayout(times);
    connect(m_only, &QCheckBox::toggled, inside, &QWidget::setEnabled);
    m_only->setChecked(hours.has_value());
    inside->setEnabled(hours.has_value());
    setFocusProxy(m_only);
}

std::optional<alerts::WeeklyHours> HoursField::hours() const
{
    if (!m_only->isChecked())
        return std::nullopt;
    alerts::WeeklyHours out;
    for (int day = 1; day <= daysOfWeek; ++day) {
        if (m_days[day - 1]->isChecked())
            out.weekdays << day;
    }
    out.from = m_from->text().trimmed();
    out.to = m_to->text().trimmed();
    out.timeZone = m_zone->text().trimmed();
    return out;
}

} // namespace automation
