// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/chat.h"

namespace chat {

using core::field;

core::Fields Message::fields()
{
    return {field("id", &Message::id, "Stable id"),
            field("room_name", &Message::roomName, "Where"),
            field("user_id", &Message::userId, "Who"),
            field("user_name", &Message::userName, "As shown to people"),
            field("user_avatar", &Message::userAvatar, "Their picture, or null").nullable(),
            field("message", &Message::message, "What they wrote").atMost(longestMessage),
            field("message_type", &Message::messageType, "text, ai_response or system"),
            field("timestamp", &Message::timestamp, "When"),
            field("is_ai", &Message::isAi, "Written by the assistant"),
            field("is_guest", &Message::isGuest, "Written without an account").defaulted(),
            field("reply_to", &Message::replyTo, "The message of this room it answers"),
            field("edited_at", &Message::editedAt, "When it was changed or deleted last"),
            field("edited_by", &Message::editedBy, "Who did that"),
            field("is_deleted", &Message::isDeleted, "Its text is gone").defaulted(),
            field("mentions", &Message::mentions, "Who is called in it").defaulted(),
            field("reactions", &Message::reactions, "What people think of it, the first first").defaulted(),
            field("cards", &Message::cards, "What it points to").atMost(mostCards).defaulted(),
            field("attachment", &Message::attachment, "A picture, to be asked for by its id"),
            field("basis", &Message::basis, "By what the assistant answered: its own rules, or which model"),
            field("proposals", &Message::proposals, "What it proposes; a person does it, or nobody")
                .atMost(mostProposedLines)
                .defaulted()};
}

core::Fields Joined::fields()
{
    return {field("room_name", &Joined::roomName, "Where"), field("user", &Joined::user, "Who"),
            field("message", &Joined::message, "That, in a sentence")};
}

core::Fields Left::fields()
{
    return {field("room_name", &Left::roomName, "Where"), field("user", &Left::user, "Who"),
            field("message", &Left::message, "That, in a sentence")};
}

core::Fields Typing::fields()
{
    return {field("room_name", &Typing::roomName, "Where"), field("user_id", &Typing::userId, "Who"),
            field("user_name", &Typing::userName, "As shown to people"),
            field("is_typing", &Typing::isTyping, "False: stopped")};
}

core::Fields Join::Reply::fields()
{
    return {field("room", &Reply::room, "Where"), field("message", &Reply::message, "Its welcome"),
            field("history", &Reply::history, "The last 50 messages, oldest first")};
}

core::Fields Join::fields()
{
    return {field("room_name", &Join::roomName, "Where").atMost(longestRoomName),
            field("user_profile", &Join::userProfile, "Claimed; names a guest"),
            field("is_quiet", &Join::isQuiet, "Only to hear: nobody is told, no history is answered")
                .defaulted()};
}

core::Fields Send::fields()
{
    return {
        field("room_name", &Send::roomName, "Where").atMost(longestRoomName),
        field("message", &Send::message, "Not blank, but for a picture or cards").atMost(longestMessage),
        field("message_type", &Send::messageType, "ai_response cannot be claimed; system only by operators")
            .defaulted(),
        field("user_profile", &Send::userProfile, "Claimed; names a guest"),
        field("reply_to", &Send::replyTo, "A message of the same room").atMost(longestMessageId),
        field("cards", &Send::cards, "What it points to").atMost(mostCards).defaulted(),
        field("attachment", &Send::attachment, "A picture, and the data it was made of")};
}

core::Fields SetTyping::fields()
{
    return {field("room_name", &SetTyping::roomName, "Where").atMost(longestRoomName),
            field("is_typing", &SetTyping::isTyping, "False: stopped"),
            field("user_profile", &SetTyping::userProfile, "Claimed; names a guest")};
}

void declare(core::Catalog &catalog)
{
    const QString room = QStringLiteral("general_chat");
    const QString id = QStringLiteral("u-3f2a");
    const identity::Profile profile{
        id, QStringLiteral("dana@example.org"), QStringLiteral("Dana K."), {}, false};
    const Message message{QStringLiteral("m-41"),
                          room,
                          id,
                          QStringLiteral("Dana K."),
                          std::nullopt,
                          QStringLiteral("The printer in room 4 is back."),
                          MessageType::Text,
                          core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z")),
                          false,
                          false};
    // Chat has a store of its own; the journal need not keep it a second time.
    catalog.event<Message>({.priority = 5}, message);
    catalog.event<Joined>({.priority = 3}, {room, profile, QStringLiteral("Dana K. joined the chat")});
    catalog.event<Left>({.priority = 3}, {room, profile, QStringLiteral("Dana K. left the chat")});
    catalog.event<Typing>({.priority = 1}, {room, id, QStringLiteral("Dana K."), true});
    catalog.command<Join>(core::roles::viewers, {room, profile},
                          {room, QStringLiteral("Welcome to general_chat!"), {message}});
    catalog.command<Send>(core::roles::viewers, {room, message.message, MessageType::Text, profile}, message);
    catalog.command<SetTyping>(core::roles::viewers, {room, true, profile}, {});
}

} // namespace chat
