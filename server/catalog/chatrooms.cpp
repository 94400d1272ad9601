// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/chatrooms.h"

namespace chat {

using core::field;

core::Fields Member::fields()
{
    return {field("id", &Member::id, "Account id"),
            field("display_name", &Member::displayName, "As shown to people")};
}

core::Fields Room::fields()
{
    return {field("name", &Room::name, "What commands call it by"),
            field("kind", &Room::kind, "public, private, direct, system or incident"),
            field("topic", &Room::topic, "What it is about"),
            field("alert_id", &Room::alertId, "The alert it is about; empty: none"),
            field("members", &Room::members, "Whose it is; empty: everybody's"),
            field("made_by", &Room::madeBy, "Who made it"),
            field("made_at", &Room::madeAt, "When"),
            field("is_archived", &Room::isArchived, "To be read only").defaulted(),
            field("department_id", &Room::departmentId, "Of an incident; empty: none").defaulted()};
}

core::Fields Marks::fields()
{
    return {field("up_to", &Marks::upTo, "The last message that was read; empty: none"),
            field("unread", &Marks::unread, "Messages of others after that, counted to 100"),
            field("mentions", &Marks::mentions, "How often one is called in them, counted to 100"),
            field("first_unread_id", &Marks::firstUnreadId, "The first of them; empty: none")};
}

core::Fields RoomEntry::fields()
{
    return {field("room", &RoomEntry::room, "The room"),
            field("marks", &RoomEntry::marks, "How far one has read in it"),
            field("last_message_at", &RoomEntry::lastMessageAt, "Absent: nothing was written yet"),
            field("is_entered", &RoomEntry::isEntered, "This connection hears what is said there")};
}

core::Fields RoomChanged::fields() { return {field("room", &RoomChanged::room, "As it is now")}; }

core::Fields ListRooms::Reply::fields() { return {field("rooms", &Reply::rooms, "By name")}; }

core::Fields ListRooms::fields()
{
    return {field("is_archived", &ListRooms::isArchived, "Also those that are put away").defaulted()};
}

core::Fields SetRoom::fields()
{
    return {field("room_name", &SetRoom::roomName, "Which; an unknown one is made").atMost(longestRoomName),
            field("kind", &SetRoom::kind, "Of a new one: public or private"),
            field("topic", &SetRoom::topic, "What it is about").atMost(longestTopic),
            field("members", &SetRoom::members, "Of a private one, by account id or user name")
                .atMost(mostMembers)};
}

core::Fields LeaveRoom::fields()
{
    return {field("room_name", &LeaveRoom::roomName, "Which").atMost(longestRoomName)};
}

core::Fields ArchiveRoom::fields()
{
    return {field("room_name", &ArchiveRoom::roomName, "Which").atMost(longestRoomName),
            field("is_archived", &ArchiveRoom::isArchived, "False: take it out again").defaulted()};
}

core::Fields OpenDirect::fields()
{
    return {field("user", &OpenDirect::user, "Account id or user name").atMost(128)};
}

core::Fields OpenIncident::fields()
{
    return {field("alert_id", &OpenIncident::alertId, "Which alert").atMost(32)};
}

core::Fields Who::Reply::fields() { return {field("users", &Reply::users, "Everybody once, by name")}; }

core::Fields Who::fields() { return {field("room_name", &Who::roomName, "Where").atMost(longestRoomName)}; }

void declareRooms(core::Catalog &catalog)
{
    const core::Roles people = core::Roles(core::Role::Viewer) | core::roles::operators;
    const QString general = QStringLiteral("general_chat");
    const Member dana{QStringLiteral("u-3f2a"), QStringLiteral("Dana K.")};
    const Member omar{QStringLiteral("u-77c1"), QStringLiteral("Omar")};
    const QDateTime at = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const Room room{general,
                    RoomKind::Public,
                    QStringLiteral("What everybody should know"),
                    {},
                    {},
                    QStringLiteral("system"),
                    at,
                    false};
    const Room crew{
        QStringLiteral("night shift"), RoomKind::Private, {}, {}, {dana, omar}, dana.id, at, false};
    const Room direct{
        QStringLiteral("direct:u-3f2a:u-77c1"), RoomKind::Direct, {}, {}, {dana, omar}, dana.id, at, false};
    const Room incident{QStringLiteral("incident-A-17"),
                        RoomKind::Incident,
                        QStringLiteral("core-sw-01 does not answer"),
                        QStringLiteral("A-17"),
                        {},
                        dana.id,
                        at,
                        false};
    catalog.event<RoomChanged>({.priority = 3}, {room});
    catalog.command<ListRooms>(core::roles::viewers, {},
                               {{{room, {QStringLiteral("m-40"), 1, 0, QStringLiteral("m-41")}, at, true}}});
    catalog.command<SetRoom>(core::roles::operators,
                             {crew.name, RoomKind::Private, {}, QStringList{dana.id, QStringLiteral("omar")}},
                             crew);
    catalog.command<LeaveRoom>(people, {crew.name}, {});
    catalog.command<ArchiveRoom>(core::roles::operators, {crew.name, true}, crew);
    catalog.command<OpenDirect>(people, {QStringLiteral("omar")}, direct);
    catalog.command<OpenIncident>(core::roles::operators, {QStringLiteral("A-17")}, incident);
    catalog.command<Who>(core::roles::viewers, {general},
                         {{{dana.id, QStringLiteral("dana@example.org"), dana.displayName, {}, false}}});
}

} // namespace chat
