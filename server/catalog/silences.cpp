// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/silences.h"

namespace alerts {

using core::field;

namespace {
constexpr int longestMatchers = 4096;
constexpr int longestWhy = 1024;
constexpr int longestWindowId = 32;
constexpr int longestName = 256;
constexpr int shortestWindow = 60;
constexpr int longestWindow = 31 * 86'400;
constexpr int longestCalendar = 900'000;
} // namespace

core::Fields Silence::fields()
{
    return {field("id", &Silence::id, "Stable id"),
            field("matchers", &Silence::matchers, "What labels must be; all of it"),
            field("reason", &Silence::reason, "Why"),
            field("until", &Silence::until, "Until when"),
            field("by", &Silence::by, "Who set it"),
            field("created_at", &Silence::createdAt, "When"),
            field("is_over", &Silence::isOver, "It is over"),
            field("alerts", &Silence::alerts, "How many alerts are under it"),
            field("departments", &Silence::departments, "Only alerts of these; empty: of all").defaulted()};
}

core::Fields WindowAddition::fields()
{
    return {field("begin", &WindowAddition::begin, "From when"),
            field("duration", &WindowAddition::duration, "Seconds").between(shortestWindow, longestWindow)};
}

core::Fields MaintenanceWindow::fields()
{
    return {
        field("id", &MaintenanceWindow::id, "Stable id"),
        field("display_name", &MaintenanceWindow::displayName, "What it is called"),
        field("reason", &MaintenanceWindow::reason, "Why"),
        field("matchers", &MaintenanceWindow::matchers, "What labels must be; all of it"),
        field("start", &MaintenanceWindow::start, "The first time"),
        field("duration", &MaintenanceWindow::duration, "Seconds"),
        field("time_zone", &MaintenanceWindow::timeZone, "Whose clock it goes by"),
        field("repetition", &MaintenanceWindow::repetition, "An RRULE; empty: once"),
        field("is_enabled", &MaintenanceWindow::isEnabled, "It counts"),
        field("by", &MaintenanceWindow::by, "Who set it"),
        field("created_at", &MaintenanceWindow::createdAt, "When"),
        field("uid", &MaintenanceWindow::uid, "The event of a calendar it was made of"),
        field("is_active", &MaintenanceWindow::isActive, "It is now"),
        field("next_at", &MaintenanceWindow::nextAt, "When it begins, or began"),
        field("ends_at", &MaintenanceWindow::endsAt, "When it ends then"),
        field("alerts", &MaintenanceWindow::alerts, "How many alerts are under it"),
        field("departments", &MaintenanceWindow::departments, "Only alerts of these; empty: of all")
            .defaulted(),
        field("exceptions", &MaintenanceWindow::exceptions, "When it would begin, and does not").defaulted(),
        field("additions", &MaintenanceWindow::additions, "When it is besides").defaulted()};
}

core::Fields ListSilences::Reply::fields()
{
    return {field("silences", &Reply::silences, "Those that end first, first")};
}

core::Fields ListSilences::fields()
{
    return {field("is_over", &ListSilences::isOver, "Also those that are over").defaulted()};
}

core::Fields SetSilence::fields()
{
    return {field("id", &SetSilence::id, "Which; empty: a new one").atMost(longestWindowId).defaulted(),
            field("matchers", &SetSilence::matchers, "As Prometheus writes them").atMost(longestMatchers),
            field("until", &SetSilence::until, "Until when"),
            field("reason", &SetSilence::reason, "Why").atMost(longestWhy)};
}

core::Fields RemoveSilence::fields()
{
    return {field("id", &RemoveSilence::id, "Which").atMost(longestWindowId)};
}

core::Fields ListWindows::Reply::fields()
{
    return {field("windows", &Reply::windows, "Those that are next, first")};
}

core::Fields ListWindows::fields() { return {}; }

core::Fields WindowTime::fields()
{
    return {field("id", &WindowTime::id, "Which window"),
            field("display_name", &WindowTime::displayName, "What it is called"),
            field("begin", &WindowTime::begin, "From when on"), field("end", &WindowTime::end, "Until when")};
}

core::Fields ListWindowTimes::Reply::fields()
{
    return {field("times", &Reply::times, "Those that begin first, first"),
            field("is_whole", &Reply::isWhole, "There are no more; else ask for a shorter time")};
}

core::Fields ListWindowTimes::fields()
{
    return {
        field("from", &ListWindowTimes::from, "Those that end later"),
        field("to", &ListWindowTimes::to, "Those that begin earlier; at most 400 days after `from`"),
        field("source", &ListWindowTimes::source,
              "Only of windows that can hold for alerts about this: the id of a device or of a service, or "
              "`host` for the machine itself")
            .atMost(128)};
}

core::Fields SetWindow::fields()
{
    return {
        field("id", &SetWindow::id, "Which; empty: a new one").atMost(longestWindowId).defaulted(),
        field("display_name", &SetWindow::displayName, "What it is called").atMost(longestName),
        field("reason", &SetWindow::reason, "Why").atMost(longestWhy).defaulted(),
        field("matchers", &SetWindow::matchers, "As Prometheus writes them").atMost(longestMatchers),
        field("start", &SetWindow::start, "The first time"),
        field("duration", &SetWindow::duration, "Seconds").between(shortestWindow, longestWindow),
        field("time_zone", &SetWindow::timeZone, "IANA; empty: the machine's").atMost(64).defaulted(),
        field("repetition", &SetWindow::repetition, "An RRULE; empty: once").atMost(longestName).defaulted(),
        field("is_enabled", &SetWindow::isEnabled, "It counts").defaulted()};
}

core::Fields RemoveWindow::fields()
{
    return {field("id", &RemoveWindow::id, "Which").atMost(longestWindowId)};
}

core::Fields ImportWindows::Reply::fields()
{
    return {field("windows", &Reply::windows, "What was made of it"),
            field("remarks", &Reply::remarks, "What was not understood, and what became of it")};
}

core::Fields ImportWindows::fields()
{
    return {field("calendar", &ImportWindows::calendar, "iCalendar (RFC 5545)").atMost(longestCalendar),
            field("matchers", &ImportWindows::matchers, "As Prometheus writes them").atMost(longestMatchers)};
}

core::Fields SilencesChanged::fields()
{
    return {field("id", &SilencesChanged::id, "Which"), field("by", &SilencesChanged::by, "Who did it")};
}

void declareSilences(core::Catalog &catalog)
{
    using namespace core::roles;
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString text = QStringLiteral("device=\"core-sw-01\"");
    const QList<Matcher> matchers{
        {QStringLiteral("device"), Comparison::Equal, QStringLiteral("core-sw-01")}};
    const QString reason = QStringLiteral("A new power supply is fitted.");
    const QString by = QStringLiteral("Dana");
    const Silence silence{
        QStringLiteral("S-3"), matchers, reason, time.addSecs(7200), by, time, false, 1, {}};
    MaintenanceWindow window;
    window.id = QStringLiteral("M-2");
    window.displayName = QStringLiteral("Updates");
    window.reason = reason;
    window.matchers = matchers;
    window.start = time;
    window.timeZone = QStringLiteral("Europe/Berlin");
    window.repetition = QStringLiteral("FREQ=WEEKLY;BYDAY=SU");
    window.additions = {{time.addDays(1), 7200}};
    window.by = by;
    window.createdAt = time;
    window.nextAt = time.addDays(2);
    window.endsAt = time.addDays(2).addSecs(window.duration);
    const SetWindow set{{},   window.displayName, reason,          text,
                        time, window.duration,    window.timeZone, window.repetition,
                        true};
    catalog.event<SilencesChanged>({.priority = 4}, {silence.id, by});
    catalog.command<ListSilences>(viewers, {}, {{silence}});
    catalog.command<SetSilence>(operators, {{}, text, silence.until, reason}, silence);
    catalog.command<RemoveSilence>(operators, {silence.id}, silence);
    catalog.command<ListWindows>(viewers, {}, {{window}});
    catalog.command<ListWindowTimes>(
        viewers, {time, time.addDays(7), QStringLiteral("host")},
        {{{window.id, window.displayName, *window.nextAt, *window.endsAt}}, true});
    catalog.command<SetWindow>(operators, set, window);
    catalog.command<RemoveWindow>(operators, {window.id}, {});
    catalog.command<ImportWindows>(operators, {QStringLiteral("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"), text},
                                   {{window}, {}});
}

} // namespace alerts
