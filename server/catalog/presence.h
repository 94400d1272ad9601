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

    static core::Fields fields();
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

    static core::Fields fields();
};

/// Somebody registered their presence; told to that account.
struct Joined
{
    QString id;
    QString socketId;

    static constexpr auto topic = "identity.joined";
    static constexpr auto summary = "Somebody registered their presence";
    static core::Fields fields();
};

/// Who is here now; or, with `left`, that somebody's last connection ended.
struct Presence
{
    QList<Online> users;
    std::optional<QString> left;

    static constexpr auto topic = "identity.presence";
    static constexpr auto summary = "Who is here, told whenever that changes";
    static core::Fields fields();
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
    static core::Fields fields();
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

        static core::Fields fields();
    };

    QString userId;
    std::optional<Profile> userProfile;

    static constexpr auto name = "identity.join";
    static constexpr auto summary = "Registers one's presence; identity is the token's, whatever is claimed";
    static core::Fields fields();
};

/// Says whether one is busy or may be spoken to.
struct SetAvailability
{
    using Reply = Done;

    Availability status = Availability::Online;

    static constexpr auto name = "identity.availability";
    static constexpr auto summary = "Says whether one is busy; away comes by itself after ten idle minutes";
    static core::Fields fields();
};

/// Asks who is here.
struct ListOnline
{
    struct Reply
    {
        QList<Online> users;

        static core::Fields fields();
    };

    static constexpr auto name = "identity.presence.list";
    static constexpr auto summary = "Who is here now, connection by connection";
    static core::Fields fields();
};

/// Declares the facts and commands about who is here.
void declarePresence(core::Catalog &catalog);

} // namespace identity
