// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace identity {

/// Somebody as other people see them. What a client claims here never counts as who it is.
struct Profile
{
    QString uid;
    QString email;
    std::optional<QString> displayName;
    std::optional<QString> photoUrl;
    bool isGuest = false;

    static constexpr auto fields()
    {
        return std::tuple{field("uid", &Profile::uid, "Account id").atMost(128),
                          field("email", &Profile::email, "Or empty").atMost(254).defaulted(),
                          field("display_name", &Profile::displayName, "Shown to people").atMost(128),
                          field("photo_url", &Profile::photoUrl, "Their picture").atMost(2048),
                          field("is_guest", &Profile::isGuest, "Let in without an account").defaulted()};
    }
};

/// What somebody is doing as far as others can tell.
enum class Availability { Online, Away, Busy };

} // namespace identity

template <>
struct core::Words<identity::Availability>
{
    static constexpr std::array list{"online", "away", "busy"};
};

namespace identity {

/// One connection of somebody who is here.
struct Online
{
    QString id;
    QString socketId;
    QDateTime connectedAt;
    Profile userProfile;
    Availability status = Availability::Online;
    QDateTime lastSeen;

    static constexpr auto fields()
    {
        return std::tuple{field("id", &Online::id, "Account id"),
                          field("socket_id", &Online::socketId, "Their connection"),
                          field("connected_at", &Online::connectedAt, "Since when"),
                          field("user_profile", &Online::userProfile, "As others see them"),
                          field("status", &Online::status, "online, away or busy"),
                          field("last_seen", &Online::lastSeen, "When they last did something")};
    }
};

/// Somebody registered their presence; told to that account.
struct Joined
{
    QString id;
    QString socketId;

    static constexpr auto topic = "identity.joined";
    static constexpr auto summary = "Somebody registered their presence";
    static constexpr auto fields()
    {
        return std::tuple{field("id", &Joined::id, "Account id"),
                          field("socket_id", &Joined::socketId, "The connection that joined")};
    }
};

/// Who is here now; or, with `left`, that somebody's last connection ended.
struct Presence
{
    QList<Online> users;
    std::optional<QString> left;

    static constexpr auto topic = "identity.presence";
    static constexpr auto summary = "Who is here, told whenever that changes";
    static constexpr auto fields()
    {
        return std::tuple{field("users", &Presence::users, "One entry per connection; empty along with left"),
                          field("left", &Presence::left, "Account whose last connection ended")};
    }
};

/// Somebody did something that is audited.
struct Action
{
    QString userId;
    QString username;
    QString action;
    QString target;
    QString outcome;
    QString source;
    QString category;
    QDateTime timestamp;

    static constexpr auto topic = "identity.action";
    static constexpr auto summary = "Somebody changed something, or was refused";
    static constexpr auto fields()
    {
        return std::tuple{field("user_id", &Action::userId, "Who; empty when nobody is known"),
                          field("username", &Action::username, "Their name"),
                          field("action", &Action::action, "What they did, as the audit trail names it"),
                          field("target", &Action::target, "What they did it to"),
                          field("outcome", &Action::outcome, "success, refused or failed"),
                          field("source", &Action::source, "Address it came from"),
                          field("category", &Action::category, "Kind of action, as filters name it"),
                          field("timestamp", &Action::timestamp, "When")};
    }
};

/// Registers one's presence.
struct Join
{
    /// The chat room that is entered along with it, as the contract's own clients expect.
    struct Reply
    {
        QString id;
        QString socketId;
        QString room;
        QString message;

        static constexpr auto fields()
        {
            return std::tuple{field("id", &Reply::id, "Account id"),
                              field("socket_id", &Reply::socketId, "This connection"),
                              field("room", &Reply::room, "Chat room entered along with it"),
                              field("message", &Reply::message, "Its welcome")};
        }
    };

    QString userId;
    std::optional<Profile> userProfile;

    static constexpr auto name = "identity.join";
    static constexpr auto summary = "Registers one's presence; identity is the token's, whatever is claimed";
    static constexpr auto fields()
    {
        return std::tuple{field("user_id", &Join::userId, "Claimed account id").atMost(128).defaulted(),
                          field("user_profile", &Join::userProfile, "Claimed; names a guest")};
    }
};

/// Says whether one is busy or may be spoken to.
struct SetAvailability
{
    using Reply = Done;

    Availability status = Availability::Online;

    static constexpr auto name = "identity.availability";
    static constexpr auto summary = "Says whether one is busy; away comes by itself after ten idle minutes";
    static constexpr auto fields()
    {
        return std::tuple{field("status", &SetAvailability::status, "online, away or busy")};
    }
};

/// Declares the facts and commands about who is here.
void declarePresence(core::Catalog &catalog);

} // namespace identity
