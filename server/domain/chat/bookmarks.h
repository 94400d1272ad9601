// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chathistory.h"
#include "domain/chat/roombook.h"

namespace chat {

/// How far each account has read in each room.
class Bookmarks final : public QObject
{
    Q_OBJECT

public:
    struct Surroundings
    {
        core::ChatStore &store;
        core::Attendance &attendance;
        core::Publisher &publisher;
        RoomBook &rooms;
    };

    explicit Bookmarks(Surroundings around) : m_around(around) {}

    // Handlers; the dispatcher has checked role and schema.
    /// The rooms the caller may see. Errors: Unavailable.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: NotFound, Forbidden, Unavailable.
    QFuture<core::Reply> read(const core::Command &command);

private:
    Surroundings m_around;
};

} // namespace chat
