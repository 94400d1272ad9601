// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/presence.h"

namespace chat {

using core::field;

/// The longest message, in UTF-16 units (decision 13 of the contracts).
inline constexpr int longestMessage = 1000;
/// The longest name of a room.
inline constexpr int longestRoomName = 128;

/// Who or what wrote a message.
enum class MessageType { Text, AiResponse, System };

} // namespace chat

template <>
struct core::Words<chat::MessageType>
{
    static constexpr std::array list{"text", "ai_response", "system"};
};

namespace chat {

/// One message, as it is stored and as it is told.
struct Message
{
    QString id;
    QString roomName;
    QString userId;
    QString userName;
    std::optional<QString> userAvatar;
    QString message;
    MessageType messageType = MessageType::Text;
    QDateTime timestamp;
    bool isAi = false;
    bool isGuest = false;

    static constexpr auto topic = "chat.message";
    static constexpr auto summary = "Somebody wrote in a chat room";
    static constexpr auto fields()
    {
        return std::tuple{field("id", &Message::id, "Stable id"),
                          field("room_name", &Message::roomName, "Where"),
                          field("user_id", &Message::userId, "Who"),
                          field("user_name", &Message::userName, "As shown to people"),
                          field("user_avatar", &Message::userAvatar, "Their picture, or null").nullable(),
                          field("message", &Message::message, "What they wrote").atMost(longestMessage),
                          field("message_type", &Message::messageType, "text, ai_response or system"),
                          field("timestamp", &Message::timestamp, "When"),
                          field("is_ai", &Message::isAi, "Written by the assistant"),
                          field("is_guest", &Message::isGuest, "Written without an account").defaulted()};
    }
};

/// Somebody entered a chat room; told to the others in it.
struct Joined
{
    QString roomName;
    identity::Profile user;
    QString message;

    static constexpr auto topic = "chat.joined";
    static constexpr auto summary = "Somebody entered a chat room";
    static constexpr auto fields()
    {
        return std::tuple{field("room_name", &Joined::roomName, "Where"), field("user", &Joined::user, "Who"),
                          field("message", &Joined::message, "That, in a sentence")};
    }
};

/// Somebody left a chat room.
struct Left
{
    QString roomName;
    identity::Profile user;
    QString message;

    static constexpr auto topic = "chat.left";
    static constexpr auto summary = "Somebody left a chat room";
    static constexpr auto fields()
    {
        return std::tuple{field("room_name", &Left::roomName, "Where"), field("user", &Left::user, "Who"),
                          field("message", &Left::message, "That, in a sentence")};
    }
};

/// Somebody began or stopped typing; told to the others in the room.
struct Typing
{
    QString roomName;
    QString userId;
    QString userName;
    bool isTyping = false;

    static constexpr auto topic = "chat.typing";
    static constexpr auto summary = "Somebody began or stopped typing";
    static constexpr auto fields()
    {
        return std::tuple{field("room_name", &Typing::roomName, "Where"),
                          field("user_id", &Typing::userId, "Who"),
                          field("user_name", &Typing::userName, "As shown to people"),
                          field("is_typing", &Typing::isTyping, "False: stopped")};
    }
};

/// Enters a chat room.
struct Join
{
    struct Reply
    {
        QString room;
        QString message;
        QList<Message> history;

        static constexpr auto fields()
        {
            return std::tuple{field("room", &Reply::room, "Where"),
                              field("message", &Reply::message, "Its welcome"),
                              field("history", &Reply::history, "The last 50 messages, oldest first")};
        }
    };

    QString roomName;
    std::optional<identity::Profile> userProfile;

    static constexpr auto name = "chat.join";
    static constexpr auto summary = "Enters a chat room and answers with its last messages";
    static constexpr auto fields()
    {
        return std::tuple{field("room_name", &Join::roomName, "Where").atMost(longestRoomName),
                          field("user_profile", &Join::userProfile, "Claimed; names a guest")};
    }
};

/// Writes in a chat room.
struct Send
{
    using Reply = Message;

    QString roomName;
    QString message;
    MessageType messageType = MessageType::Text;
    std::optional<identity::Profile> userProfile;

    static constexpr auto name = "chat.send";
    static constexpr auto summary = "Writes in a chat room";
    static constexpr auto fields()
    {
        return std::tuple{field("room_name", &Send::roomName, "Where").atMost(longestRoomName),
                          field("message", &Send::message, "Not blank").atMost(longestMessage),
                          field("message_type", &Send::messageType,
                                "ai_response cannot be claimed; system only by operators")
                              .defaulted(),
                          field("user_profile", &Send::userProfile, "Claimed; names a guest")};
    }
};

/// Tells the others that one is typing.
struct SetTyping
{
    using Reply = identity::Done;

    QString roomName;
    bool isTyping = false;
    std::optional<identity::Profile> userProfile;

    static constexpr auto name = "chat.typing";
    static constexpr auto summary = "Tells the others in a chat room that one types, or stopped";
    static constexpr auto fields()
    {
        return std::tuple{field("room_name", &SetTyping::roomName, "Where").atMost(longestRoomName),
                          field("is_typing", &SetTyping::isTyping, "False: stopped"),
                          field("user_profile", &SetTyping::userProfile, "Claimed; names a guest")};
    }
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace chat
