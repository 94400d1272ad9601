// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/roombook.h"

#include "core/finished.h"
#include "core/log.h"
#include "core/roomname.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace chat {

namespace {
const QString directPrefix = QStringLiteral("direct:");
const QString incidentPrefix = QStringLiteral("incident-");
const QString incidentCircle = QStringLiteral("incidents");
const QString departmentPrefix = QStringLiteral("department:");
const QString houseId = QStringLiteral("system");

bool isMember(const Room &room, const QString &account)
{
    return std::any_of(room.members.begin(), room.members.end(),
                       [&account](const Member &member) { return member.id == account; });
}

bool hasMembers(const Room &room) { return room.kind == RoomKind::Private || room.kind == RoomKind::Direct; }

bool mayRead(const Room &room, const core::Principal &caller)
{
    if (room.kind == RoomKind::Incident)
        return caller.departments.isEmpty() || caller.departments.contains(room.departmentId);
    return !hasMembers(room) || (!caller.isGuest && isMember(room, caller.id));
}

/// Administrators see that a private room is there, to look after its members; they do not read in it.
bool maySee(const Room &room, const core::Principal &caller)
{
    return mayRead(room, caller) || (room.kind == RoomKind::Private && caller.may(core::roles::admins));
}

core::Error noRoom(const QString &name)
{
    return {
        core::ErrorCode::NotFound,
        chat::RoomBook::tr("There is no chat room %1. Join it first, and it is made.").arg(name.left(64))};
}

core::Error notYours(const QString &name)
{
    return {core::ErrorCode::Forbidden,
            chat::RoomBook::tr("The room %1 is for its members. Ask one of them to let you in.")
                .arg(name.left(64))};
}

/// On one line, without what is not to be seen.
QString topicFrom(const QString &text)
{
    QString topic = text.simplified();
    topic.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return topic;
}

/// Names the house gives.
bool isHouseName(const QString &name)
{
    return name.startsWith(directPrefix) || name.startsWith(incidentPrefix);
}

core::Reply replyOf(const core::Result<Room> &room)
{
    return room ? core::Reply(*room) : core::Reply(room.error());
}
} // namespace

RoomBook::RoomBook(Surroundings around) : m_around(std::move(around))
{
    Room first;
    first.name = firstRoom();
    first.madeBy = houseId;
    first.madeAt = m_around.clock.now();
    m_rooms.insert(first.name, first);
}

QFuture<core::Result<void>> RoomBook::load()
{
    return m_around.store.rooms().then(
        this, [this](const core::Result<QList<core::ChatRoom>> &kept) -> core::Result<void> {
            if (!kept)
                return kept.error();
            for (const core::ChatRoom &row : *kept) {
                Room room;
                const auto read = core::fromJson<Room>(QJsonDocument::fromJson(row.body).object());
                if (read)
                    room = *read;
                else if (!row.body.isEmpty())
                    qCWarning(logEngine).noquote() << "A chat room is unreadable:" << read.error().message;
                if (!read && !row.body.isEmpty()) {
                    // Whose it was is not known: nobody's.
                    room.kind = RoomKind::Private;
                    room.isArchived = true;
                }
                room.name = row.name;
                room.madeBy = row.madeBy;
                room.madeAt = row.madeAt;
                m_rooms.insert(room.name, room);
            }
            return {};
        });
}

const Room *RoomBook::find(const QString &name) const
{
    const auto place = m_rooms.constFind(name);
    return place == m_rooms.constEnd() ? nullptr : &*place;
}

QList<Room> RoomBook::visibleTo(const core::Principal &caller) const
{
    QList<Room> rooms;
    std::copy_if(m_rooms.begin(), m_rooms.end(), std::back_inserter(rooms),
                 [&caller](const Room &room) { return maySee(room, caller); });
    return rooms;
}

QStringList RoomBook::ownOf(const core::Principal &caller) const
{
    QStringList names;
    for (const Room &room : m_rooms) {
        if (hasMembers(room) && mayRead(room, caller))
            names << room.name;
    }
    return names;
}

core::Result<Room> RoomBook::readable(const QString &name, const core::Principal &caller) const
{
    const Room *room = find(name);
    if (room == nullptr)
        return noRoom(name);
    if (!mayRead(*room, caller))
        return notYours(name);
    return *room;
}

core::Result<Room> RoomBook::writable(const QString &name, const core::Principal &caller) const
{
    auto room = readable(name, caller);
    if (!room)
        return room;
    if (room->isArchived) {
        return core::Error{
            core::ErrorCode::Conflict,
            tr("The room %1 is put away, to be read only. Somebody who looks after it can take it "
               "out again.")
                .arg(name.left(64))};
    }
    if (room->kind == RoomKind::System && !caller.may(core::roles::operators)) {
        return core::Error{
            core::ErrorCode::Forbidden,
            tr("In %1 the house writes, and operators. Write in another room.").arg(name.left(64))};
    }
    return room;
}

QStringList RoomBook::circlesOf(const Room &room)
{
    if (hasMembers(room))
        return {};
    if (room.kind == RoomKind::Incident)
        return {incidentCircle, departmentPrefix + room.departmentId};
    return {core::ChatStore::everybody()};
}

QStringList RoomBook::circlesOf(const core::Principal &caller)
{
    QStringList circles{core::ChatStore::everybody()};
    if (caller.departments.isEmpty())
        circles << incidentCircle;
    for (const QString &department : caller.departments)
        circles << QString(departmentPrefix + department);
    return circles;
}

bool RoomBook::isFor(const Room &room, const Person &person)
{
    core::Principal reader;
    reader.id = person.id;
    reader.departments = person.departments;
    return mayRead(room, reader);
}

core::Audience RoomBook::audienceOf(const Room &room)
{
    core::Audience audience;
    audience.rooms = {room.name};
    if (room.kind == RoomKind::Incident)
        audience.departments = {room.departmentId};
    if (!hasMembers(room))
        return audience;
    // Whoever entered before they were taken out of it, or by a word that asks nobody, hears nothing.
    for (const Member &member : room.members)
        audience.users << member.id;
    if (audience.users.isEmpty())
        audience.users << QString(); // nobody is left in it
    return audience;
}

int RoomBook::count(bool isNamedByHouse) const
{
    return int(std::count_if(m_rooms.begin(), m_rooms.end(), [isNamedByHouse](const Room &room) {
        return isHouseName(room.name) == isNamedByHouse && !room.isArchived;
    }));
}

core::Result<void> RoomBook::mayAdd(const Room &room) const
{
    const int most = isHouseName(room.name) ? mostHouseRooms : mostRooms;
    if (count(isHouseName(room.name)) < most)
        return {};
    return core::Error{core::ErrorCode::Limited,
                       tr("There are %1 chat rooms already. Use one of them.").arg(most)};
}

QFuture<core::Result<Room>> RoomBook::add(const Room &room)
{
    if (const auto may = mayAdd(room); !may)
        return core::finished(core::Result<Room>(may.error()));
    m_rooms.insert(room.name, room);
    return save(room).then(this, [this, room](const core::Result<void> &saved) -> core::Result<Room> {
        if (!saved) {
            m_rooms.remove(room.name);
            return saved.error();
        }
        tell(room);
        return room;
    });
}

QFuture<core::Result<Room>> RoomBook::replace(const Room &room, const QStringList &alsoTold)
{
    // At once: the next change is one of this, not of what was before it.
    const Room before = std::exchange(m_rooms[room.name], room);
    return save(room).then(
        this, [this, room, before, alsoTold](const core::Result<void> &saved) -> core::Result<Room> {
            if (!saved) {
                m_rooms.insert(before.name, before);
                return saved.error();
            }
            tell(room, alsoTold);
            return room;
        });
}

QFuture<core::Result<void>> RoomBook::save(const Room &room)
{
    return m_around.store.saveRoom({room.name, room.madeBy, room.madeAt, core::Payload(room).text()});
}

void RoomBook::tell(const Room &room, const QStringList &alsoTold)
{
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(RoomChanged::topic));
    draft.payload = RoomChanged{room};
    draft.audience = audienceOf(room);
    draft.audience.rooms.clear(); // also those who are not in it
    if (hasMembers(room))
        draft.audience.users += alsoTold;
    if (const auto said = m_around.publisher.publish(std::move(draft)); !said)
        qCWarning(logEngine).noquote() << said.error().message;
}

QFuture<core::Result<Room>> RoomBook::enterNew(const QString &name, const core::Principal &caller,
                                               const QString &by)
{
    const auto refused = [](const core::Error &error) { return core::finished(core::Result<Room>(error)); };
    if (const auto good = core::checkRoomName(name); !good)
        return refused(good.error());
    if (isHouseName(name))
        return refused({core::ErrorCode::NotFound, tr("There is no room %1.").arg(name.left(64))});
    // As AuraOS has it, also guests make what they enter; the rest of the rooms is for the others.
    if (caller.isGuest && count(false) >= mostRooms / 2) {
        return refused({core::ErrorCode::Limited,
                        tr("There are many chat rooms already, and guests make no more. Use one of them.")});
    }
    Room room;
    room.name = name;
    room.madeBy = by;
    room.madeAt = m_around.clock.now();
    return add(room);
}

QFuture<core::Result<Room>> RoomBook::houseRoom(const QString &name)
{
    if (const Room *known = find(name))
        return core::finished(core::Result<Room>(*known));
    Room room;
    room.name = name;
    room.kind = RoomKind::System;
    room.madeBy = houseId;
    room.madeAt = m_around.clock.now();
    return add(room);
}

QString RoomBook::nameOfIncident(const QString &alert) const
{
    const Room *room = find(QString(incidentPrefix + alert));
    return room != nullptr && room->kind == RoomKind::Incident ? room->name : QString();
}

QFuture<core::Result<Room>> RoomBook::incident(const AlertFacts &alert, const QString &by)
{
    const QString name = incidentPrefix + alert.id;
    if (const Room *known = find(name)) {
        if (known->kind == RoomKind::Incident)
            return core::finished(core::Result<Room>(*known));
        return core::finished(core::Result<Room>(core::Error{
            core::ErrorCode::Conflict,
            tr("Somebody gave another room the name %1. It has to go by another first.").arg(name)}));
    }
    Room room;
    room.name = name;
    room.kind = RoomKind::Incident;
    room.topic = topicFrom(alert.title).left(longestTopic);
    room.alertId = alert.id;
    room.departmentId = alert.departmentId;
    room.madeBy = by;
    room.madeAt = m_around.clock.now();
    return add(room);
}

core::Result<QList<Member>> RoomBook::membersFrom(const QStringList &marks, const Member &self) const
{
    QList<Member> members;
    const auto take = [&members](const Member &member) {
        if (std::none_of(members.begin(), members.end(),
                         [&member](const Member &known) { return known.id == member.id; }))
            members << member;
    };
    if (!self.id.isEmpty())
        take(self);
    for (const QString &mark : marks) {
        const auto person = m_around.people.find(mark);
        if (!person) {
            return core::Error{core::ErrorCode::NotFound,
                               tr("There is nobody with the name %1.").arg(mark.left(64))};
        }
        take({person->id, person->displayName});
    }
    return members;
}

core::Result<Room> RoomBook::changed(const Room &room, const SetRoom &asked,
                                     const core::Principal &caller) const
{
    Room next = room;
    if (room.kind == RoomKind::Direct)
        return core::Error{core::ErrorCode::Invalid, tr("A room of two people stays as it is.")};
    if (!maySee(room, caller))
        return notYours(room.name);
    if (asked.kind && *asked.kind != room.kind) {
        return core::Error{
            core::ErrorCode::Invalid,
            tr("Whose a room is cannot be changed, as others trusted in it. Make another room.")};
    }
    if (asked.topic)
        next.topic = topicFrom(*asked.topic);
    if (!asked.members)
        return next;
    if (room.kind != RoomKind::Private)
        return core::Error{core::ErrorCode::Invalid, tr("Only a private room has members.")};
    const auto members = membersFrom(*asked.members, {});
    if (!members)
        return members.error();
    if (members->isEmpty())
        return core::Error{core::ErrorCode::Invalid, tr("A private room has at least one member.")};
    next.members = *members;
    return next;
}

QFuture<core::Reply> RoomBook::set(const core::Command &command)
{
    const auto asked = command.as<SetRoom>();
    if (!asked)
        return core::ready(asked.error());
    if (const Room *known = find(asked->roomName)) {
        const auto next = changed(*known, *asked, command.caller);
        if (!next)
            return core::ready(next.error());
        QStringList lost;
        for (const Member &member : known->members) {
            if (!isMember(*next, member.id))
                lost << member.id;
        }
        return replace(*next, lost).then(replyOf);
    }
    if (const auto good = core::checkRoomName(asked->roomName); !good)
        return core::ready(good.error());
    const RoomKind kind = asked->kind.value_or(RoomKind::Public);
    if (isHouseName(asked->roomName) || (kind != RoomKind::Public && kind != RoomKind::Private)) {
        return core::ready(
            core::Error{core::ErrorCode::Invalid,
                        tr("People make public and private rooms; the others come by themselves.")});
    }
    Room room;
    room.name = asked->roomName;
    room.kind = kind;
    room.topic = topicFrom(asked->topic.value_or(QString()));
    room.madeBy = command.caller.id;
    room.madeAt = m_around.clock.now();
    if (kind == RoomKind::Private) {
        const auto self = m_around.people.find(command.caller.id);
        if (!self)
            return core::ready(
                core::Error{core::ErrorCode::Forbidden, tr("Only people have private rooms.")});
        const auto members =
            membersFrom(asked->members.value_or(QStringList()), {self->id, self->displayName});
        if (!members)
            return core::ready(members.error());
        room.members = *members;
    } else if (asked->members && !asked->members->isEmpty()) {
        return core::ready(core::Error{core::ErrorCode::Invalid, tr("Only a private room has members.")});
    }
    return add(room).then(replyOf);
}

QFuture<core::Reply> RoomBook::leave(const core::Command &command)
{
    const auto asked = command.as<LeaveRoom>();
    if (!asked)
        return core::ready(asked.error());
    const auto room = readable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    if (room->kind == RoomKind::Direct) {
        return core::ready(core::Error{core::ErrorCode::Invalid,
                                       tr("A room of two people is not left. It stays as it is.")});
    }
    m_around.attendance.leave(command.session, room->name);
    const auto done = [](const core::Result<void> &left) {
        return left ? core::Reply(identity::Done{}) : core::Reply(left.error());
    };
    if (room->kind != RoomKind::Private)
        return m_around.store.forgetMark(command.caller.id, room->name).then(done);
    Room next = *room;
    next.members.removeIf([&command](const Member &member) { return member.id == command.caller.id; });
    return replace(next, {command.caller.id}).then([](const core::Result<Room> &left) {
        return left ? core::Reply(identity::Done{}) : core::Reply(left.error());
    });
}

QFuture<core::Reply> RoomBook::archive(const core::Command &command)
{
    const auto asked = command.as<ArchiveRoom>();
    if (!asked)
        return core::ready(asked.error());
    const Room *known = find(asked->roomName);
    if (known == nullptr)
        return core::ready(noRoom(asked->roomName));
    if (!maySee(*known, command.caller))
        return core::ready(notYours(asked->roomName));
    if (known->name == firstRoom() || known->kind == RoomKind::Direct || known->kind == RoomKind::System) {
        return core::ready(
            core::Error{core::ErrorCode::Invalid, tr("The room %1 is always open.").arg(known->name)});
    }
    Room next = *known;
    next.isArchived = asked->isArchived;
    return replace(next).then(replyOf);
}

QFuture<core::Reply> RoomBook::openDirect(const core::Command &command)
{
    const auto asked = command.as<OpenDirect>();
    if (!asked)
        return core::ready(asked.error());
    const auto self = command.caller.isGuest ? std::nullopt : m_around.people.find(command.caller.id);
    if (!self)
        return core::ready(
            core::Error{core::ErrorCode::Forbidden, tr("Sign in to speak with somebody alone.")});
    const auto other = m_around.people.find(asked->user);
    if (!other) {
        return core::ready(core::Error{core::ErrorCode::NotFound,
                                       tr("There is nobody with the name %1.").arg(asked->user.left(64))});
    }
    if (other->id == self->id)
        return core::ready(core::Error{core::ErrorCode::Invalid, tr("That is you. Choose somebody else.")});
    const auto [first, second] = std::minmax(self->id, other->id);
    const QString name = directPrefix + first + QLatin1Char(':') + second;
    if (const Room *known = find(name))
        return core::ready(known->kind == RoomKind::Direct ? core::Reply(*known)
                                                           : core::Reply(notYours(name)));
    Room room;
    room.name = name;
    room.kind = RoomKind::Direct;
    room.members = {{self->id, self->displayName}, {other->id, other->displayName}};
    room.madeBy = self->id;
    room.madeAt = m_around.clock.now();
    return add(room).then(replyOf);
}

QFuture<core::Reply> RoomBook::openIncident(const core::Command &command)
{
    const auto asked = command.as<OpenIncident>();
    if (!asked)
        return core::ready(asked.error());
    const auto facts = m_around.alerts ? m_around.alerts(asked->alertId, command.caller) : std::nullopt;
    if (!facts) {
        return core::ready(
            core::Error{core::ErrorCode::NotFound, tr("There is no alert %1.").arg(asked->alertId)});
    }
    return incident(*facts, command.caller.id).then(replyOf);
}

} // namespace chat
