// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chathistory.h"
#include "domain/chat/pace.h"
#include "domain/chat/roombook.h"

namespace chat {

/// What was written in the rooms, however long ago: pages of it, searches, pictures, and all of it as a text.
class Archive final : public QObject
{
    Q_OBJECT

public:
    Archive(core::ChatStore &store, core::Attendance &attendance, core::Clock &clock, RoomBook &rooms);

    // Handlers; the dispatcher has checked role and schema.
    /// Errors: Invalid (more than one place), NotFound, Forbidden, Limited, Unavailable.
    QFuture<core::Reply> history(const core::Command &command);
    /// Errors: Invalid (no word), NotFound, Forbidden, Limited, Unavailable.
    QFuture<core::Reply> search(const core::Command &command);
    /// Errors: NotFound, also for what is not the caller's to see; Unavailable.
    QFuture<core::Reply> attachment(const core::Command &command);
    /// Errors: as above, and NotFound for a picture that came without any.
    QFuture<core::Reply> values(const core::Command &command);
    QFuture<core::Reply> exportLog(const core::Command &command);

private:
    /// A picture, and what its message says of it.
    using Kept = std::pair<Attachment, core::ChatPicture>;
    QFuture<core::Result<Kept>> picture(const QString &id, const core::Command &command);

    core::ChatStore &m_store;
    RoomBook &m_rooms;
    Pace m_pace;
};

} // namespace chat
