// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/usage/newest.h"

#include <QCoreApplication>

#include <algorithm>

namespace usage {

core::Result<void> maySee(const core::Principal &caller, const QString &department)
{
    if (caller.departments.isEmpty() || caller.departments.contains(department))
        return {};
    return core::Error{
        core::ErrorCode::Forbidden,
        QCoreApplication::translate("usage::Newest", "Your view is limited to other departments.")};
}

void Newest::hear(const Analytics &analytics)
{
    if (m_newest.size() >= most && !m_newest.contains(analytics.departmentId)) {
        const auto oldest =
            std::min_element(m_newest.begin(), m_newest.end(), [](const Analytics &a, const Analytics &b) {
                return a.timestamp < b.timestamp;
            });
        m_newest.erase(oldest);
    }
    m_newest.insert(analytics.departmentId, analytics);
}

QFuture<core::Reply> Newest::current(const core::Command &command) const
{
    const auto asked = command.as<CurrentAnalytics>();
    if (!asked)
        return core::ready(asked.error());
    CurrentAnalytics::Reply reply;
    if (asked->departmentId) {
        if (const auto may = maySee(command.caller, *asked->departmentId); !may)
            return core::ready(may.error());
        if (const auto found = m_newest.constFind(*asked->departmentId); found != m_newest.constEnd())
            reply.departments << *found;
        return core::ready(reply);
    }
    for (const Analytics &each : m_newest) {
        if (maySee(command.caller, each.departmentId))
            reply.departments << each;
    }
    return core::ready(reply);
}

} // namespace usage
