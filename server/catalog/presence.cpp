// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/presence.h"

namespace identity {

using core::field;

core::Fields Profile::fields()
{
    return {field("uid", &Profile::uid, "Account id").atMost(128),
            field("email", &Profile::email, "Or empty").atMost(254).defaulted(),
            field("display_name", &Profile::displayName, "Shown to people").atMost(128),
            field("photo_url", &Profile::photoUrl, "Their picture").atMost(2048),
            field("is_guest", &Profile::isGuest, "Let in without an account").defaulted()};
}

core::Fields Online::fields()
{
    return {field("id", &Online::id, "Account id"),
            field("socket_id", &Online::socketId, "Their connection"),
            field("connected_at", &Online::connectedAt, "Since when"),
            field("user_profile", &Online::userProfile, "As others see them"),
            field("status", &Online::status, "online, away or busy"),
            field("last_seen", &Online::lastSeen, "When they last did something")};
}

core::Fields Joined::fields()
{
    return {field("id", &Joined::id, "Account id"),
            field("socket_id", &Joined::socketId, "The connection that joined")};
}

core::Fields Presence::fields()
{
    return {field("users", &Presence::users, "One entry per connection; empty along with left"),
            field("left", &Presence::left, "Account whose last connection ended")};
}

core::Fields Action::fields()
{
    return {field("user_id", &Action::userId, "Who; empty when nobody is known"),
            field("username", &Action::username, "Their name"),
            field("action", &Action::action, "What they did, as the audit trail names it"),
            field("target", &Action::target, "What they did it to"),
            field("outcome", &Action::outcome, "success, refused or failed"),
            field("source", &Action::source, "Address it came from"),
            field("category", &Action::category, "Kind of action, as filters name it"),
            field("timestamp", &Action::timestamp, "When")};
}

core::Fields Join::Reply::fields()
{
    return {field("id", &Reply::id, "Account id"), field("socket_id", &Reply::socketId, "This connection"),
            field("room", &Reply::room, "Chat room entered along with it"),
            field("message", &Reply::message, "Its welcome")};
}

core::Fields Join::fields()
{
    return {field("user_id", &Join::userId, "Claimed account id").atMost(128).defaulted(),
            field("user_profile", &Join::userProfile, "Claimed; names a guest")};
}

core::Fields SetAvailability::fields()
{
    return {field("status", &SetAvailability::status, "online, away or busy")};
}

core::Fields ListOnline::Reply::fields()
{
    return {field("users", &Reply::users, "One for each connection, in the order in which they came")};
}

core::Fields ListOnline::fields() { return {}; }

void declarePresence(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString id = QStringLiteral("u-3f2a");
    const QString socket = QStringLiteral("lv_VI97HAXpY6yYWAAAC");
    const Profile profile{id, QStringLiteral("dana@example.org"), QStringLiteral("Dana K."),
                          QStringLiteral("https://example.org/dana.jpg"), false};
    catalog.event<Joined>({.priority = 3}, {id, socket});
    catalog.event<Presence>({.priority = 3},
                            {{{id, socket, time, profile, Availability::Online, time}}, std::nullopt});
    catalog.event<Action>({.priority = 3, .roles = core::roles::admins},
                          {id, QStringLiteral("dana"), QStringLiteral("identity.users.add"),
                           QStringLiteral("omar"), QStringLiteral("success"), QStringLiteral("192.168.1.20"),
                           QStringLiteral("identity"), time});
    catalog.command<ListOnline>(core::roles::viewers, {},
                                {{{id, socket, time, profile, Availability::Online, time}}});
    catalog.command<SetAvailability>(core::roles::viewers, {Availability::Busy}, {});
    catalog.command<Join>(
        core::roles::viewers, {id, profile},
        {id, socket, QStringLiteral("general_chat"), QStringLiteral("Welcome to general_chat!")});
}

} // namespace identity
