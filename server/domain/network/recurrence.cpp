// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/recurrence.h"

#include "core/moment.h"

#include <algorithm>
#include <array>

namespace network {

namespace {
constexpr std::array weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int daysOfWeek = 7;
constexpr int minutesOfHour = 60;
constexpr int hoursOfDay = 24;
constexpr int mostMinutes = 366 * hoursOfDay * minutesOfHour;
constexpr int longestMonth = 31;

std::optional<int> weekdayOf(const QString &word)
{
    const auto found = std::find_if(weekdays.begin(), weekdays.end(),
                                    [&](const char *day) { return word == QLatin1String(day); });
    return found == weekdays.end() ? std::nullopt : std::optional(int(found - weekdays.begin()) + 1);
}

std::optional<int> numberOf(const QString &word, int most)
{
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    return isNumber && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}
} // namespace

core::Result<Recurrence> Recurrence::parse(const QString &text)
{
    const core::Error bad{core::ErrorCode::Invalid,
                          tr("“%1” is no time to repeat something. Write every 6 h, every 30 min (5 at "
                             "least), daily 02:00, mon,thu 02:00 "
                             "or monthly 1 02:00.")
                              .arg(text.left(64))};
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return bad;
    Recurrence out;
    if (words.first() == QLatin1String("every")) {
        const auto every = parseInterval(words);
        return every ? every : bad;
    }
    out.m_time = QTime::fromString(words.last(), QStringLiteral("HH:mm"));
    if (!out.m_time.isValid())
        return bad;
    if (words.size() == 3 && words.first() == QLatin1String("monthly")) {
        const auto day = numberOf(words.at(1), longestMonth);
        if (!day)
            return bad;
        out.m_kind = Kind::Monthly;
        out.m_day = *day;
        return out;
    }
    out.m_kind = Kind::Weekly;
    if (words.size() != 2)
        return bad;
    const QStringList days = words.first().split(u',');
    for (const QString &day : days) {
        const auto weekday = weekdayOf(day);
        if (words.first() == QLatin1String("daily"))
            out.m_weekdays = {1, 2, 3, 4, 5, 6, daysOfWeek};
        else if (weekday)
            out.m_weekdays.insert(*weekday);
        else
            return bad;
    }
    return out;
}

core::Result<Recurrence> Recurrence::parseInterval(const QStringList &words)
{
    const core::Error bad{core::ErrorCode::Invalid, QString()};
    if (words.size() != 3)
        return bad;
    const auto count = numberOf(words.at(1), mostMinutes);
    int unit = 0;
    if (words.at(2) == QLatin1String("min"))
        unit = 1;
    else if (words.at(2) == QLatin1String("h"))
        unit = minutesOfHour;
    else if (words.at(2) == QLatin1String("d"))
        unit = minutesOfHour * hoursOfDay;
    if (!count || unit == 0 || *count > mostMinutes / unit || *count * unit < shortest.count())
        return bad;
    Recurrence out;
    out.m_interval = std::chrono::minutes(*count * unit);
    return out;
}

bool Recurrence::isDue(const QDate &day) const
{
    if (m_kind == Kind::Weekly)
        return m_weekdays.contains(day.dayOfWeek());
    return day.day() == std::min(m_day, day.daysInMonth());
}

QDateTime Recurrence::next(const QDateTime &after, const QDateTime &last, const QTimeZone &zone) const
{
    if (m_kind == Kind::Interval) {
        const QDateTime due = last.isValid() ? last.addSecs(std::chrono::seconds(m_interval).count()) : after;
        // What was missed is made up for once.
        return std::max(due, after).toUTC();
    }
    QDate day = after.toTimeZone(zone).date();
    for (int i = 0; i <= 2 * longestMonth; ++i, day = day.addDays(1)) {
        const QDateTime moment = isDue(day) ? core::momentOf(day, m_time, zone) : QDateTime();
        if (moment.isValid() && moment > after)
            return moment.toUTC();
    }
    return {};
}

QString Recurrence::toString() const
{
    const QString time = m_time.toString(QStringLiteral("HH:mm"));
    if (m_kind == Kind::Monthly)
        return QStringLiteral("monthly %1 %2").arg(m_day).arg(time);
    if (m_kind == Kind::Weekly) {
        if (m_weekdays.size() == daysOfWeek)
            return QStringLiteral("daily ") + time;
        QStringList days;
        for (int day = 1; day <= daysOfWeek; ++day) {
            if (m_weekdays.contains(day))
                days << QLatin1String(weekdays.at(size_t(day - 1)));
        }
        return days.join(u',') + u' ' + time;
    }
    const auto minutes = int(m_interval.count());
    if (minutes % (minutesOfHour * hoursOfDay) == 0)
        return QStringLiteral("every %1 d").arg(minutes / minutesOfHour / hoursOfDay);
    return minutes % minutesOfHour == 0 ? QStringLiteral("every %1 h").arg(minutes / minutesOfHour)
                                        : QStringLiteral("every %1 min").arg(minutes);
}

} // namespace network
