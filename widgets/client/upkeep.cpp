// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/upkeep.h"

#include "catalog/alerts.h"
#include "client/ask.h"

#include <algorithm>

namespace client {

namespace {
QStringList upkeepTopics()
{
    return {QLatin1String(alerts::SilencesChanged::topic), QLatin1String(alerts::Maintenance::topic)};
}

/// Whether people are told of it then.
bool isNear(const alerts::MaintenanceWindow &window, const QDateTime &now)
{
    constexpr qint64 ahead = std::chrono::seconds(alerts::Maintenance::ahead).count();
    return window.isEnabled && window.nextAt && window.endsAt && now < *window.endsAt &&
           now.secsTo(*window.nextAt) <= ahead;
}
} // namespace

Upkeep::Upkeep(Mirror &mirror, QObject *parent) : QObject(parent), m_mirror(mirror)
{
    Link &link = mirror.link();
    connect(&link, &Link::stateChanged, this, &Upkeep::refresh);
    connect(&link, &Link::eventsReceived, this, &Upkeep::hear);
    link.subscribe(upkeepTopics());
    refresh();
}

Upkeep::~Upkeep() { m_mirror.link().unsubscribe(upkeepTopics()); }

QList<alerts::MaintenanceWindow> Upkeep::at(const QDateTime &now) const
{
    using alerts::MaintenanceWindow;
    QList<MaintenanceWindow> out;
    std::copy_if(m_windows.begin(), m_windows.end(), std::back_inserter(out),
                 [&](const MaintenanceWindow &window) { return isNear(window, now); });
    std::stable_sort(out.begin(), out.end(), [&](const MaintenanceWindow &a, const MaintenanceWindow &b) {
        const bool runsA = *a.nextAt <= now;
        const bool runsB = *b.nextAt <= now;
        if (runsA != runsB)
            return runsA;
        return runsA ? *a.endsAt > *b.endsAt : *a.nextAt < *b.nextAt;
    });
    return out;
}

void Upkeep::hear(const QList<core::Event> &events)
{
    static const QStringList topics = upkeepTopics();
    if (std::any_of(events.begin(), events.end(),
                    [](const core::Event &event) { return topics.contains(event.topic.name()); }))
        refresh();
}

void Upkeep::refresh()
{
    Link &link = m_mirror.link();
    ++m_round;
    // What one person saw is not for the next.
    if (link.state() == Link::State::SignedOut && !m_windows.isEmpty()) {
        m_windows.clear();
        Q_EMIT changed();
    }
    if (link.state() != Link::State::Live)
        return;
    ask(link, alerts::ListWindows{}, this,
        [this, round = m_round](const core::Result<alerts::ListWindows::Reply> &reply) {
            if (round != m_round || !reply)
                return;
            m_windows = reply->windows;
            Q_EMIT changed();
        });
}

} // namespace client
