// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/icalendar.h"

#include "core/moment.h"
#include "domain/alerts/condition.h"
#include "domain/alerts/windowtimes.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace alerts {

namespace {
constexpr int deepestComponent = 8;
constexpr int mostLinesOfEvent = 1000;
constexpr int shortestEvent = 60;
constexpr qint64 longestEvent = 31 * 86'400;
constexpr int longestText = 256;
constexpr int longestReasonText = 1024;
constexpr int secondsOfDay = 86'400;

// What says nothing of when an event is.
const QStringList &harmless()
{
    static const QStringList names{
        QStringLiteral("UID"),         QStringLiteral("DTSTAMP"),  QStringLiteral("SUMMARY"),
        QStringLiteral("DESCRIPTION"), QStringLiteral("DTSTART"),  QStringLiteral("DTEND"),
        QStringLiteral("DURATION"),    QStringLiteral("RRULE"),    QStringLiteral("SEQUENCE"),
        QStringLiteral("CREATED"),     QStringLiteral("STATUS"),   QStringLiteral("LAST-MODIFIED"),
        QStringLiteral("CLASS"),       QStringLiteral("TRANSP"),   QStringLiteral("LOCATION"),
        QStringLiteral("CATEGORIES"),  QStringLiteral("PRIORITY"), QStringLiteral("ORGANIZER"),
        QStringLiteral("ATTENDEE"),    QStringLiteral("URL"),      QStringLiteral("COMMENT"),
        QStringLiteral("CONTACT"),     QStringLiteral("GEO"),      QStringLiteral("ATTACH"),
        QStringLiteral("EXDATE")};
    return names;
}

// What says of an event that it is at other times, too, or not at all.
const QStringList &timely()
{
    static const QStringList names{QStringLiteral("RDATE"), QStringLiteral("EXRULE"),
                                   QStringLiteral("RECURRENCE-ID")};
    return names;
}

QString unescaped(QString text)
{
    // \\ first becomes what no text has, so that it does not make a \n of what follows.
    const QChar mark(0xFFFF);
    return text.replace(QLatin1String("\\\\"), mark)
        .replace(QLatin1String("\\n"), QLatin1String("\n"), Qt::CaseInsensitive)
        .replace(QLatin1String("\\,"), QLatin1String(","))
        .replace(QLatin1String("\\;"), QLatin1String(";"))
        .replace(mark, QLatin1String("\\"));
}

core::Error invalid(const QString &text) { return {core::ErrorCode::Invalid, text}; }

} // namespace

core::Result<ICalendar::Import> ICalendar::read(const QByteArray &calendar, const QTimeZone &zone)
{
    if (calendar.size() > mostBytes)
        return invalid(tr("The calendar is larger than %1 KiB.").arg(mostBytes / 1024));
    ICalendar reader(zone);
    QString text;
    int number = 0;
    const QStringList rows = QString::fromUtf8(calendar).remove(QChar(u'\0')).split(u'\n');
    for (const QString &row : rows) {
        const QString part = row.endsWith(u'\r') ? row.chopped(1) : row;
        // A line that begins with a blank goes on where the last one ended.
        if (part.startsWith(u' ') || part.startsWith(u'\t')) {
            text += QStringView(part).mid(1);
        } else {
            if (const auto taken = reader.takeLine(text, number); !taken)
                return taken.error();
            text = part;
        }
        ++number;
    }
    if (const auto taken = reader.takeLine(text, number); !taken)
        return taken.error();
    if (!reader.m_isCalendar || !reader.m_open.isEmpty())
        return invalid(
            tr("This is no whole calendar: it does not begin with BEGIN:VCALENDAR and end with its END."));
    if (reader.m_unsaid > 0)
        reader.m_import.remarks << tr("%n more remarks are left out.", nullptr, reader.m_unsaid);
    return reader.m_import;
}

core::Result<void> ICalendar::takeLine(const QString &text, int number)
{
    if (text.isEmpty())
        return {};
    const auto line = text.size() > longestLine ? std::nullopt : lineOf(text);
    if (!line)
        return invalid(tr("Line %1 of the calendar is none: “%2”.").arg(number).arg(text.left(40)));
    if (line->name == QLatin1String("BEGIN")) {
        if (m_open.size() >= deepestComponent ||
            (m_open.isEmpty() && line->value.toUpper() != QLatin1String("VCALENDAR")))
            return invalid(tr("This is no calendar: it does not begin with BEGIN:VCALENDAR."));
        begin(line->value.toUpper());
        return {};
    }
    if (m_open.isEmpty())
        return invalid(tr("This is no calendar: it does not begin with BEGIN:VCALENDAR."));
    if (line->name == QLatin1String("END")) {
        if (line->value.toUpper() != m_open.last())
            return invalid(tr("Line %1 of the calendar ends %2, which was not begun.")
                               .arg(number)
                               .arg(line->value.left(40)));
        end();
        return m_events > mostEvents
                   ? core::Result<void>(invalid(tr("The calendar has more than %1 events.").arg(mostEvents)))
                   : core::Result<void>();
    }
    if (m_open.last() == QLatin1String("VEVENT")) {
        if (m_event.size() >= mostLinesOfEvent)
            return invalid(tr("An event of the calendar has more than %1 lines.").arg(mostLinesOfEvent));
        m_event << *line;
    }
    return {};
}

std::optional<ICalendar::Line> ICalendar::lineOf(const QString &text)
{
    // NAME *(;PARAMETER=value) : value, where a value in quotes may have all of these.
    QStringList parts;
    QString part;
    qsizetype i = 0;
    bool isQuoted = false;
    for (; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (c == u';' || c == u':')) {
            parts << part;
            part.clear();
            if (c == u':')
                break;
        } else {
            part += c;
        }
    }
    if (i >= text.size() || parts.first().isEmpty())
        return std::nullopt;
    Line out;
    out.name = parts.takeFirst().trimmed().toUpper();
    out.value = text.mid(i + 1);
    for (const QString &parameter : std::as_const(parts))
        out.parameters.insert(parameter.section(u'=', 0, 0).toUpper(), parameter.section(u'=', 1));
    return out;
}

void ICalendar::begin(const QString &component)
{
    static const QStringList known{QStringLiteral("VCALENDAR"), QStringLiteral("VEVENT"),
                                   QStringLiteral("VTIMEZONE"), QStringLiteral("STANDARD"),
                                   QStringLiteral("DAYLIGHT")};
    m_open << component;
    m_isCalendar = true;
    if (component == QLatin1String("VEVENT")) {
        m_event.clear();
        ++m_events;
    } else if (!known.contains(component)) {
        remark(tr("%1 is not understood and left out.").arg(component.left(40)));
    }
}

void ICalendar::end()
{
    if (m_open.takeLast() == QLatin1String("VEVENT"))
        takeEvent();
}

void ICalendar::takeEvent()
{
    for (const Line &line : std::as_const(m_event)) {
        if (!harmless().contains(line.name) && !timely().contains(line.name))
            remark(tr("%1 is not understood and left out.").arg(line.name.left(40)));
    }
    const auto window = windowOf(m_event);
    if (window) {
        m_import.windows << *window;
        return;
    }
    QString name;
    for (const Line &line : std::as_const(m_event)) {
        if (line.name == QLatin1String("SUMMARY"))
            name = unescaped(line.value).simplified().left(longestText);
    }
    remark(tr("The event “%1” is left out: %2").arg(name, window.error().message));
}

core::Result<MaintenanceWindow> ICalendar::windowOf(const Event &event)
{
    MaintenanceWindow out;
    for (const Line &line : event) {
        if (timely().contains(line.name))
            return invalid(tr("%1 is not understood, and says when the event is.").arg(line.name));
        if (line.name == QLatin1String("STATUS") && line.value.toUpper() == QLatin1String("CANCELLED"))
            return invalid(tr("It is cancelled."));
        if (line.name == QLatin1String("UID"))
            out.uid = clipped(line.value, longestText);
        else if (line.name == QLatin1String("SUMMARY"))
            out.displayName = clipped(unescaped(line.value).simplified(), longestText);
        else if (line.name == QLatin1String("DESCRIPTION"))
            out.reason = clipped(unescaped(line.value), longestReasonText);
        else if (line.name == QLatin1String("RRULE") && !out.repetition.isEmpty())
            return invalid(tr("It has more than one RRULE."));
        else if (line.name == QLatin1String("RRULE"))
            out.repetition = line.value;
    }
    if (const auto taken = takeTimes(event, out); !taken)
        return taken.error();
    if (const auto taken = takeExceptions(event, out); !taken)
        return taken.error();
    if (out.displayName.isEmpty())
        out.displayName = tr("Maintenance");
    const auto times = WindowTimes::of(out);
    if (!times)
        return times.error();
    out.repetition = times->repetition();
    return out;
}

core::Result<void> ICalendar::takeTimes(const Event &event, MaintenanceWindow &window)
{
    const auto lineNamed = [&](const char *name) {
        const auto found = std::find_if(event.begin(), event.end(),
                                        [&](const Line &line) { return line.name == QLatin1String(name); });
        return found == event.end() ? std::nullopt : std::optional(*found);
    };
    const auto start = lineNamed("DTSTART");
    const auto end = lineNamed("DTEND");
    const auto duration = lineNamed("DURATION");
    if (!start)
        return invalid(tr("It has no DTSTART."));
    QTimeZone zone;
    const auto begins = momentOf(*start, zone);
    if (!begins)
        return begins.error();
    window.start = begins->toUTC();
    window.timeZone = QString::fromLatin1(zone.id());
    std::optional<qint64> seconds;
    if (end) {
        QTimeZone endZone;
        const auto ends = momentOf(*end, endZone);
        if (!ends)
            return ends.error();
        seconds = begins->secsTo(*ends);
    } else if (duration) {
        seconds = secondsOf(duration->value);
    } else if (!start->value.contains(u'T')) {
        seconds = secondsOfDay;
    }
    if (!seconds || *seconds < shortestEvent || *seconds > longestEvent)
        return invalid(tr("It does not last from a minute to 31 days."));
    window.duration = int(*seconds);
    return {};
}

core::Result<void> ICalendar::takeExceptions(const Event &event, MaintenanceWindow &window)
{
    const QTimeZone own = zoneNamed(window.timeZone);
    const QTime hour = window.start.toTimeZone(own).time();
    for (const Line &line : event) {
        if (line.name != QLatin1String("EXDATE"))
            continue;
        const QStringList values = line.value.split(u',', Qt::SkipEmptyParts);
        for (const QString &value : values) {
            Line one = line;
            one.value = value.trimmed();
            // What has no zone of its own goes by that of the event.
            if (!one.parameters.contains(QStringLiteral("TZID")))
                one.parameters.insert(QStringLiteral("TZID"), window.timeZone);
            QTimeZone zone;
            const auto moment = momentOf(one, zone);
            if (!moment)
                return moment.error();
            // A day stands for when the event begins on it.
            const bool isDay = !one.value.contains(u'T');
            window.exceptions << (isDay ? core::momentOf(moment->toTimeZone(zone).date(), hour, own).toUTC()
                                        : *moment);
        }
    }
    if (window.exceptions.size() > WindowTimes::mostExceptions)
        return invalid(tr("It is left out more than %1 times.").arg(WindowTimes::mostExceptions));
    return {};
}

core::Result<QTimeZone> ICalendar::zoneOf(const Line &line)
{
    const QString name = line.parameters.value(QStringLiteral("TZID"));
    if (name.isEmpty()) {
        if (line.value.contains(u'T'))
            remark(tr("Times without a time zone are taken to be those of %1.")
                       .arg(QString::fromLatin1(m_zone.id())));
        return m_zone;
    }
    QTimeZone zone = zoneNamed(name);
    if (!zone.isValid())
        zone = zoneNamed(QString::fromLatin1(QTimeZone::windowsIdToDefaultIanaId(name.toLatin1())));
    return zone.isValid() ? core::Result<QTimeZone>(zone)
                          : invalid(tr("There is no time zone “%1”.").arg(name.left(64)));
}

core::Result<QDateTime> ICalendar::momentOf(const Line &line, QTimeZone &zone)
{
    const bool isUtc = line.value.endsWith(u'Z', Qt::CaseInsensitive);
    const QString text = isUtc ? line.value.chopped(1) : line.value;
    const QString day = text.section(u'T', 0, 0);
    const QString time = text.section(u'T', 1);
    const QDate date = QDate::fromString(day, QStringLiteral("yyyyMMdd"));
    const QTime hour =
        time.isEmpty() && !isUtc ? QTime(0, 0) : QTime::fromString(time, QStringLiteral("HHmmss"));
    constexpr int firstYear = 1970;
    constexpr int lastYear = 2200;
    if (!date.isValid() || !hour.isValid() || date.year() < firstYear || date.year() > lastYear)
        return invalid(tr("“%1” is no time.").arg(line.value.left(40)));
    const auto found = isUtc ? core::Result<QTimeZone>(QTimeZone::utc()) : zoneOf(line);
    if (!found)
        return found.error();
    zone = *found;
    return core::momentOf(date, hour, zone).toUTC();
}

std::optional<qint64> ICalendar::secondsOf(const QString &duration)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\+?P(?:(\\d{1,3})W|(?:(\\d{1,4})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,8})S)?)?)$"));
    const QRegularExpressionMatch match = form.match(duration);
    if (!match.hasMatch())
        return std::nullopt;
    constexpr std::array<qint64, 5> units{7 * secondsOfDay, secondsOfDay, 3600, 60, 1};
    qint64 seconds = 0;
    for (int i = 0; i < int(units.size()); ++i)
        seconds += match.captured(i + 1).toLongLong() * units.at(size_t(i));
    return seconds;
}

void ICalendar::remark(const QString &text)
{
    if (m_import.remarks.contains(text))
        return;
    if (m_import.remarks.size() >= mostRemarks)
        ++m_unsaid;
    else
        m_import.remarks << text;
}

} // namespace alerts
