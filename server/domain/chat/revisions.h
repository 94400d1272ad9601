// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatchanges.h"
#include "domain/chat/pace.h"
#include "domain/chat/service.h"

namespace chat {

/// What becomes of messages that are written already: edited, deleted, reacted to. What they said before
/// stays, for operators.
class Revisions final : public QObject
{
    Q_OBJECT

public:
    struct Surroundings
    {
        core::ChatStore &store;
        core::Attendance &attendance;
        core::Clock &clock;
        RoomBook &rooms;
        Service &chat;
        People people;
    };

    explicit Revisions(Surroundings around);

    // Handlers; the dispatcher has checked role and schema.
    /// Errors: Invalid (blank), Forbidden (another's), NotFound, Conflict (deleted, put away, or changed
    /// meanwhile), Limited, Unavailable.
    QFuture<core::Reply> edit(const core::Command &command);
    QFuture<core::Reply> remove(const core::Command &command);
    QFuture<core::Reply> trace(const core::Command &command);
    /// Errors: Invalid (not an emoji), NotFound, Conflict, Limited, Unavailable.
    QFuture<core::Reply> react(const core::Command &command);

private:
    /// A message, and the line it was kept as.
    struct Found
    {
        Message message;
        QByteArray body;
    };
    QFuture<core::Result<Found>> find(const QString &room, const QString &id);
    QFuture<core::Reply> keep(const Room &room, const Found &before, Message after, Deed deed,
                              const QString &by);
    void told(const Message &before, const Message &after, Deed deed);

    Surroundings m_around;
    Pace m_pace;
};

} // namespace chat
