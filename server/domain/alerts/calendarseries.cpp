// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/calendarseries.h"

#include "domain/alerts/condition.h"
#include "domain/alerts/icalendar.h"
#include "domain/alerts/windowtimes.h"

namespace alerts {

namespace {
constexpr qsizetype longestUid = 256;

core::Error badSeries(const QString &text) { return {core::ErrorCode::Invalid, text}; }
} // namespace

void CalendarSeries::take(const CalendarEvent::Lines &lines)
{
    const auto event = CalendarEvent::of(lines, m_times);
    if (event) {
        m_events << *event;
        return;
    }
    m_refuse(CalendarEvent::nameIn(lines), event.error());
    (CalendarEvent::isInstead(lines) ? m_broken : m_refused) << CalendarEvent::uidIn(lines);
}

QList<MaintenanceWindow> CalendarSeries::windows() const
{
    QSet<QString> known = m_refused;
    for (const CalendarEvent &event : m_events) {
        if (!event.instead)
            known << event.window.uid;
    }
    QList<MaintenanceWindow> out;
    for (const CalendarEvent &event : m_events) {
        const bool isPart = event.instead && known.contains(event.window.uid);
        if (isPart)
            continue;
        const auto window = whole(event);
        if (window)
            out << *window;
        else
            m_refuse(event.window.displayName, window.error());
    }
    return out;
}

core::Result<MaintenanceWindow> CalendarSeries::whole(const CalendarEvent &event) const
{
    MaintenanceWindow out = event.window;
    if (event.isCancelled)
        return badSeries(ICalendar::tr("It is cancelled."));
    if (event.instead) {
        // Its series is not in this calendar: it stands for itself, beside others of it.
        out.uid = clipped(out.uid + u' ' + event.instead->value, longestUid);
    } else if (!out.uid.isEmpty()) {
        if (m_broken.contains(out.uid))
            return badSeries(ICalendar::tr("One of its times is changed in a way that is not understood."));
        if (const auto replaced = replaceParts(out); !replaced)
            return replaced.error();
    }
    const auto times = WindowTimes::of(out);
    if (!times)
        return times.error();
    out.repetition = times->repetition();
    return out;
}

core::Result<void> CalendarSeries::replaceParts(MaintenanceWindow &window) const
{
    QMap<QDateTime, const CalendarEvent *> parts; // of two for one time the last
    for (const CalendarEvent &event : m_events) {
        if (!event.instead || event.window.uid != window.uid)
            continue;
        const auto time = m_times.timeOf(*event.instead, window);
        if (!time)
            return time.error();
        parts.insert(*time, &event);
    }
    const auto repetition = Repetition::parse(window.repetition);
    if (!repetition)
        return repetition.error();
    QList<WindowAddition> moved;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        const QDateTime &time = part.key();
        const auto regular = repetition->next(window.start, zoneNamed(window.timeZone), time.addMSecs(-1));
        const bool isRegular = regular && *regular == time;
        const auto added =
            window.additions.removeIf([&](const WindowAddition &each) { return each.begin == time; });
        // It was changed before its series was, which is not then any more.
        if (!isRegular && added == 0)
            continue;
        if (isRegular && !window.exceptions.contains(time))
            window.exceptions << time;
        const CalendarEvent &event = *part.value();
        if (!event.isCancelled)
            moved << WindowAddition{event.window.start, event.window.duration};
    }
    window.additions << moved;
    return {};
}

} // namespace alerts
