// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chat.h"

namespace chat {

/// The longest topic of a room, in UTF-16 units.
inline constexpr int longestTopic = 256;
/// Most people who are named as members of one room.
inline constexpr int mostMembers = 200;
/// Unread messages and mentions are counted up to here.
inline constexpr int mostUnread = 100;

/// Whose a room is. A kind never changes.
enum class RoomKind {
    Public,
    Private,  ///< for its members
    Direct,   ///< of two people, and of nobody else
    System,   ///< the house writes, operators may
    Incident, ///< of one alert
};

} // namespace chat

template <>
struct core::Words<chat::RoomKind>
{
    static constexpr std::array list{"public", "private", "direct", "system", "incident"};
};

namespace chat {

/// Somebody who belongs to a room.
struct Member
{
    QString id; ///< account id
    QString displayName;

    static core::Fields fields();
    bool operator==(const Member &) const = default;
};

/// A chat room.
struct Room
{
    QString name; ///< stable; what commands call it by
    RoomKind kind = RoomKind::Public;
    QString topic;
    QString alertId;       ///< of an incident
    QList<Member> members; ///< of a private room and of a direct one; else empty
    QString madeBy;
    QDateTime madeAt;
    bool isArchived = false;   ///< to be read only
    QString departmentId = {}; ///< of an incident, whose room is for those who see the alert

    static core::Fields fields();
};

/// How far one account has read in a room.
struct Marks
{
    QString upTo; ///< id of the last message that was read; empty: none
    int unread = 0;
    int mentions = 0;
    QString firstUnreadId;

    static core::Fields fields();
};

/// A chat room as it stands for whoever asks.
struct RoomEntry
{
    Room room;
    Marks marks;
    std::optional<QDateTime> lastMessageAt = std::nullopt;
    bool isEntered = false; ///< this connection hears what is said there

    static core::Fields fields();
};

/// A room was made or changed; told to those who may see it, and to members it lost.
struct RoomChanged
{
    Room room;

    static constexpr auto topic = "chat.room.changed";
    static constexpr auto summary = "A chat room was made, changed or archived";
    static core::Fields fields();
};

/// Asks for the rooms.
struct ListRooms
{
    struct Reply
    {
        QList<RoomEntry> rooms;

        static core::Fields fields();
    };

    bool isArchived = false; ///< also those

    static constexpr auto name = "chat.rooms.list";
    static constexpr auto summary = "The chat rooms one may see, and what is unread in them";
    static core::Fields fields();
};

/// Makes a public or private room, or changes one. What is absent stays as it is.
struct SetRoom
{
    using Reply = Room;

    QString roomName;
    std::optional<RoomKind> kind = std::nullopt; ///< of a new one; public unless said
    std::optional<QString> topic = std::nullopt;
    std::optional<QStringList> members = std::nullopt; ///< account ids or user names

    static constexpr auto name = "chat.rooms.set";
    static constexpr auto summary = "Makes a chat room, or changes its topic and members";
    static core::Fields fields();
};

/// Belongs to a room no longer.
struct LeaveRoom
{
    using Reply = identity::Done;

    QString roomName;

    static constexpr auto name = "chat.rooms.leave";
    static constexpr auto summary = "Leaves a chat room, and belongs to it no longer";
    static core::Fields fields();
};

/// Makes a room one to be read only, or takes that back.
struct ArchiveRoom
{
    using Reply = Room;

    QString roomName;
    bool isArchived = true;

    static constexpr auto name = "chat.rooms.archive";
    static constexpr auto summary = "Puts a chat room away, to be read only, or takes it out again";
    static core::Fields fields();
};

/// Opens the room two people have to themselves.
struct OpenDirect
{
    using Reply = Room;

    QString user; ///< account id or user name

    static constexpr auto name = "chat.direct";
    static constexpr auto summary = "Opens the room one has with somebody alone, and makes it if need be";
    static core::Fields fields();
};

/// Opens the room of an alert.
struct OpenIncident
{
    using Reply = Room;

    QString alertId;

    static constexpr auto name = "chat.incident";
    static constexpr auto summary = "Opens the room of an alert, and makes it if need be";
    static core::Fields fields();
};

/// Asks who is in a room now.
struct Who
{
    struct Reply
    {
        QList<identity::Profile> users;

        static core::Fields fields();
    };

    QString roomName;

    static constexpr auto name = "chat.who";
    static constexpr auto summary = "Who is in a chat room now";
    static core::Fields fields();
};

/// Declares the facts and commands about chat rooms.
void declareRooms(core::Catalog &catalog);

} // namespace chat
