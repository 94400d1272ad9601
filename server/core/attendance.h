// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/principal.h"
#include "core/result.h"

#include <functional>

namespace core {

/// The connections of this house, as rooms of the domain may know them. A session number is that of a
/// Command.
class Attendance
{
public:
    /// Most rooms one connection is in.
    static constexpr int mostRooms = 100;

    Attendance() = default;
    virtual ~Attendance() = default;
    Attendance(const Attendance &) = delete;
    Attendance &operator=(const Attendance &) = delete;

    /// The connection's id as its client knows it; empty when it is gone.
    [[nodiscard]] virtual QString socketId(quint64 session) const = 0;
    /// Whether a connection speaks for this account or guest now.
    [[nodiscard]] virtual bool isHere(const QString &id) const = 0;
    /// Whom a guest's connection speaks for from now on.
    virtual void rename(quint64 session, const Principal &guest) = 0;

    [[nodiscard]] virtual bool isIn(quint64 session, const QString &room) const = 0;
    /// Whether a connection of this account or guest is in there.
    [[nodiscard]] virtual bool hasIn(const QString &id, const QString &room) const = 0;
    /// Lets the connection hear what is said to the members of a room. Errors: Invalid (it is gone), Limited.
    virtual Result<void> enter(quint64 session, const QString &room) = 0;
    /// Tells the watchers, if it was in there.
    virtual void leave(quint64 session, const QString &room) = 0;

    /// A connection that left one room, or (with an empty room) ended, in which case the rooms it was in are
    /// not told one by one.
    using Watcher = std::function<void(quint64 session, const QString &room)>;
    /// `watcher` outlives the connections; it is called from the event loop, and may publish.
    virtual void watch(Watcher watcher) = 0;
};

} // namespace core
