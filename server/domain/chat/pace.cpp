// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/pace.h"

#include <QCoreApplication>

namespace chat {

Pace::Pace(core::Attendance &attendance, core::Clock &clock) : m_clock(clock)
{
    attendance.watch([this](quint64 session, const QString &room) {
        if (room.isEmpty())
            m_limits.erase(session);
    });
}

core::Result<void> Pace::take(quint64 session)
{
    if (m_limits.try_emplace(session, m_clock, rate, burst).first->second.take())
        return {};
    return core::Error{
        core::ErrorCode::Limited,
        QCoreApplication::translate("chat", "That was too much at once. Wait a second, then go on.")};
}

} // namespace chat
