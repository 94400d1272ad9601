// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/timewords.h"

#include "core/moment.h"
#include "domain/assistant/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace assistant {

namespace {
constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 dayLength = 24 * hour;

/// `words`: with a blank between them.
bool isOneOf(const Word &word, const char *words)
{
    for (QLatin1String rest(words); !rest.isEmpty();) {
        const qsizetype blank = rest.indexOf(QLatin1Char(' '));
        const QLatin1String each = blank < 0 ? rest : rest.first(blank);
        if (word.text == each || word.loose == each)
            return true;
        rest = blank < 0 ? QLatin1String() : rest.sliced(blank + 1);
    }
    return false;
}

struct PartOfDay
{
    const char *words;
    int from; ///< hours
    int to;
};
constexpr std::array partsOfDay{PartOfDay{"morning morgen fruh vormittag", 6, 12},
                                PartOfDay{"afternoon nachmittag", 12, 18},
                                PartOfDay{"evening abend", 18, 24}};
constexpr std::array weekdays{"monday montag",       "tuesday dienstag", "wednesday mittwoch",
                              "thursday donnerstag", "friday freitag",   "saturday samstag sonnabend",
                              "sunday sonntag"};

/// Reads a time from the words at one place.
class TimeReader
{
public:
    TimeReader(const QList<Word> &words, qsizetype first, const QDateTime &now, const QTimeZone &zone)
        : m_words(words), m_at(first), m_now(now), m_zone(zone), m_today(now.toTimeZone(zone).date())
    {
    }

    [[nodiscard]] qsizetype at() const { return m_at; }
    std::optional<TimeSpan> span();

private:
    using Reading = std::optional<TimeSpan> (TimeReader::*)();

    bool take(const char *words);
    [[nodiscard]] QString textHere() const { return m_words.value(m_at).text; }
    std::optional<int> number();
    std::optional<qint64> unit();
    std::optional<qint64> duration();
    std::optional<QTime> clock();
    std::optional<QDate> day();
    std::optional<QDate> writtenDay();
    std::optional<QDateTime> moment();

    std::optional<TimeSpan> night();
    std::optional<TimeSpan> between();
    std::optional<TimeSpan> since();
    std::optional<TimeSpan> last();
    std::optional<TimeSpan> ago();
    std::optional<TimeSpan> thisLong();
    std::optional<TimeSpan> onDay();

    [[nodiscard]] QDateTime on(const QDate &day, const QTime &time = QTime(0, 0)) const
    {
        return core::momentOf(day, time, m_zone);
    }
    [[nodiscard]] QDateTime hoursInto(const QDate &day, int hours) const
    {
        return hours == 24 ? on(day.addDays(1)) : on(day, QTime(hours, 0));
    }
    [[nodiscard]] QDate monday() const { return m_today.addDays(1 - m_today.dayOfWeek()); }

    const QList<Word> &m_words;
    qsizetype m_at;
    QDateTime m_now;
    QTimeZone m_zone;
    QDate m_today;
};

bool TimeReader::take(const char *words)
{
    if (m_at >= m_words.size() || !isOneOf(m_words.at(m_at), words))
        return false;
    ++m_at;
    return true;
}

std::optional<int> TimeReader::number()
{
    static constexpr std::array spelled{"a an one ein eine einer einem einen",
                                        "two zwei",
                                        "three drei",
                                        "four vier",
                                        "five funf",
                                        "six sechs",
                                        "seven sieben",
                                        "eight acht",
                                        "nine neun",
                                        "ten zehn"};
    for (size_t value = 0; value < spelled.size(); ++value) {
        if (take(spelled.at(value)))
            return int(value) + 1;
    }
    constexpr int greatest = 100'000;
    bool isNumber = false;
    const int value = textHere().toInt(&isNumber);
    if (!isNumber || value < 1 || value > greatest)
        return std::nullopt;
    ++m_at;
    return value;
}

std::optional<qint64> TimeReader::unit()
{
    if (take("s sec secs second seconds sek sekunde sekunden"))
        return 1;
    if (take("m min mins minute minutes minuten"))
        return minute;
    if (take("h hr hrs hour hours std stunde stunden"))
        return hour;
    if (take("d day days tag tage tagen"))
        return dayLength;
    if (take("w week weeks woche wochen"))
        return 7 * dayLength;
    if (take("month months monat monate monaten"))
        return 30 * dayLength;
    return std::nullopt;
}

/// "2 hours", "a week", "30min".
std::optional<qint64> TimeReader::duration()
{
    static const QRegularExpression joined(QStringLiteral("^(\\d{1,6})([a-z]+)$"));
    if (const auto match = joined.match(textHere()); match.hasMatch()) {
        const QList<Word> unitWord{wordOf(match.captured(2))};
        if (const auto length = TimeReader(unitWord, 0, m_now, m_zone).unit()) {
            ++m_at;
            return match.captured(1).toInt() * *length;
        }
    }
    const qsizetype start = m_at;
    const auto count = number();
    const auto length = unit();
    if (count && length)
        return *count * *length;
    m_at = start;
    return std::nullopt;
}

/// "14:00", "14:00 uhr", "14 uhr", "2pm", "2 pm", "noon".
std::optional<QTime> TimeReader::clock()
{
    if (take("noon mittag mittags"))
        return QTime(12, 0);
    if (take("midnight mitternacht"))
        return QTime(0, 0);
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,2})(?:([:.])(\\d{2}))?(am|pm|h|uhr)?$"));
    const auto match = shape.match(textHere());
    if (!match.hasMatch())
        return std::nullopt;
    const qsizetype start = m_at++;
    QString mark = match.captured(4);
    if (mark.isEmpty() && m_at < m_words.size() && isOneOf(m_words.at(m_at), "am pm uhr o'clock"))
        mark = m_words.at(m_at++).text;
    int hours = match.captured(1).toInt();
    const bool isHalf = mark == u"am" || mark == u"pm";
    if (isHalf && hours > 12)
        hours = 99;
    else if (isHalf)
        hours = hours % 12 + (mark == u"pm" ? 12 : 0);
    const int minutes = match.captured(3).toInt();
    const QTime time(hours == 24 ? 0 : hours, minutes);
    // 20.11 alone is a day.
    const bool isDay = match.captured(2) == u"." && minutes >= 1 && minutes <= 12;
    const bool isSaid = !mark.isEmpty() || (!match.captured(3).isEmpty() && !isDay);
    if (isSaid && time.isValid())
        return time;
    m_at = start;
    return std::nullopt;
}

/// "2026-11-20", "20.11.", "20.11.2026": of days without a year the last one.
std::optional<QDate> TimeReader::writtenDay()
{
    static const QRegularExpression iso(QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"));
    static const QRegularExpression german(QStringLiteral("^(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4})?)?$"));
    QDate day;
    if (const auto match = iso.match(textHere()); match.hasMatch()) {
        day = QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    } else if (const auto parts = german.match(textHere()); parts.hasMatch()) {
        const bool hasYear = !parts.captured(3).isEmpty();
        const int year = hasYear ? parts.captured(3).toInt() : m_today.year();
        day = QDate(year, parts.captured(2).toInt(), parts.captured(1).toInt());
        if (!hasYear && day > m_today)
            day = QDate(year - 1, day.month(), day.day());
    }
    if (!day.isValid() || day > m_today)
        return std::nullopt;
    ++m_at;
    return day;
}

std::optional<QDate> TimeReader::day()
{
    if (take("today heute"))
        return m_today;
    if (take("yesterday gestern"))
        return m_today.addDays(-1);
    if (take("vorgestern"))
        return m_today.addDays(-2);
    for (size_t index = 0; index < weekdays.size(); ++index) {
        if (take(weekdays.at(index)))
            return m_today.addDays(-((m_today.dayOfWeek() - int(index) - 1 + 7) % 7));
    }
    return writtenDay();
}

/// "yesterday at 14:00", "14:00", "monday".
std::optional<QDateTime> TimeReader::moment()
{
    const qsizetype start = m_at;
    (void)take("on am");
    if (const auto time = clock()) {
        const QDateTime then = on(m_today, *time);
        return then <= m_now ? then : on(m_today.addDays(-1), *time);
    }
    if (const auto date = day()) {
        for (const PartOfDay &part : partsOfDay) {
            if (take(part.words))
                return hoursInto(*date, part.from);
        }
        const qsizetype behind = m_at;
        (void)take("at um");
        if (const auto time = clock())
            return on(*date, *time);
        m_at = behind;
        return on(*date);
    }
    m_at = start;
    return std::nullopt;
}

std::optional<TimeSpan> TimeReader::night()
{
    (void)take("in during over uber wahrend");
    const bool isThat = take("the der die");
    const bool isWhole = take("overnight nachts");
    const bool isLast =
        !isWhole && take("last letzte letzter letzten vergangene vergangenen heute this diese dieser");
    if (!isWhole && !((isThat || isLast) && take("night nacht")))
        return std::nullopt;
    constexpr int begins = 20;
    constexpr int ends = 6;
    // While a night lasts, it is the last one.
    const int now = m_now.toTimeZone(m_zone).time().hour();
    const bool isNight = now < ends;
    const QDate evening = m_today.addDays(-1);
    const QDateTime end = hoursInto(m_today, ends);
    return TimeSpan{hoursInto(evening, begins), isNight ? m_now : end};
}

std::optional<TimeSpan> TimeReader::between()
{
    if (!take("between zwischen from von"))
        return std::nullopt;
    const auto from = moment();
    if (!from || !take("and und to till until bis"))
        return std::nullopt;
    auto to = moment();
    if (!to)
        return std::nullopt;
    // "yesterday between": the second time is on the day of the first, "from 22:00 to 02:00" in its night.
    while (*to <= *from)
        to = to->addDays(1);
    return TimeSpan{*from, *to};
}

std::optional<TimeSpan> TimeReader::since()
{
    if (!take("since seit from ab"))
        return std::nullopt;
    const qsizetype start = m_at;
    if (const auto length = duration()) {
        (void)take("ago");
        return TimeSpan{m_now.addSecs(-*length), m_now};
    }
    if (const auto whole = night())
        return TimeSpan{whole->from, m_now};
    m_at = start;
    if (const auto from = moment())
        return TimeSpan{*from, m_now};
    for (const Reading reading : {&TimeReader::last, &TimeReader::thisLong}) {
        m_at = start;
        if (const auto whole = (this->*reading)())
            return TimeSpan{whole->from, m_now};
    }
    return std::nullopt;
}

std::optional<TimeSpan> TimeReader::last()
{
    (void)take("in for during over within wahrend innerhalb uber");
    (void)take("the der den die des");
    if (!take("last past previous letzte letzten letzter letztes vergangene vergangenen vergangener"))
        return std::nullopt;
    if (take("week woche"))
        return TimeSpan{on(monday().addDays(-7)), on(monday())};
    if (take("month monat")) {
        const QDate first(m_today.year(), m_today.month(), 1);
        return TimeSpan{on(first.addMonths(-1)), on(first)};
    }
    if (const auto length = unit())
        return TimeSpan{m_now.addSecs(-*length), m_now};
    if (const auto length = duration())
        return TimeSpan{m_now.addSecs(-*length), m_now};
    // Of days a weekday alone can be the last one; today it is the one a week ago.
    for (size_t index = 0; index < weekdays.size(); ++index) {
        if (!take(weekdays.at(index)))
            continue;
        const QDate date = m_today.addDays(-((m_today.dayOfWeek() - int(index) - 1 + 6) % 7 + 1));
        return TimeSpan{on(date), on(date.addDays(1))};
    }
    return std::nullopt;
}

std::optional<TimeSpan> TimeReader::ago()
{
    const bool isGerman = take("vor");
    const auto length = duration();
    if (!length || (!isGerman && !take("ago")))
        return std::nullopt;
    return TimeSpan{m_now.addSecs(-*length), m_now};
}

std::optional<TimeSpan> TimeReader::thisLong()
{
    if (!take("this diese dieser diesen dieses"))
        return std::nullopt;
    if (take("week woche"))
        return TimeSpan{on(monday()), m_now};
    if (take("month monat"))
        return TimeSpan{on(QDate(m_today.year(), m_today.month(), 1)), m_now};
    for (const PartOfDay &part : partsOfDay) {
        if (take(part.words))
            return TimeSpan{hoursInto(m_today, part.from), hoursInto(m_today, part.to)};
    }
    return std::nullopt;
}

std::optional<TimeSpan> TimeReader::onDay()
{
    (void)take("on am");
    const auto date = day();
    if (!date)
        return std::nullopt;
    for (const PartOfDay &part : partsOfDay) {
        if (take(part.words))
            return TimeSpan{hoursInto(*date, part.from), hoursInto(*date, part.to)};
    }
    const qsizetype behind = m_at;
    if (const auto range = between(); range && range->from.secsTo(range->to) < dayLength) {
        // The times of day were read as the last ones; they are those of this day.
        const QTime from = range->from.toTimeZone(m_zone).time();
        return TimeSpan{on(*date, from), on(*date, from).addSecs(range->from.secsTo(range->to))};
    }
    m_at = behind;
    return TimeSpan{on(*date), on(date->addDays(1))};
}

std::optional<TimeSpan> TimeReader::span()
{
    const qsizetype start = m_at;
    for (const Reading reading :
         {&TimeReader::night, &TimeReader::between, &TimeReader::since, &TimeReader::last, &TimeReader::ago,
          &TimeReader::thisLong, &TimeReader::onDay}) {
        m_at = start;
        auto found = (this->*reading)();
        if (!found)
            continue;
        found->from = found->from.toUTC();
        found->to = std::min(found->to, m_now).toUTC();
        if (found->from < found->to)
            return found;
    }
    m_at = start;
    return std::nullopt;
}
} // namespace

std::optional<TimeWords> timeWordsIn(const QList<Word> &words, const QDateTime &now, const QTimeZone &zone)
{
    for (qsizetype first = 0; first < words.size(); ++first) {
        TimeReader reader(words, first, now, zone);
        if (const auto span = reader.span())
            return TimeWords{*span, first, reader.at() - first};
    }
    return std::nullopt;
}

} // namespace assistant
