// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/service.h"

#include "core/finished.h"
#include "core/log.h"
#include "core/roomname.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace chat {

namespace {
// Decision 12 of the contracts.
constexpr double sendRate = 5;
constexpr double sendBurst = 20;
constexpr int idLength = 12;

QString nameOf(const identity::Profile &profile)
{
    const QString shown = profile.displayName.value_or(QString());
    if (!shown.isEmpty())
        return shown;
    return profile.email.isEmpty() ? profile.uid : profile.email;
}

core::Error noRoom(const QString &name)
{
    return {core::ErrorCode::NotFound,
            chat::Service::tr("There is no chat room %1. Join it first, and it is made.").arg(name.left(64))};
}
} // namespace

Service::Seat::Seat(core::Clock &clock)
    : sends(clock, sendRate, sendBurst), typings(clock, sendRate, sendBurst)
{
}

Service::Service(core::ChatStore &store, core::Attendance &attendance, core::Publisher &publisher,
                 core::Clock &clock, core::Entropy &entropy, Speaker speaker)
    : m_store(store), m_attendance(attendance), m_publisher(publisher), m_clock(clock), m_entropy(entropy),
      m_speaker(std::move(speaker))
{
    m_rooms.insert(firstRoom(), {});
    m_attendance.watch([this](quint64 session, const QString &room) { left(session, room); });
}

QFuture<core::Result<void>> Service::start()
{
    return m_store.rooms().then(this, [this](const core::Result<QStringList> &names) -> core::Result<void> {
        if (!names)
            return names.error();
        for (const QString &name : *names)
            m_rooms.insert(name, {});
        return {};
    });
}

Service::Seat &Service::seatOf(quint64 session)
{
    return m_seats.try_emplace(session, m_clock).first->second;
}

QFuture<core::Reply> Service::join(const core::Command &command)
{
    const auto asked = command.as<Join>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto good = core::checkRoomName(asked->roomName); !good)
        return core::ready(good.error());
    if (m_attendance.socketId(command.session).isEmpty()) {
        return core::ready(
            core::Error{core::ErrorCode::Invalid, QStringLiteral("This command belongs to a connection.")});
    }
    const auto profile = m_speaker(command, asked->userProfile);
    if (!profile)
        return core::ready(profile.error());
    return prepare(asked->roomName, profile->uid)
        .then(this,
              [this, command, name = asked->roomName,
               profile = *profile](const core::Result<void> &prepared) -> core::Reply {
                  if (!prepared)
                      return prepared.error();
                  return enter(command, name, profile);
              });
}

QFuture<core::Result<void>> Service::prepare(const QString &name, const QString &by)
{
    const bool isNew = !m_rooms.contains(name);
    if (isNew && m_rooms.size() >= mostRooms) {
        return core::finished(core::Result<void>(
            core::Error{core::ErrorCode::Limited,
                        tr("There are %1 chat rooms already. Use one of them.").arg(mostRooms)}));
    }
    Room &room = m_rooms[name];
    if (room.isLoaded)
        return core::finished(core::Result<void>());
    // A promise each: a future calls only one of those who wait for it.
    const auto waiter = std::make_shared<QPromise<core::Result<void>>>();
    waiter->start();
    const QFuture<core::Result<void>> future = waiter->future();
    room.waiting.push_back(waiter);
    if (room.waiting.size() == 1 && isNew)
        make(name, by);
    else if (room.waiting.size() == 1)
        load(name);
    return future;
}

void Service::make(const QString &name, const QString &by)
{
    m_store.addRoom(name, by, m_clock.now()).then(this, [this, name](const core::Result<void> &added) {
        prepared(name, added);
        if (!added)
            m_rooms.remove(name);
    });
}

void Service::load(const QString &name)
{
    m_store.newest(name, historyLength)
        .then(this, [this, name](const core::Result<QList<core::ChatLine>> &lines) {
            if (lines)
                takeIn(name, *lines);
            prepared(name, lines ? core::Result<void>() : core::Result<void>(lines.error()));
        });
}

void Service::takeIn(const QString &name, const QList<core::ChatLine> &lines)
{
    // What was published while the lines were read may be among them.
    const QList<Message> meanwhile = std::exchange(m_rooms[name].newest, {});
    for (const core::ChatLine &line : lines) {
        const auto message = core::fromJson<Message>(QJsonDocument::fromJson(line.body).object());
        if (message)
            remember(*message);
        else
            qCWarning(logEngine).noquote() << "A chat message is unreadable:" << message.error().message;
    }
    for (const Message &message : meanwhile)
        remember(message);
}

void Service::prepared(const QString &name, const core::Result<void> &result)
{
    Room &room = m_rooms[name];
    room.isLoaded = bool(result);
    for (const Waiter &waiter : std::exchange(room.waiting, {})) {
        waiter->addResult(result);
        waiter->finish();
    }
}

core::Reply Service::enter(const core::Command &command, const QString &name,
                           const identity::Profile &profile)
{
    if (const auto entered = m_attendance.enter(command.session, name); !entered)
        return entered.error();
    Seat &seat = seatOf(command.session);
    if (!seat.rooms.contains(name)) {
        (void)say(Joined{name, profile, QStringLiteral("%1 joined the chat").arg(nameOf(profile))}, name,
                  command.session);
        seat.rooms.insert(name, profile);
    }
    return Join::Reply{name, QStringLiteral("Welcome to %1!").arg(name), m_rooms.value(name).newest};
}

QFuture<core::Reply> Service::send(const core::Command &command)
{
    const auto asked = command.as<Send>();
    if (!asked)
        return core::ready(asked.error());
    if (!seatOf(command.session).sends.take()) {
        return core::ready(core::Error{
            core::ErrorCode::Limited, tr("You write faster than anybody reads. Wait a second, then go on.")});
    }
    if (asked->message.trimmed().isEmpty())
        return core::ready(
            core::Error{core::ErrorCode::Invalid, tr("The message is empty. Write something.")});
    if (!m_rooms.contains(asked->roomName))
        return core::ready(noRoom(asked->roomName));
    const auto profile = m_speaker(command, asked->userProfile);
    if (!profile)
        return core::ready(profile.error());
    Message message;
    message.id = m_entropy.token(idLength);
    message.roomName = asked->roomName;
    message.userId = profile->uid;
    message.userName = nameOf(*profile);
    message.userAvatar = profile->photoUrl;
    message.message = asked->message;
    const bool isSystem =
        asked->messageType == MessageType::System && command.caller.may(core::roles::operators);
    message.messageType = isSystem ? MessageType::System : MessageType::Text;
    message.timestamp = m_clock.now();
    message.isGuest = profile->isGuest;
    return write(message);
}

QFuture<core::Reply> Service::write(const Message &message)
{
    const core::ChatLine line{message.id, message.roomName, message.timestamp, message.userId,
                              core::Payload(message).text()};
    return m_store.append(line).then(this, [this, message](const core::Result<void> &kept) -> core::Reply {
        if (!kept)
            return kept.error();
        const auto said = say(message, message.roomName);
        if (!said)
            return said.error();
        remember(message);
        return message;
    });
}

void Service::remember(const Message &message)
{
    const auto room = m_rooms.find(message.roomName);
    if (room == m_rooms.end())
        return;
    const bool isKnown = std::any_of(room->newest.begin(), room->newest.end(),
                                     [&](const Message &known) { return known.id == message.id; });
    if (isKnown)
        return;
    room->newest << message;
    if (room->newest.size() > historyLength)
        room->newest.removeFirst();
}

QFuture<core::Reply> Service::setTyping(const core::Command &command)
{
    const auto asked = command.as<SetTyping>();
    if (!asked)
        return core::ready(asked.error());
    if (!m_rooms.contains(asked->roomName))
        return core::ready(noRoom(asked->roomName));
    // Too much of it is nothing anybody would miss (decision 12 of the contracts); that it stopped, they
    // would.
    if (!seatOf(command.session).typings.take() && asked->isTyping)
        return core::ready(identity::Done{});
    const auto profile = m_speaker(command, asked->userProfile);
    if (!profile)
        return core::ready(profile.error());
    const auto said = say(Typing{asked->roomName, profile->uid, nameOf(*profile), asked->isTyping},
                          asked->roomName, command.session);
    return core::ready(said ? core::Reply(identity::Done{}) : core::Reply(said.error()));
}

void Service::left(quint64 session, const QString &room)
{
    const auto seat = m_seats.find(session);
    if (seat == m_seats.end())
        return;
    QMap<QString, identity::Profile> &rooms = seat->second.rooms;
    if (!room.isEmpty()) {
        if (rooms.contains(room))
            sayLeft(room, rooms.take(room));
        return;
    }
    for (auto it = rooms.cbegin(); it != rooms.cend(); ++it)
        sayLeft(it.key(), it.value());
    m_seats.erase(seat);
}

void Service::sayLeft(const QString &room, const identity::Profile &profile)
{
    (void)say(Left{room, profile, QStringLiteral("%1 left the chat").arg(nameOf(profile))}, room);
}

template <core::Described T>
core::Result<quint64> Service::say(const T &fact, const QString &room, quint64 exceptSession)
{
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(T::topic));
    draft.payload = fact;
    draft.audience.rooms = {room};
    draft.audience.exceptSession = exceptSession;
    auto said = m_publisher.publish(std::move(draft));
    if (!said)
        qCWarning(logEngine).noquote() << said.error().message;
    return said;
}

} // namespace chat
