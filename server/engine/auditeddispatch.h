// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/dispatcher.h"

namespace identity {
class AuditTrail;
} // namespace identity

namespace engine {

/// Registers handlers whose every use stands in the audit trail. Rooms do not know of it, as no room knows of
/// another.
class AuditedDispatch
{
public:
    AuditedDispatch(Dispatcher &dispatcher, identity::AuditTrail &trail)
        : m_dispatcher(dispatcher), m_trail(trail)
    {
    }

    /// `action`: as the trail calls it; `target`: the parameter that says what it was done to, or empty.
    template <class Room>
    void handle(const char *name, const char *action, const char *target, Room &room,
                QFuture<core::Reply> (Room::*method)(const core::Command &)) const
    {
        handle(name, action, target,
               [&room, method](const core::Command &command) { return (room.*method)(command); });
    }

    void handle(const char *name, const char *action, const char *target, const core::Handler &handler) const;

private:
    Dispatcher &m_dispatcher;
    identity::AuditTrail &m_trail;
};

} // namespace engine
