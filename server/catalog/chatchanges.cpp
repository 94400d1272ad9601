// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/chatchanges.h"

namespace chat {

using core::field;

namespace {
// UTF-16 units of a reaction: two for each code point.
constexpr int longestEmoji = 2 * longestReaction;

template <class T>
core::Field roomOf(QString T::*member)
{
    return field("room_name", member, "Where").atMost(longestRoomName);
}
template <class T>
core::Field idOf(QString T::*member)
{
    return field("id", member, "Which message").atMost(longestMessageId);
}
} // namespace

core::Fields Changed::fields()
{
    return {field("deed", &Changed::deed, "edited or deleted"),
            field("message", &Changed::message, "As it is now")};
}

core::Fields Reacted::fields()
{
    return {field("room_name", &Reacted::roomName, "Where"),
            field("message_id", &Reacted::messageId, "Of which message"),
            field("reactions", &Reacted::reactions, "All of them, the first first")};
}

core::Fields Edit::fields()
{
    return {roomOf(&Edit::roomName), idOf(&Edit::id),
            field("message", &Edit::message, "Not blank").atMost(longestMessage)};
}

core::Fields Delete::fields() { return {roomOf(&Delete::roomName), idOf(&Delete::id)}; }

core::Fields TraceEntry::fields()
{
    return {field("deed", &TraceEntry::deed, "edited or deleted"),
            field("by", &TraceEntry::by, "Account id of who did it"), field("at", &TraceEntry::at, "When"),
            field("text", &TraceEntry::text, "What it said before")};
}

core::Fields Trace::Reply::fields() { return {field("entries", &Reply::entries, "Oldest first")}; }

core::Fields Trace::fields() { return {roomOf(&Trace::roomName), idOf(&Trace::id)}; }

core::Fields React::Reply::fields() { return {field("reactions", &Reply::reactions, "All of them")}; }

core::Fields React::fields()
{
    return {roomOf(&React::roomName), idOf(&React::id),
            field("emoji", &React::emoji, "One, of at most 8 code points").atMost(longestEmoji),
            field("is_on", &React::isOn, "False: takes it back").defaulted()};
}

void declareChanges(core::Catalog &catalog)
{
    const core::Roles people = core::Roles(core::Role::Viewer) | core::roles::operators;
    const QString room = QStringLiteral("general_chat");
    const QString id = QStringLiteral("m-41");
    const QString author = QStringLiteral("u-3f2a");
    const QDateTime at = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Message message;
    message.id = id;
    message.roomName = room;
    message.userId = author;
    message.userName = QStringLiteral("Dana K.");
    message.message = QStringLiteral("The printer in room 5 is back.");
    message.timestamp = at;
    message.editedAt = at.addSecs(60);
    message.editedBy = author;
    Message deleted = message;
    deleted.message.clear();
    deleted.isDeleted = true;
    const QString thumb = QStringLiteral("👍");
    const QList<Reaction> reactions{{thumb, 1, {author}}};
    catalog.event<Changed>({.priority = 4}, {Deed::Edited, message});
    catalog.event<Reacted>({.priority = 2}, {room, id, reactions});
    catalog.command<Edit>(people, {room, id, message.message}, message);
    catalog.command<Delete>(people, {room, id}, deleted);
    catalog.command<Trace>(
        core::roles::operators, {room, id},
        {{{Deed::Edited, author, at.addSecs(60), QStringLiteral("The printer in room 4 is back.")}}});
    catalog.command<React>(core::roles::viewers, {room, id, thumb, true}, {reactions});
}

} // namespace chat
