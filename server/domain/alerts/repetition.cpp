// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/repetition.h"

#include "core/moment.h"

#include <algorithm>
#include <array>

namespace alerts {

namespace {
constexpr std::array dayWords{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array frequencyWords{"", "DAILY", "WEEKLY", "MONTHLY"};
constexpr int weekDays = 7;
constexpr int mostNth = 5;
constexpr int mostPeriods = 100'000;
constexpr int mostMonths = 5000;
constexpr int longestMonth = 31;
constexpr int farthestYears = 100;

template <std::size_t N>
int indexOf(const std::array<const char *, N> &words, QStringView word)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const char *each) {
        return word.compare(QLatin1String(each), Qt::CaseInsensitive) == 0;
    });
    return found == words.end() ? -1 : int(found - words.begin());
}

core::Error notUnderstood(const QString &part)
{
    return {
        core::ErrorCode::Invalid,
        alerts::Repetition::tr("The repetition “%1” is not understood. FREQ may be DAILY, WEEKLY or MONTHLY, "
                               "with INTERVAL, COUNT or UNTIL, BYDAY, BYMONTHDAY of months, and WKST.")
            .arg(part.left(64))};
}
} // namespace

core::Result<Repetition> Repetition::parse(const QString &rule)
{
    Repetition out;
    const QStringList parts = rule.trimmed().split(u';', Qt::SkipEmptyParts);
    QStringList seen;
    for (const QString &part : parts) {
        const QString name = part.section(u'=', 0, 0).trimmed().toUpper();
        if (seen.contains(name))
            return notUnderstood(part);
        seen << name;
        if (const auto read = out.read(name, part.section(u'=', 1).trimmed()); !read)
            return read.error();
    }
    if (!parts.isEmpty() && out.isOnce())
        return notUnderstood(rule);
    if (out.m_count > 0 && (out.m_until.isValid() || out.m_untilDay.isValid()))
        return notUnderstood(rule);
    const bool isNth =
        std::any_of(out.m_days.begin(), out.m_days.end(), [](const Day &day) { return day.nth != 0; });
    if ((isNth || !out.m_monthDays.isEmpty()) && out.m_frequency != Frequency::Monthly)
        return notUnderstood(rule);
    return out;
}

core::Result<void> Repetition::read(const QString &name, const QString &value)
{
    const QString part = name + u'=' + value;
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    const auto within = [&](int most) { return isNumber && number >= 1 && number <= most; };
    if (name == QLatin1String("FREQ") && indexOf(frequencyWords, value) > 0)
        m_frequency = Frequency(indexOf(frequencyWords, value));
    else if (name == QLatin1String("INTERVAL") && within(mostInterval))
        m_interval = number;
    else if (name == QLatin1String("COUNT") && within(mostCount))
        m_count = number;
    else if (name == QLatin1String("UNTIL"))
        return readUntil(value);
    else if (name == QLatin1String("BYDAY"))
        return readDays(value);
    else if (name == QLatin1String("BYMONTHDAY"))
        return readMonthDays(value);
    else if (name == QLatin1String("WKST") && indexOf(dayWords, value) >= 0)
        m_weekStart = indexOf(dayWords, value) + 1;
    else
        return notUnderstood(part);
    return {};
}

core::Result<void> Repetition::readUntil(const QString &value)
{
    m_untilDay = QDate::fromString(value, QStringLiteral("yyyyMMdd"));
    m_until = QDateTime::fromString(value, QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    m_until.setTimeSpec(Qt::UTC);
    return m_untilDay.isValid() || m_until.isValid() ? core::Result<void>()
                                                     : notUnderstood(QStringLiteral("UNTIL=") + value);
}

core::Result<void> Repetition::readDays(const QString &value)
{
    const QStringList words = value.split(u',');
    for (const QString &word : words) {
        Day day;
        day.weekday = indexOf(dayWords, QStringView(word).right(2)) + 1;
        const QString nth = word.chopped(std::min<qsizetype>(2, word.size()));
        bool isNumber = nth.isEmpty();
        if (!isNumber)
            day.nth = nth.toInt(&isNumber);
        const bool isOdd = !nth.isEmpty() && (day.nth == 0 || std::abs(day.nth) > mostNth);
        if (day.weekday == 0 || !isNumber || isOdd || m_days.size() >= weekDays * 2 * mostNth)
            return notUnderstood(QStringLiteral("BYDAY=") + value);
        m_days << day;
    }
    return {};
}

core::Result<void> Repetition::readMonthDays(const QString &value)
{
    const QStringList words = value.split(u',');
    for (const QString &word : words) {
        bool isNumber = false;
        const int day = word.toInt(&isNumber);
        if (!isNumber || day == 0 || std::abs(day) > longestMonth || m_monthDays.size() >= longestMonth)
            return notUnderstood(QStringLiteral("BYMONTHDAY=") + value);
        m_monthDays << day;
    }
    return {};
}

QString Repetition::toString() const
{
    if (isOnce())
        return {};
    QStringList parts{QStringLiteral("FREQ=") + QLatin1String(frequencyWords.at(size_t(m_frequency)))};
    if (m_interval > 1)
        parts << QStringLiteral("INTERVAL=%1").arg(m_interval);
    if (m_count > 0)
        parts << QStringLiteral("COUNT=%1").arg(m_count);
    if (m_until.isValid())
        parts << QStringLiteral("UNTIL=") + m_until.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    if (m_untilDay.isValid())
        parts << QStringLiteral("UNTIL=") + m_untilDay.toString(QStringLiteral("yyyyMMdd"));
    QStringList words;
    for (const Day &day : m_days)
        words << (day.nth == 0 ? QString() : QString::number(day.nth)) +
                     QLatin1String(dayWords.at(size_t(day.weekday - 1)));
    if (!words.isEmpty())
        parts << QStringLiteral("BYDAY=") + words.join(u',');
    QStringList numbers;
    for (const int day : m_monthDays)
        numbers << QString::number(day);
    if (!numbers.isEmpty())
        parts << QStringLiteral("BYMONTHDAY=") + numbers.join(u',');
    if (m_weekStart != 1)
        parts << QStringLiteral("WKST=") + QLatin1String(dayWords.at(size_t(m_weekStart - 1)));
    return parts.join(u';');
}

QList<QDate> Repetition::daysOfMonth(const QDate &first, int period) const
{
    const QDate month = QDate(first.year(), first.month(), 1).addMonths(period * m_interval);
    QList<QDate> out;
    if (m_days.isEmpty() && m_monthDays.isEmpty()) {
        // As RFC 5545 has it, a month without that day is passed over.
        if (first.day() <= month.daysInMonth())
            out << QDate(month.year(), month.month(), first.day());
        return out;
    }
    for (int number = 1; number <= month.daysInMonth(); ++number) {
        const QDate day(month.year(), month.month(), number);
        const int fromStart = (number - 1) / weekDays + 1;
        const int fromEnd = -((month.daysInMonth() - number) / weekDays + 1);
        const bool isDay =
            m_days.isEmpty() || std::any_of(m_days.begin(), m_days.end(), [&](const Day &each) {
                return each.weekday == day.dayOfWeek() &&
                       (each.nth == 0 || each.nth == fromStart || each.nth == fromEnd);
            });
        const bool isNumber = m_monthDays.isEmpty() || m_monthDays.contains(number) ||
                              m_monthDays.contains(number - month.daysInMonth() - 1);
        if (isDay && isNumber)
            out << day;
    }
    return out;
}

QList<QDate> Repetition::days(const QDate &first, int period) const
{
    if (m_frequency == Frequency::Once)
        return period == 0 ? QList<QDate>{first} : QList<QDate>();
    if (m_frequency == Frequency::Monthly)
        return daysOfMonth(first, period);
    const auto isOne = [&](const QDate &day) {
        return std::any_of(m_days.begin(), m_days.end(),
                           [&](const Day &each) { return each.weekday == day.dayOfWeek(); });
    };
    const QDate start =
        first.addDays(qint64(period) * m_interval * (m_frequency == Frequency::Weekly ? weekDays : 1));
    if (m_days.isEmpty())
        return {start};
    if (m_frequency == Frequency::Daily)
        return isOne(start) ? QList<QDate>{start} : QList<QDate>();
    QList<QDate> out;
    const QDate begin = start.addDays(-((start.dayOfWeek() - m_weekStart + weekDays) % weekDays));
    for (int i = 0; i < weekDays; ++i) {
        if (isOne(begin.addDays(i)))
            out << begin.addDays(i);
    }
    return out;
}

int Repetition::periodBefore(const QDate &first, const QDate &day) const
{
    const qint64 gone = first.daysTo(day) - 2;
    // What is counted is counted from the first.
    if (gone <= 0 || m_count > 0)
        return 0;
    if (m_frequency == Frequency::Daily)
        return int(gone / m_interval);
    if (m_frequency == Frequency::Weekly)
        return int(std::max<qint64>(0, gone / weekDays / m_interval - 1));
    return m_frequency == Frequency::Monthly ? int(std::max<qint64>(0, gone / longestMonth / m_interval - 1))
                                             : 0;
}

bool Repetition::isBeyond(const QDateTime &moment, const QTimeZone &zone) const
{
    return (m_until.isValid() && moment > m_until) ||
           (m_untilDay.isValid() && moment.toTimeZone(zone).date() > m_untilDay);
}

std::optional<QDateTime> Repetition::next(const QDateTime &first, const QTimeZone &zone,
                                          const QDateTime &after) const
{
    const QDateTime start = first.toTimeZone(zone);
    const QDate lastDay = std::max(after, first).toTimeZone(zone).date().addYears(farthestYears);
    const QDate dull = after.toTimeZone(zone).date().addDays(-2);
    const int most = m_frequency == Frequency::Monthly ? mostMonths : mostPeriods;
    int count = 0;
    for (int period = periodBefore(start.date(), after.toTimeZone(zone).date()), i = 0; i < most;
         ++i, ++period) {
        const QList<QDate> found = days(start.date(), period);
        for (const QDate &day : found) {
            if (day < start.date())
                continue;
            if (day > lastDay || (m_count > 0 && ++count > m_count))
                return std::nullopt;
            if (day < dull)
                continue;
            const QDateTime moment = core::momentOf(day, start.time(), zone).toUTC();
            if (isBeyond(moment, zone))
                return std::nullopt;
            if (moment > after)
                return moment;
        }
        if (isOnce())
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace alerts
