// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/attendance.h"

#include <QMap>

#include <vector>

namespace support {

/// Connections that a test lets come and go.
class FakeAttendance final : public core::Attendance
{
public:
    void come(quint64 session, const QString &id)
    {
        core::Principal principal;
        principal.id = id;
        m_here.insert(session, principal);
    }
    /// The watchers are told at once.
    void go(quint64 session)
    {
        m_here.remove(session);
        m_rooms.remove(session);
        tell(session, {});
    }

    [[nodiscard]] QString socketId(quint64 session) const override
    {
        return m_here.contains(session) ? QStringLiteral("sid-%1").arg(session) : QString();
    }
    [[nodiscard]] bool isHere(const QString &id) const override
    {
        for (const core::Principal &principal : m_here) {
            if (principal.id == id)
                return true;
        }
        return false;
    }
    void rename(quint64 session, const core::Principal &guest) override { m_here[session] = guest; }
    [[nodiscard]] bool isIn(quint64 session, const QString &room) const override
    {
        return m_rooms.value(session).contains(room);
    }
    [[nodiscard]] bool hasIn(const QString &id, const QString &room) const override
    {
        for (auto one = m_here.cbegin(); one != m_here.cend(); ++one) {
            if (one->id == id && isIn(one.key(), room))
                return true;
        }
        return false;
    }
    core::Result<void> enter(quint64 session, const QString &room) override
    {
        if (!m_here.contains(session))
            return core::Error{core::ErrorCode::Invalid, QStringLiteral("gone")};
        m_rooms[session].insert(room);
        return {};
    }
    void leave(quint64 session, const QString &room) override
    {
        if (m_rooms[session].remove(room))
            tell(session, room);
    }
    void watch(Watcher watcher) override { m_watchers.push_back(std::move(watcher)); }

    [[nodiscard]] core::Principal principal(quint64 session) const { return m_here.value(session); }

private:
    void tell(quint64 session, const QString &room)
    {
        for (const Watcher &watcher : m_watchers)
            watcher(session, room);
    }

    QMap<quint64, core::Principal> m_here;
    QMap<quint64, QSet<QString>> m_rooms;
    std::vector<Watcher> m_watchers;
};

} // namespace support
