// SPDX-License-Identifier: GPL-3.0-or-later
// The maintenance windows among what silences alerts.
#include "core/finished.h"
#include "domain/alerts/departments.h"
#include "domain/alerts/icalendar.h"
#include "domain/alerts/silences.h"

#include <algorithm>

namespace alerts {

namespace {
const QString kindOfWindows = QStringLiteral("alert.window");

core::Error noWindow(const QString &id)
{
    return {core::ErrorCode::NotFound,
            alerts::Silences::tr("There is no maintenance window %1.").arg(id.left(32))};
}

/// Whether somebody may change a window that is there.
core::Result<void> changeable(const MaintenanceWindow &window, const core::Principal &caller)
{
    if (!concerns(window.departments, caller))
        return noWindow(window.id);
    if (liesWithin(window.departments, caller))
        return {};
    return core::Error{
        core::ErrorCode::Forbidden,
        alerts::Silences::tr("The maintenance window %1 holds for departments that you may not see. Ask "
                             "somebody who may see them to change it.")
            .arg(window.id)};
}
} // namespace

bool Silences::lookAtWindows(const QDateTime &now)
{
    // What was passed over while the clock was ahead comes again.
    const bool isBack = m_watch.jump() < std::chrono::milliseconds::zero();
    bool isOther = false;
    for (auto &[id, window] : m_windows) {
        if (isBack || (window.span && window.span->end <= now))
            window.span = window.times.spanAt(now);
        const bool isActive = window.isActiveAt(now);
        isOther = isOther || isActive != window.shown.isActive;
        window.shown.isActive = isActive;
    }
    return isOther;
}

void Silences::announce()
{
    const QDateTime now = m_clock.now();
    QList<Occurrence> windows;
    for (const auto &[id, window] : m_windows) {
        const MaintenanceWindow &shown = window.shown;
        if (shown.isEnabled && window.span && now < window.span->end)
            windows << Occurrence{
                id, shown.displayName, shown.reason, shown.departments, window.span->begin, window.span->end};
    }
    m_announcer.look(windows);
}

MaintenanceWindow Silences::shown(const Window &window, const Counts &counts) const
{
    MaintenanceWindow out = window.shown;
    const QDateTime now = m_clock.now();
    const auto span = window.times.spanAt(now);
    out.isActive = out.isEnabled && span && span->begin <= now;
    if (span) {
        out.nextAt = span->begin;
        out.endsAt = span->end;
    }
    out.alerts = counts.value(out.id);
    return out;
}

MaintenanceWindow Silences::shown(const QString &id, const Counts &counts) const
{
    const auto found = m_windows.find(id);
    return found == m_windows.end() ? MaintenanceWindow() : shown(found->second, counts);
}

QFuture<core::Reply> Silences::listWindows(const core::Command &command)
{
    ListWindows::Reply reply;
    const Counts counts = m_count(command.caller);
    for (const auto &[id, window] : m_windows) {
        if (concerns(window.shown.departments, command.caller))
            reply.windows << shown(window, counts);
    }
    // What is over comes last.
    std::sort(reply.windows.begin(), reply.windows.end(),
              [](const MaintenanceWindow &a, const MaintenanceWindow &b) {
                  if (a.nextAt.has_value() != b.nextAt.has_value())
                      return a.nextAt.has_value();
                  return a.nextAt && *a.nextAt != *b.nextAt ? *a.nextAt < *b.nextAt : a.id < b.id;
              });
    return core::ready(reply);
}

QFuture<core::Reply> Silences::listWindowTimes(const core::Command &command)
{
    const auto asked = command.as<ListWindowTimes>();
    if (!asked)
        return core::ready(asked.error());
    if (asked->to <= asked->from || asked->from.addDays(ListWindowTimes::mostDays) < asked->to) {
        return core::ready(
            core::Error{core::ErrorCode::Invalid,
                        tr("Ask for a time that ends behind its beginning, and for at most %1 days.")
                            .arg(ListWindowTimes::mostDays)});
    }
    const std::optional<Matchers::Labels> labels =
        asked->source ? std::optional(m_labelsOf(*asked->source)) : std::nullopt;
    ListWindowTimes::Reply reply;
    for (const auto &[id, window] : m_windows) {
        if (!window.shown.isEnabled || !concerns(window.shown.departments, command.caller) ||
            (labels && !window.matchers.canMatch(*labels)))
            continue;
        for (const WindowTimes::Span &span :
             window.times.between(asked->from, asked->to, ListWindowTimes::most + 1))
            reply.times << WindowTime{id, window.shown.displayName, span.begin, span.end};
    }
    std::sort(reply.times.begin(), reply.times.end(), [](const WindowTime &a, const WindowTime &b) {
        return a.begin != b.begin ? a.begin < b.begin : a.id < b.id;
    });
    reply.isWhole = reply.times.size() <= ListWindowTimes::most;
    reply.times = reply.times.mid(0, ListWindowTimes::most);
    return core::ready(reply);
}

QFuture<core::Reply> Silences::setWindow(const core::Command &command)
{
    const auto asked = command.as<SetWindow>();
    if (!asked)
        return core::ready(asked.error());
    const auto known = m_windows.find(asked->id);
    if (!asked->id.isEmpty() && known == m_windows.end())
        return core::ready(noWindow(asked->id));
    if (known != m_windows.end()) {
        if (const auto may = changeable(known->second.shown, command.caller); !may)
            return core::ready(may.error());
    }
    const auto matchers = Matchers::parse(asked->matchers);
    if (!matchers)
        return core::ready(matchers.error());
    MaintenanceWindow window = known == m_windows.end() ? MaintenanceWindow() : known->second.shown;
    window.displayName = asked->displayName.simplified();
    window.reason = asked->reason;
    window.matchers = matchers->list();
    window.start = asked->start.toUTC();
    window.duration = asked->duration;
    window.timeZone =
        asked->timeZone.isEmpty() ? QString::fromLatin1(QTimeZone::systemTimeZoneId()) : asked->timeZone;
    window.repetition = asked->repetition;
    window.isEnabled = asked->isEnabled;
    if (known == m_windows.end())
        window.departments = command.caller.departments;
    return keepWindows({window}, command.caller)
        .then(this, [](const core::Result<QList<MaintenanceWindow>> &kept) -> core::Reply {
            return kept ? core::Reply(kept->first()) : kept.error();
        });
}

QFuture<core::Result<QList<MaintenanceWindow>>> Silences::keepWindows(QList<MaintenanceWindow> windows,
                                                                      const core::Principal &by)
{
    using Windows = core::Result<QList<MaintenanceWindow>>;
    const auto added = std::count_if(windows.begin(), windows.end(),
                                     [](const MaintenanceWindow &each) { return each.id.isEmpty(); });
    if (qsizetype(m_windows.size()) + added > most)
        return core::finished(Windows(
            core::Error{core::ErrorCode::Limited,
                        tr("There would be more than %1 maintenance windows; that is the most.").arg(most)}));
    QList<core::Record> records;
    for (MaintenanceWindow &window : windows) {
        if (window.displayName.isEmpty())
            return core::finished(
                Windows(core::Error{core::ErrorCode::Invalid, tr("Give the maintenance window a name.")}));
        const auto times = WindowTimes::of(window);
        if (!times)
            return core::finished(Windows(times.error()));
        window.repetition = times->repetition();
        if (window.id.isEmpty()) {
            window.id = QStringLiteral("M-%1").arg(++m_lastWindow);
            window.createdAt = m_clock.now();
        }
        window.by = by.displayName;
        records << core::Record{kindOfWindows, window.id, core::Payload(window).text()};
    }
    return m_records.write(records, {})
        .then(this, [this, windows, by](const core::Result<void> &written) -> Windows {
            if (!written)
                return written.error();
            QList<MaintenanceWindow> out;
            for (const MaintenanceWindow &window : windows) {
                if (const auto taken = take(window); !taken)
                    return taken.error();
            }
            m_changed();
            const Counts counts = m_count(by);
            for (const MaintenanceWindow &window : windows) {
                Q_EMIT altered(window.id, by.displayName);
                out << shown(window.id, counts);
            }
            announce();
            return out;
        });
}

QFuture<core::Reply> Silences::removeWindow(const core::Command &command)
{
    const auto asked = command.as<RemoveWindow>();
    if (!asked)
        return core::ready(asked.error());
    const auto known = m_windows.find(asked->id);
    if (known == m_windows.end())
        return core::ready(noWindow(asked->id));
    if (const auto may = changeable(known->second.shown, command.caller); !may)
        return core::ready(may.error());
    return m_records.write({}, {{kindOfWindows, asked->id}})
        .then(this,
              [this, id = asked->id,
               by = command.caller.displayName](const core::Result<void> &removed) -> core::Reply {
                  if (!removed)
                      return removed.error();
                  m_windows.erase(id);
                  m_changed();
                  Q_EMIT altered(id, by);
                  announce();
                  return identity::Done{};
              });
}

QFuture<core::Reply> Silences::importWindows(const core::Command &command)
{
    const auto asked = command.as<ImportWindows>();
    if (!asked)
        return core::ready(asked.error());
    const auto matchers = Matchers::parse(asked->matchers);
    if (!matchers)
        return core::ready(matchers.error());
    const auto import = ICalendar::read(asked->calendar.toUtf8(), QTimeZone::systemTimeZone());
    if (!import)
        return core::ready(import.error());
    QList<MaintenanceWindow> windows = import->windows;
    for (MaintenanceWindow &window : windows) {
        window.matchers = matchers->list();
        window.departments = command.caller.departments;
        // What others made of the same calendar for their departments stays theirs.
        const auto same = std::find_if(m_windows.begin(), m_windows.end(), [&](const auto &known) {
            return !window.uid.isEmpty() && known.second.shown.uid == window.uid &&
                   known.second.shown.departments == window.departments;
        });
        if (same != m_windows.end()) {
            window.id = same->first;
            window.createdAt = same->second.shown.createdAt;
            window.isEnabled = same->second.shown.isEnabled;
        }
    }
    return keepWindows(windows, command.caller)
        .then(this,
              [remarks = import->remarks](const core::Result<QList<MaintenanceWindow>> &kept) -> core::Reply {
                  if (!kept)
                      return kept.error();
                  return ImportWindows::Reply{*kept, remarks};
              });
}

} // namespace alerts
