// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/presence.h"

#include "catalog/room.h"
#include "dialects/auraos/profile.h"
#include "dialects/auraos/words.h"
#include "dialects/nothing.h"

namespace dialects::auraos {

using core::field;

namespace {
/// `user_joined`.
struct JoinedShape
{
    QString id;
    QString socketId;

    static core::Fields fields()
    {
        return {field("id", &JoinedShape::id, "Account id"),
                field("socketId", &JoinedShape::socketId, "The connection that joined")};
    }
};

/// One of `online_users`.
struct OnlineShape
{
    QString id;
    QString socketId;
    QDateTime connectedAt;
    ProfileShape userProfile;
    identity::Availability status = identity::Availability::Online;
    QDateTime lastSeen;

    static core::Fields fields()
    {
        return {field("id", &OnlineShape::id, "Account id"),
                field("socketId", &OnlineShape::socketId, "Their connection"),
                field("connectedAt", &OnlineShape::connectedAt, "Since when"),
                field("userProfile", &OnlineShape::userProfile, "As others see them"),
                field("status", &OnlineShape::status, "online, away or busy"),
                field("lastSeen", &OnlineShape::lastSeen, "When they last did something")};
    }
};

struct OnlineUsers
{
    QList<OnlineShape> users;

    static core::Fields fields() { return {field("users", &OnlineUsers::users, "One entry per connection")}; }
};

OnlineUsers onlineUsers(const identity::Presence &fact)
{
    OnlineUsers shape;
    for (const identity::Online &user : fact.users) {
        shape.users << OnlineShape{user.id,          user.socketId,
                                   user.connectedAt, profileShape(user.userProfile),
                                   user.status,      user.lastSeen};
    }
    return shape;
}

/// `user_left`.
struct UserLeft
{
    QString userId;

    static core::Fields fields()
    {
        return {field("userId", &UserLeft::userId, "Account whose last connection ended")};
    }
};

/// `join_user_room`.
struct UserRoom
{
    QString userId;
    std::optional<ProfileShape> userProfile;

    static core::Fields fields()
    {
        return {field("userId", &UserRoom::userId, "Claimed account id").atMost(128).defaulted(),
                field("userProfile", &UserRoom::userProfile, "Claimed; names a guest")};
    }
};

/// The chat room that is entered along with the user's own.
struct Welcome
{
    QString room;
    QString message;

    static core::Fields fields()
    {
        return {field("room", &Welcome::room, "Where"), field("message", &Welcome::message, "Its welcome")};
    }
};

Welcome welcome(const identity::Join::Reply &reply) { return {reply.room, reply.message}; }

void addRoomWord(Vocabulary &words, const char *word, room::Kind kind)
{
    words.hear<room::Join, QString>(
        word,
        [kind](const QString &name) {
            return room::Join{name, kind};
        },
        [](const identity::Done &) { return Nothing{}; });
}
} // namespace

void addPresenceWords(Vocabulary &words)
{
    words.speak<identity::Joined>("user_joined", [](const identity::Joined &fact) {
        return JoinedShape{fact.id, fact.socketId};
    });
    words
        .speakWhere<identity::Presence>(
            "online_users", [](const identity::Presence &fact) { return !fact.left.has_value(); },
            onlineUsers)
        .alone = QStringLiteral("users");
    words
        .speakWhere<identity::Presence>(
            "user_left", [](const identity::Presence &fact) { return fact.left.has_value(); },
            [](const identity::Presence &fact) { return UserLeft{fact.left.value_or(QString())}; })
        .alone = QStringLiteral("userId");
    Heard &join = words.hear<identity::Join, UserRoom>(
        "join_user_room",
        [](const UserRoom &wire) {
            return identity::Join{wire.userId, claimed(wire.userProfile)};
        },
        welcome);
    words.answerBy<identity::Join>(join, "joined_chat", welcome);
    // The contract's own page sends the bare id.
    join.read = [read = join.read](const QJsonValue &argument) {
        return read(argument.isString() ? QJsonValue(QJsonObject{{QStringLiteral("userId"), argument}})
                                        : argument);
    };
    addRoomWord(words, "join_system_room", room::Kind::System);
    addRoomWord(words, "join_room", room::Kind::Generic);
    words.hear<room::Leave, QString>(
        "leave_room", [](const QString &name) { return room::Leave{name}; },
        [](const identity::Done &) { return Nothing{}; });
}

} // namespace dialects::auraos
