// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/bookmarks.h"

#include "core/log.h"

#include <QHash>

namespace chat {

namespace {
Marks marksOf(const core::ChatMark &mark) { return {mark.upTo, mark.unread, mark.calls, mark.firstUnread}; }
} // namespace

QFuture<core::Reply> Bookmarks::list(const core::Command &command)
{
    const auto asked = command.as<ListRooms>();
    if (!asked)
        return core::ready(asked.error());
    QList<Room> rooms = m_around.rooms.visibleTo(command.caller);
    if (!asked->isArchived)
        rooms.removeIf([](const Room &room) { return room.isArchived; });
    QList<core::ChatMarkQuery> queries;
    for (const Room &room : rooms) {
        // An administrator sees that there is a room, not what happens in it.
        if (m_around.rooms.readable(room.name, command.caller))
            queries << core::ChatMarkQuery{room.name, !room.members.isEmpty()};
    }
    const QString account = command.caller.isGuest ? QString() : command.caller.id;
    return m_around.store.marks(account, queries)
        .then(this,
              [this, rooms,
               session = command.session](const core::Result<QList<core::ChatMark>> &kept) -> core::Reply {
                  if (!kept)
                      return kept.error();
                  QHash<QString, core::ChatMark> marks;
                  for (const core::ChatMark &mark : *kept)
                      marks.insert(mark.room, mark);
                  ListRooms::Reply reply;
                  for (const Room &room : rooms) {
                      const core::ChatMark mark = marks.value(room.name);
                      RoomEntry entry{room, marksOf(mark)};
                      if (mark.lastAt.isValid())
                          entry.lastMessageAt = mark.lastAt;
                      entry.isEntered = m_around.attendance.isIn(session, room.name);
                      reply.rooms << entry;
                  }
                  return reply;
              });
}

QFuture<core::Reply> Bookmarks::read(const core::Command &command)
{
    const auto asked = command.as<ReadUpTo>();
    if (!asked)
        return core::ready(asked.error());
    if (command.caller.isGuest) {
        return core::ready(
            core::Error{core::ErrorCode::Forbidden, tr("What guests have read is not kept. Sign in.")});
    }
    const auto room = m_around.rooms.readable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    return m_around.store.mark(command.caller.id, room->name, asked->upTo)
        .then(this, [this, command](const core::Result<core::ChatMark> &kept) -> core::Reply {
            if (!kept)
                return kept.error();
            const Marks marks = marksOf(*kept);
            core::Draft draft;
            draft.topic = core::Topic(QLatin1String(Marked::topic));
            draft.payload = Marked{kept->room, marks};
            draft.audience.users = {command.caller.id};
            draft.audience.exceptSession = command.session;
            if (const auto said = m_around.publisher.publish(std::move(draft)); !said)
                qCWarning(logEngine).noquote() << said.error().message;
            return marks;
        });
}

} // namespace chat
