// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatparts.h"
#include "catalog/presence.h"

namespace chat {

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
    std::optional<QString> replyTo = std::nullopt;
    std::optional<QDateTime> editedAt = std::nullopt;
    std::optional<QString> editedBy = std::nullopt;
    bool isDeleted = false; ///< its text is gone; who did it and when stand in the two above
    QList<Mention> mentions = {};
    QList<Reaction> reactions = {};
    QList<Card> cards = {};
    std::optional<Attachment> attachment = std::nullopt;
    std::optional<QString> basis = std::nullopt; ///< by what the assistant answered
    QList<ProposedLine> proposals = {};          ///< by the assistant

    static constexpr auto topic = "chat.message";
    static constexpr auto summary = "Somebody wrote in a chat room";
    static core::Fields fields();
};

/// Somebody entered a chat room; told to the others in it.
struct Joined
{
    QString roomName;
    identity::Profile user;
    QString message;

    static constexpr auto topic = "chat.joined";
    static constexpr auto summary = "Somebody entered a chat room";
    static core::Fields fields();
};

/// Somebody left a chat room.
struct Left
{
    QString roomName;
    identity::Profile user;
    QString message;

    static constexpr auto topic = "chat.left";
    static constexpr auto summary = "Somebody left a chat room";
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Enters a chat room.
struct Join
{
    struct Reply
    {
        QString room;
        QString message;
        QList<Message> history;

        static core::Fields fields();
    };

    QString roomName;
    std::optional<identity::Profile> userProfile;
    bool isQuiet = false; ///< only to hear: nobody is told of it, and no history is answered

    static constexpr auto name = "chat.join";
    static constexpr auto summary = "Enters a chat room and answers with its last messages";
    static core::Fields fields();
};

/// Writes in a chat room.
struct Send
{
    using Reply = Message;

    QString roomName;
    QString message;
    MessageType messageType = MessageType::Text;
    std::optional<identity::Profile> userProfile;
    std::optional<QString> replyTo = std::nullopt; ///< a message of the same room
    QList<Card> cards = {};
    std::optional<NewAttachment> attachment = std::nullopt;

    static constexpr auto name = "chat.send";
    static constexpr auto summary = "Writes in a chat room";
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace chat
