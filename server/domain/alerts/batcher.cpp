// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/batcher.h"

#include <algorithm>

namespace alerts {

void Batcher::add(const QString &group, qint64 alert, bool isUrgent, Time now)
{
    Group &held = m_groups[group];
    const Time soon = now + m_windows.first;
    Time due = soon;
    if (!isUrgent && held.told)
        due = std::max(soon, *held.told + m_windows.next);
    held.due = held.alerts.empty() ? due : std::min(held.due, due);
    held.alerts.insert(alert);
}

bool Batcher::isDue(Time now) const
{
    return std::any_of(m_groups.begin(), m_groups.end(),
                       [now](const Group &group) { return !group.alerts.empty() && group.due <= now; });
}

void Batcher::forget(Time now)
{
    m_told.removeIf([&](Time told) { return told + m_windows.next <= now; });
    m_groups.removeIf([&](QHash<QString, Group>::iterator group) {
        return group->alerts.empty() && (!group->told || *group->told + m_windows.next <= now);
    });
}

QList<Batcher::Batch> Batcher::take(Time now)
{
    forget(now);
    QStringList ready;
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        if (!group->alerts.empty() && group->due <= now)
            ready << group.key();
    }
    if (ready.isEmpty())
        return {};
    ready.sort();
    const bool isStorm = ready.size() + m_told.size() > m_windows.most;
    if (isStorm && m_storm && *m_storm + m_windows.storm > now) {
        for (const QString &name : std::as_const(ready))
            m_groups[name].due = *m_storm + m_windows.storm;
        return {};
    }
    QList<Batch> out;
    for (const QString &name : std::as_const(ready)) {
        Group &group = m_groups[name];
        if (isStorm && !out.isEmpty())
            out.first().alerts.merge(group.alerts);
        else
            out << Batch{isStorm ? QString() : name, group.alerts};
        group.alerts.clear();
        group.told = now;
    }
    if (isStorm)
        m_storm = now;
    m_told.append(QList<Time>(out.size(), now));
    return out;
}

} // namespace alerts
