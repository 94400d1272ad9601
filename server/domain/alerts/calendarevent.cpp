// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/calendarevent.h"

#include "domain/alerts/condition.h"
#include "domain/alerts/icalendar.h"
#include "domain/alerts/windowtimes.h"

#include <algorithm>

namespace alerts {

namespace {
constexpr int shortestEvent = 60;
constexpr qint64 longestEvent = 31 * 86'400;
constexpr qint64 wholeDay = 86'400;
constexpr int longestText = 256;
constexpr int longestReasonText = 1024;

core::Error badEvent(const QString &text) { return {core::ErrorCode::Invalid, text}; }

core::Error notUnderstood(const QString &name)
{
    return badEvent(alerts::ICalendar::tr("%1 is not understood, and says when the event is.").arg(name));
}

std::optional<ContentLine> lineNamed(const CalendarEvent::Lines &lines, const char *name)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const ContentLine &line) {
        return line.name == QLatin1String(name);
    });
    return found == lines.end() ? std::nullopt : std::optional(*found);
}

core::Result<int> lasting(std::optional<qint64> seconds)
{
    if (!seconds || *seconds < shortestEvent || *seconds > longestEvent)
        return badEvent(ICalendar::tr("It does not last from a minute to 31 days."));
    return int(*seconds);
}

/// What it is called, and how it is repeated.
core::Result<void> takeWords(const CalendarEvent::Lines &lines, CalendarEvent &event)
{
    MaintenanceWindow &window = event.window;
    for (const ContentLine &line : lines) {
        if (line.name == QLatin1String("EXRULE"))
            return notUnderstood(line.name);
        if (line.name == QLatin1String("STATUS"))
            event.isCancelled = line.value.toUpper() == QLatin1String("CANCELLED");
        else if (line.name == QLatin1String("RECURRENCE-ID"))
            event.instead = line;
        else if (line.name == QLatin1String("DESCRIPTION"))
            window.reason = clipped(line.text(), longestReasonText);
        else if (line.name == QLatin1String("RRULE") && !window.repetition.isEmpty())
            return badEvent(ICalendar::tr("It has more than one RRULE."));
        else if (line.name == QLatin1String("RRULE"))
            window.repetition = line.value;
    }
    window.uid = CalendarEvent::uidIn(lines);
    window.displayName = CalendarEvent::nameIn(lines);
    if (window.displayName.isEmpty())
        window.displayName = ICalendar::tr("Maintenance");
    return {};
}

core::Result<void> takeStart(const CalendarEvent::Lines &lines, const CalendarTimes &times,
                             MaintenanceWindow &window)
{
    const auto start = lineNamed(lines, "DTSTART");
    const auto end = lineNamed(lines, "DTEND");
    const auto duration = lineNamed(lines, "DURATION");
    if (!start)
        return badEvent(ICalendar::tr("It has no DTSTART."));
    const auto begins = times.momentOf(*start);
    if (!begins)
        return begins.error();
    window.start = begins->at;
    window.timeZone = QString::fromLatin1(begins->zone.id());
    std::optional<qint64> seconds;
    if (end) {
        const auto ends = times.momentOf(*end);
        if (!ends)
            return ends.error();
        seconds = begins->at.secsTo(ends->at);
    } else if (duration) {
        seconds = CalendarTimes::secondsOf(duration->value);
    } else if (begins->isDay) {
        seconds = wholeDay;
    }
    const auto lasts = lasting(seconds);
    if (!lasts)
        return lasts.error();
    window.duration = *lasts;
    return {};
}

/// Hands each value of the lines of that name on, as a line of its own. Errors: the first that `take` has.
template <class Take>
core::Result<void> eachValue(const CalendarEvent::Lines &lines, const char *name, Take take)
{
    for (const ContentLine &line : lines) {
        if (line.name != QLatin1String(name))
            continue;
        const QStringList values = line.value.split(u',', Qt::SkipEmptyParts);
        for (const QString &value : values) {
            ContentLine one = line;
            one.value = value.trimmed();
            if (const core::Result<void> taken = take(one); !taken)
                return taken;
        }
    }
    return {};
}

/// A value of RDATE: a time, or a time and how long, or until when.
core::Result<WindowAddition> additionOf(const ContentLine &line, const CalendarTimes &times,
                                        const MaintenanceWindow &window)
{
    ContentLine one = line;
    one.value = line.value.section(u'/', 0, 0);
    const auto begin = times.timeOf(one, window);
    if (!begin)
        return begin.error();
    WindowAddition out{*begin, window.duration};
    if (!line.value.contains(u'/'))
        return out;
    one.value = line.value.section(u'/', 1);
    std::optional<qint64> seconds = CalendarTimes::secondsOf(one.value);
    if (!seconds) {
        const auto end = times.timeOf(one, window);
        if (!end)
            return end.error();
        seconds = begin->secsTo(*end);
    }
    const auto lasts = lasting(seconds);
    if (!lasts)
        return lasts.error();
    out.duration = *lasts;
    return out;
}

core::Result<void> takeSet(const CalendarEvent::Lines &lines, const CalendarTimes &times,
                           MaintenanceWindow &window)
{
    const auto left = eachValue(lines, "EXDATE", [&](const ContentLine &line) -> core::Result<void> {
        const auto time = times.timeOf(line, window);
        if (!time)
            return time.error();
        if (window.exceptions.size() >= WindowTimes::mostExceptions)
            return WindowTimes::tooMany();
        window.exceptions << *time;
        return {};
    });
    if (!left)
        return left;
    // What is left out is left out of these, too.
    return eachValue(lines, "RDATE", [&](const ContentLine &line) -> core::Result<void> {
        const auto addition = additionOf(line, times, window);
        if (!addition)
            return addition.error();
        if (window.additions.size() >= WindowTimes::mostExceptions)
            return WindowTimes::tooMany();
        if (!window.exceptions.contains(addition->begin))
            window.additions << *addition;
        return {};
    });
}
} // namespace

core::Result<CalendarEvent> CalendarEvent::of(const Lines &lines, const CalendarTimes &times)
{
    CalendarEvent out;
    if (const auto taken = takeWords(lines, out); !taken)
        return taken.error();
    if (out.isCancelled && !out.instead)
        return badEvent(ICalendar::tr("It is cancelled."));
    if (out.instead) {
        for (const char *name : {"RRULE", "RDATE", "EXDATE"}) {
            if (lineNamed(lines, name))
                return notUnderstood(QLatin1String(name));
        }
        if (out.instead->parameters.contains(QStringLiteral("RANGE")))
            return notUnderstood(QStringLiteral("RECURRENCE-ID;RANGE"));
        if (out.isCancelled)
            return out;
    }
    if (const auto taken = takeStart(lines, times, out.window); !taken)
        return taken.error();
    if (const auto taken = takeSet(lines, times, out.window); !taken)
        return taken.error();
    return out;
}

QString CalendarEvent::nameIn(const Lines &lines)
{
    const auto line = lineNamed(lines, "SUMMARY");
    return line ? clipped(line->text().simplified(), longestText) : QString();
}

QString CalendarEvent::uidIn(const Lines &lines)
{
    const auto line = lineNamed(lines, "UID");
    return line ? clipped(line->value, longestText) : QString();
}

bool CalendarEvent::isInstead(const Lines &lines) { return lineNamed(lines, "RECURRENCE-ID").has_value(); }

bool CalendarEvent::isKnown(const QString &name)
{
    static const QStringList names{
        QStringLiteral("UID"),          QStringLiteral("DTSTAMP"),  QStringLiteral("SUMMARY"),
        QStringLiteral("DESCRIPTION"),  QStringLiteral("DTSTART"),  QStringLiteral("DTEND"),
        QStringLiteral("DURATION"),     QStringLiteral("RRULE"),    QStringLiteral("SEQUENCE"),
        QStringLiteral("CREATED"),      QStringLiteral("STATUS"),   QStringLiteral("LAST-MODIFIED"),
        QStringLiteral("CLASS"),        QStringLiteral("TRANSP"),   QStringLiteral("LOCATION"),
        QStringLiteral("CATEGORIES"),   QStringLiteral("PRIORITY"), QStringLiteral("ORGANIZER"),
        QStringLiteral("ATTENDEE"),     QStringLiteral("URL"),      QStringLiteral("COMMENT"),
        QStringLiteral("CONTACT"),      QStringLiteral("GEO"),      QStringLiteral("ATTACH"),
        QStringLiteral("EXDATE"),       QStringLiteral("RDATE"),    QStringLiteral("EXRULE"),
        QStringLiteral("RECURRENCE-ID")};
    return names.contains(name);
}

} // namespace alerts
