// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/chat.h"

#include "dialects/auraos/profile.h"
#include "dialects/auraos/words.h"
#include "dialects/nothing.h"

namespace dialects::auraos {

using core::field;

namespace {
/// `new_message`, and one of `chat_history`.
struct MessageShape
{
    QString id;
    QString roomName;
    QString userId;
    QString userName;
    std::optional<QString> userAvatar;
    QString message;
    chat::MessageType messageType = chat::MessageType::Text;
    QDateTime timestamp;
    bool isAi = false;
    std::optional<bool> isGuest;

    static core::Fields fields()
    {
        return {field("id", &MessageShape::id, "Stable id"),
                field("roomName", &MessageShape::roomName, "Where"),
                field("userId", &MessageShape::userId, "Who"),
                field("userName", &MessageShape::userName, "As shown to people"),
                field("userAvatar", &MessageShape::userAvatar, "Their picture, or null").nullable(),
                field("message", &MessageShape::message, "What they wrote"),
                field("messageType", &MessageShape::messageType, "text, ai_response or system"),
                field("timestamp", &MessageShape::timestamp, "When"),
                field("isAI", &MessageShape::isAi, "Written by the assistant"),
                field("isGuest", &MessageShape::isGuest, "Told of those without an account")};
    }
};

MessageShape messageShape(const chat::Message &message)
{
    return {message.id,         message.roomName,       message.userId,      message.userName,
            message.userAvatar, message.message,        message.messageType, message.timestamp,
            message.isAi,       marked(message.isGuest)};
}

/// `user_joined_chat` and `user_left_chat`.
struct ComingAndGoing
{
    ProfileShape user;
    QString message;

    static core::Fields fields()
    {
        return {field("user", &ComingAndGoing::user, "Who"),
                field("message", &ComingAndGoing::message, "That, in a sentence")};
    }
};

/// `user_typing`.
struct TypingShape
{
    QString userId;
    QString userName;
    bool isTyping = false;

    static core::Fields fields()
    {
        return {field("userId", &TypingShape::userId, "Who"),
                field("userName", &TypingShape::userName, "As shown to people"),
                field("isTyping", &TypingShape::isTyping, "False: stopped")};
    }
};

/// `join_chat_room`, `typing_start` and `typing_stop`.
struct RoomAndProfile
{
    QString roomName;
    std::optional<ProfileShape> userProfile;

    static core::Fields fields()
    {
        return {field("roomName", &RoomAndProfile::roomName, "Where").atMost(chat::longestRoomName),
                field("userProfile", &RoomAndProfile::userProfile, "Claimed; names a guest")};
    }
};

/// `joined_chat`.
struct JoinedChat
{
    QString room;
    QString message;

    static core::Fields fields()
    {
        return {field("room", &JoinedChat::room, "Where"),
                field("message", &JoinedChat::message, "Its welcome")};
    }
};

/// `chat_history`.
struct ChatHistory
{
    QList<MessageShape> messages;

    static core::Fields fields()
    {
        return {field("messages", &ChatHistory::messages, "The last 50, oldest first")};
    }
};

JoinedChat joinedChat(const chat::Join::Reply &reply) { return {reply.room, reply.message}; }

ChatHistory chatHistory(const chat::Join::Reply &reply)
{
    ChatHistory history;
    for (const chat::Message &message : reply.history) {
        if (!message.isDeleted)
            history.messages << messageShape(message);
    }
    return history;
}

/// `send_message`.
struct MessageRequest
{
    QString roomName;
    QString message;
    std::optional<ProfileShape> userProfile;
    std::optional<QString> messageType;

    static core::Fields fields()
    {
        using M = MessageRequest;
        return {field("roomName", &M::roomName, "Where").atMost(chat::longestRoomName),
                field("message", &M::message, "Not blank").atMost(chat::longestMessage),
                field("userProfile", &M::userProfile, "Claimed; names a guest"),
                field("messageType", &M::messageType, "text or system; system only by operators").atMost(32)};
    }
};

chat::Send sendOf(const MessageRequest &wire)
{
    // What only the assistant may say counts as text, as does what nobody knows.
    const bool isSystem = wire.messageType.value_or(QString()) == QLatin1String("system");
    return {wire.roomName, wire.message, isSystem ? chat::MessageType::System : chat::MessageType::Text,
            claimed(wire.userProfile)};
}

void addTypingWord(Vocabulary &words, const char *word, bool isTyping)
{
    words.hear<chat::SetTyping, RoomAndProfile>(
        word,
        [isTyping](const RoomAndProfile &wire) {
            return chat::SetTyping{wire.roomName, isTyping, claimed(wire.userProfile)};
        },
        [](const identity::Done &) { return Nothing{}; });
}
} // namespace

void addChatWords(Vocabulary &words)
{
    words.speak<chat::Message>("new_message", messageShape);
    words.speak<chat::Joined>("user_joined_chat", [](const chat::Joined &fact) {
        return ComingAndGoing{profileShape(fact.user), fact.message};
    });
    words.speak<chat::Left>("user_left_chat", [](const chat::Left &fact) {
        return ComingAndGoing{profileShape(fact.user), fact.message};
    });
    words.speak<chat::Typing>("user_typing", [](const chat::Typing &fact) {
        return TypingShape{fact.userId, fact.userName, fact.isTyping};
    });
    Heard &join = words.hear<chat::Join, RoomAndProfile>(
        "join_chat_room",
        [](const RoomAndProfile &wire) {
            return chat::Join{wire.roomName, claimed(wire.userProfile), false};
        },
        joinedChat);
    words.answerBy<chat::Join>(join, "joined_chat", joinedChat);
    words.answerBy<chat::Join>(join, "chat_history", chatHistory, "messages");
    words.hear<chat::Send, MessageRequest>("send_message", sendOf, messageShape);
    addTypingWord(words, "typing_start", true);
    addTypingWord(words, "typing_stop", false);
}

} // namespace dialects::auraos
