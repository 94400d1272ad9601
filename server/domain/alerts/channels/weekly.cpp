// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/weekly.h"

#include <algorithm>

namespace alerts::channels {

namespace {
const QString clockFormat = QStringLiteral("HH:mm");

bool isOnDay(const WeeklyHours &hours, const QDate &day)
{
    return hours.weekdays.isEmpty() || hours.weekdays.contains(day.dayOfWeek());
}
} // namespace

QTimeZone Weekly::zone(const QString &name)
{
    return name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toUtf8());
}

core::Error Weekly::noZone(const QString &name)
{
    return {core::ErrorCode::Invalid,
            tr("“%1” is no time zone. Write it as Europe/Berlin.").arg(name.left(64))};
}

core::Result<void> Weekly::check(const WeeklyHours &hours)
{
    if (!zone(hours.timeZone).isValid())
        return noZone(hours.timeZone);
    const bool areDays = std::all_of(hours.weekdays.begin(), hours.weekdays.end(),
                                     [](int day) { return day >= 1 && day <= 7; });
    if (!areDays)
        return core::Error{core::ErrorCode::Invalid, tr("Weekdays are 1 for Monday to 7 for Sunday.")};
    const bool isWholeDay = hours.from.isEmpty() && hours.to.isEmpty();
    if (!isWholeDay && (!QTime::fromString(hours.from, clockFormat).isValid() ||
                        !QTime::fromString(hours.to, clockFormat).isValid()))
        return core::Error{core::ErrorCode::Invalid, tr("Write the hours as 08:00 and 18:00.")};
    return {};
}

bool Weekly::holds(const WeeklyHours &hours, const QDateTime &now)
{
    const QDateTime local = now.toTimeZone(zone(hours.timeZone));
    const QTime from = QTime::fromString(hours.from, clockFormat);
    const QTime to = QTime::fromString(hours.to, clockFormat);
    if (!from.isValid() || !to.isValid())
        return isOnDay(hours, local.date());
    if (from < to)
        return isOnDay(hours, local.date()) && local.time() >= from && local.time() < to;
    // Over midnight: it is the day it began on that counts.
    return (local.time() >= from && isOnDay(hours, local.date())) ||
           (local.time() < to && isOnDay(hours, local.date().addDays(-1)));
}

} // namespace alerts::channels
