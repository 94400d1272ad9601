// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/chathistory.h"

namespace chat {

using core::field;

core::Fields History::Reply::fields()
{
    return {field("messages", &Reply::messages, "Oldest first"),
            field("has_older", &Reply::hasOlder, "There are some before these"),
            field("has_newer", &Reply::hasNewer, "There are some after these")};
}

core::Fields History::fields()
{
    return {field("room_name", &History::roomName, "Where").atMost(longestRoomName),
            field("before", &History::before, "Those before this message").atMost(longestMessageId),
            field("after", &History::after, "Those after this message").atMost(longestMessageId),
            field("around", &History::around, "This message and those about it").atMost(longestMessageId),
            field("limit", &History::limit, "How many at most").between(1, longestPage).defaulted()};
}

core::Fields Search::Reply::fields()
{
    return {field("messages", &Reply::messages, "Newest first"),
            field("has_older", &Reply::hasOlder, "There are more, before the last of these")};
}

core::Fields Search::fields()
{
    return {field("text", &Search::text, "Words, all of them; each may be the beginning of one").atMost(256),
            field("room_name", &Search::roomName, "Only there").atMost(longestRoomName).defaulted(),
            field("author", &Search::author, "Only what this account wrote").atMost(128).defaulted(),
            field("from", &Search::from, "Not older"),
            field("to", &Search::to, "Not newer"),
            field("before", &Search::before, "Those before this message").atMost(longestMessageId),
            field("limit", &Search::limit, "How many at most").between(1, longestPage).defaulted()};
}

core::Fields Marked::fields()
{
    return {field("room_name", &Marked::roomName, "Where"), field("marks", &Marked::marks, "How far now")};
}

core::Fields ReadUpTo::fields()
{
    return {field("room_name", &ReadUpTo::roomName, "Where").atMost(longestRoomName),
            field("up_to", &ReadUpTo::upTo, "The last message that was read").atMost(longestMessageId)};
}

core::Fields GetAttachment::Reply::fields()
{
    return {field("attachment", &Reply::attachment, "What the message says of it"),
            field("picture", &Reply::picture, "PNG, base64"),
            field("data", &Reply::data, "What it was made of")};
}

core::Fields GetAttachment::fields()
{
    return {field("id", &GetAttachment::id, "Which").atMost(longestMessageId)};
}

core::Fields ExportLog::Reply::fields()
{
    return {field("file_name", &Reply::fileName, "What the file may be called"),
            field("media_type", &Reply::mediaType, "text/plain, text/markdown or text/csv"),
            field("text", &Reply::text, "What was written, oldest first"),
            field("messages", &Reply::messages, "How many those are"),
            field("is_cut", &Reply::isCut, "There are more"),
            field("next", &Reply::next, "From when on they are")};
}

core::Fields ExportLog::fields()
{
    return {field("room_name", &ExportLog::roomName, "Where").atMost(longestRoomName),
            field("from", &ExportLog::from, "Not older"), field("to", &ExportLog::to, "Not newer"),
            field("format", &ExportLog::format, "text, markdown or csv").defaulted()};
}

void declareHistory(core::Catalog &catalog)
{
    const core::Roles people = core::Roles(core::Role::Viewer) | core::roles::operators;
    const QString room = QStringLiteral("general_chat");
    const QString last = QStringLiteral("m-41");
    const QDateTime at = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Message message;
    message.id = last;
    message.roomName = room;
    message.userId = QStringLiteral("u-3f2a");
    message.userName = QStringLiteral("Dana K.");
    message.message = QStringLiteral("The printer in room 4 is back.");
    message.timestamp = at;
    const Attachment picture{
        QStringLiteral("p-9"), QStringLiteral("core-sw-01, traffic"), 640, 320, 20480, true};
    const Marks marks{last, 0, 0, {}};
    catalog.event<Marked>({.priority = 2}, {room, marks});
    catalog.command<History>(core::roles::viewers, {room, QStringLiteral("m-42"), {}, {}, 50},
                             {{message}, true, true});
    catalog.command<Search>(core::roles::viewers, {QStringLiteral("printer"), room, {}, {}, at, {}, 50},
                            {{message}, false});
    catalog.command<ReadUpTo>(people, {room, last}, marks);
    catalog.command<GetAttachment>(core::roles::viewers, {picture.id},
                                   {picture, QStringLiteral("iVBORw0KGgo="), QJsonObject{}});
    catalog.command<ExportLog>(core::roles::operators, {room, at, {}, LogFormat::Markdown},
                               {QStringLiteral("general_chat.md"), QStringLiteral("text/markdown"),
                                QStringLiteral("# general_chat\n"), 1, true, at});
}

} // namespace chat
