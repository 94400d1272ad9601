// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/icalendar.h"

namespace alerts {

namespace {
constexpr int deepestComponent = 8;
constexpr int mostLinesOfEvent = 1000;
core::Error invalid(const QString &text) { return {core::ErrorCode::Invalid, text}; }

} // namespace

ICalendar::ICalendar(const QTimeZone &zone)
    : m_times(zone, [this](const QString &text) { remark(text); }),
      m_series(m_times, [this](const QString &name, const core::Error &why) {
          remark(tr("The event “%1” is left out: %2").arg(name, why.message));
      })
{
}

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
    reader.m_import.windows = reader.m_series.windows();
    if (reader.m_unsaid > 0)
        reader.m_import.remarks << tr("%n more remarks are left out.", nullptr, reader.m_unsaid);
    return reader.m_import;
}

core::Result<void> ICalendar::takeLine(const QString &text, int number)
{
    if (text.isEmpty())
        return {};
    const auto line = text.size() > longestLine ? std::nullopt : ContentLine::of(text);
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
    for (const ContentLine &line : std::as_const(m_event)) {
        if (!CalendarEvent::isKnown(line.name))
            remark(tr("%1 is not understood and left out.").arg(line.name.left(40)));
    }
    m_series.take(m_event);
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
