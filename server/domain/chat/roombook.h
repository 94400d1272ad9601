// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatrooms.h"
#include "core/attendance.h"
#include "core/audience.h"
#include "core/chatstore.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/publisher.h"
#include "domain/chat/people.h"

#include <QMap>

namespace chat {

/// Which chat rooms there are, whose they are, and who may read and write in them. A room is kept before
/// anybody is told of it.
class RoomBook final : public QObject
{
    Q_OBJECT

public:
    struct Surroundings
    {
        core::ChatStore &store;
        core::Attendance &attendance;
        core::Publisher &publisher;
        core::Clock &clock;
        People people;
        Alerts alerts;
    };
    /// The room that is always there.
    static QString firstRoom() { return QStringLiteral("general_chat"); }
    /// Of those that are open and that people give names.
    static constexpr int mostRooms = 1'000;
    /// Of those the house names, between two people or about an alert.
    static constexpr int mostHouseRooms = 50'000;

    explicit RoomBook(Surroundings around);

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();

    [[nodiscard]] const Room *find(const QString &name) const;
    /// What the room of an alert is called; empty: there is none.
    [[nodiscard]] QString nameOfIncident(const QString &alert) const;
    /// Those the caller may see, by name.
    [[nodiscard]] QList<Room> visibleTo(const core::Principal &caller) const;
    /// Those the caller may read as a member.
    [[nodiscard]] QStringList ownOf(const core::Principal &caller) const;
    /// Errors: NotFound, Forbidden.
    [[nodiscard]] core::Result<Room> readable(const QString &name, const core::Principal &caller) const;
    /// Errors: as above, and Conflict (it is put away), Forbidden (only the house writes there).
    [[nodiscard]] core::Result<Room> writable(const QString &name, const core::Principal &caller) const;
    /// Who may read it besides its members, and of whom the caller is one.
    [[nodiscard]] static QStringList circlesOf(const Room &room);
    [[nodiscard]] static QStringList circlesOf(const core::Principal &caller);
    [[nodiscard]] static bool isFor(const Room &room, const Person &person);
    /// Those who are in the room, as far as it is theirs.
    [[nodiscard]] static core::Audience audienceOf(const Room &room);

    /// Makes a public room that somebody enters by name. Errors: Invalid, Forbidden and NotFound (such a
    /// name), Limited, Unavailable.
    QFuture<core::Result<Room>> enterNew(const QString &name, const core::Principal &caller,
                                         const QString &by);
    /// A room of the house, made when need be.
    QFuture<core::Result<Room>> houseRoom(const QString &name);
    /// The room of an alert, made when need be.
    QFuture<core::Result<Room>> incident(const AlertFacts &alert, const QString &by);

    // Handlers; the dispatcher has checked role and schema.
    /// Errors: Invalid, Forbidden, NotFound (a member), Limited, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    QFuture<core::Reply> leave(const core::Command &command);
    QFuture<core::Reply> archive(const core::Command &command);
    QFuture<core::Reply> openDirect(const core::Command &command);
    /// Errors: NotFound (such an alert), Limited, Unavailable.
    QFuture<core::Reply> openIncident(const core::Command &command);

private:
    /// How many there are of those that count together.
    [[nodiscard]] int count(bool isNamedByHouse) const;
    [[nodiscard]] core::Result<void> mayAdd(const Room &room) const;
    [[nodiscard]] core::Result<QList<Member>> membersFrom(const QStringList &marks, const Member &self) const;
    [[nodiscard]] core::Result<Room> changed(const Room &room, const SetRoom &asked,
                                             const core::Principal &caller) const;
    /// A room that stands in the book at once, and is taken out when it cannot be kept.
    QFuture<core::Result<Room>> add(const Room &room);
    QFuture<core::Result<Room>> replace(const Room &room, const QStringList &alsoTold = {});
    [[nodiscard]] QFuture<core::Result<void>> save(const Room &room);
    void tell(const Room &room, const QStringList &alsoTold = {});

    Surroundings m_around;
    QMap<QString, Room> m_rooms;
};

} // namespace chat
