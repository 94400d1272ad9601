// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/service.h"

#include "catalog/assistant.h"
#include "core/finished.h"
#include "core/log.h"
#include "domain/chat/commonview.h"
#include "domain/chat/lines.h"
#include "domain/chat/pace.h"

#include <algorithm>
#include <utility>

namespace chat {

namespace {
void logFailure(const core::Result<quint64> &said)
{
    if (!said)
        qCWarning(logEngine).noquote() << said.error().message;
}
} // namespace

Service::Seat::Seat(core::Clock &clock)
    : sends(clock, Pace::rate, Pace::burst), typings(clock, Pace::rate, Pace::burst)
{
}

Service::Service(Surroundings around)
    : m_around(std::move(around)), m_scribe(m_around.clock, m_around.entropy, m_around.people)
{
    m_around.attendance.watch([this](quint64 session, const QString &room) { left(session, room); });
}

Service::Seat &Service::seatOf(quint64 session)
{
    return m_seats.try_emplace(session, m_around.clock).first->second;
}

QFuture<core::Reply> Service::join(const core::Command &command)
{
    const auto asked = command.as<Join>();
    if (!asked)
        return core::ready(asked.error());
    if (m_around.attendance.socketId(command.session).isEmpty()) {
        return core::ready(
            core::Error{core::ErrorCode::Invalid, QStringLiteral("This command belongs to a connection.")});
    }
    if (m_around.rooms.find(asked->roomName) != nullptr) {
        if (const auto room = m_around.rooms.readable(asked->roomName, command.caller); !room)
            return core::ready(room.error());
    }
    const auto profile = m_around.speaker(command, asked->userProfile);
    if (!profile)
        return core::ready(profile.error());
    return prepare(command, asked->roomName, profile->uid)
        .then(this,
              [this, command, asked = *asked,
               profile = *profile](const core::Result<void> &prepared) -> core::Reply {
                  if (!prepared)
                      return prepared.error();
                  return enter(command, asked, profile);
              });
}

QFuture<core::Result<void>> Service::prepare(const core::Command &command, const QString &name,
                                             const QString &by)
{
    const bool isNew = m_around.rooms.find(name) == nullptr;
    Shelf &shelf = m_shelves[name];
    if (shelf.isLoaded)
        return core::finished(core::Result<void>());
    // A promise each: a future calls only one of those who wait for it.
    const auto waiter = std::make_shared<QPromise<core::Result<void>>>();
    waiter->start();
    const QFuture<core::Result<void>> future = waiter->future();
    shelf.waiting.push_back(waiter);
    if (shelf.waiting.size() > 1)
        return future;
    if (isNew)
        make(command, name, by);
    else
        load(name);
    return future;
}

void Service::make(const core::Command &command, const QString &name, const QString &by)
{
    m_around.rooms.enterNew(name, command.caller, by)
        .then(this, [this, name](const core::Result<Room> &made) {
            prepared(name, made ? core::Result<void>() : core::Result<void>(made.error()));
            if (!made)
                m_shelves.remove(name);
        });
}

void Service::load(const QString &name)
{
    core::ChatPageQuery query;
    query.room = name;
    query.count = historyLength;
    m_around.store.page(query).then(this, [this, name](const core::Result<core::ChatPage> &page) {
        if (page)
            takeIn(name, page->lines);
        prepared(name, page ? core::Result<void>() : core::Result<void>(page.error()));
    });
}

void Service::takeIn(const QString &name, const QList<core::ChatLine> &lines)
{
    // What was published or changed while the lines were read may be among them.
    const QList<Message> meanwhile = std::exchange(m_shelves[name].newest, {});
    const QList<Message> kept = messagesOf(lines) + meanwhile;
    for (const Message &message : kept)
        remember(message);
    for (const Message &message : std::exchange(m_shelves[name].amended, {}))
        amend(message);
}

void Service::prepared(const QString &name, const core::Result<void> &result)
{
    Shelf &shelf = m_shelves[name];
    shelf.isLoaded = bool(result);
    for (const Waiter &waiter : std::exchange(shelf.waiting, {})) {
        waiter->addResult(result);
        waiter->finish();
    }
}

core::Reply Service::enter(const core::Command &command, const Join &asked, const identity::Profile &profile)
{
    const auto room = m_around.rooms.readable(asked.roomName, command.caller);
    if (!room)
        return room.error(); // no longer
    if (const auto entered = m_around.attendance.enter(command.session, room->name); !entered)
        return entered.error();
    Seat &seat = seatOf(command.session);
    const auto place = seat.rooms.constFind(room->name);
    const bool isKnown = place != seat.rooms.constEnd();
    if (asked.isQuiet) {
        if (!isKnown)
            seat.rooms.insert(room->name, {profile, true});
    } else if (!isKnown || place->isQuiet) {
        logFailure(say(Joined{room->name, profile, QStringLiteral("%1 joined the chat").arg(nameOf(profile))},
                       *room, command.session));
        seat.rooms.insert(room->name, {profile, false});
        // What was written before they first came is not unread to them.
        if (!profile.isGuest)
            (void)m_around.store.mark(profile.uid, room->name, {});
    }
    Join::Reply reply{room->name, QStringLiteral("Welcome to %1!").arg(room->name), {}};
    if (!asked.isQuiet)
        reply.history = m_shelves.value(room->name).newest;
    return reply;
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
    const auto room = m_around.rooms.writable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    const auto profile = m_around.speaker(command, asked->userProfile);
    if (!profile)
        return core::ready(profile.error());
    const auto composed = m_scribe.compose(*asked, command.caller, *profile);
    if (!composed)
        return core::ready(composed.error());
    if (!composed->message.replyTo)
        return write(*room, *composed, command.caller);
    return checkReply(composed->message)
        .then(this,
              [this, room = *room, composed = *composed,
               author = command.caller](const core::Result<void> &checked) {
                  return checked ? write(room, composed, author) : core::ready(checked.error());
              })
        .unwrap();
}

QFuture<core::Result<void>> Service::checkReply(const Message &message)
{
    return m_around.store.line(*message.replyTo)
        .then(this,
              [room = message.roomName](const core::Result<core::ChatLine> &line) -> core::Result<void> {
                  if (line && line->room == room)
                      return {};
                  if (!line && line.error().code != core::ErrorCode::NotFound)
                      return line.error();
                  return core::Error{core::ErrorCode::NotFound,
                                     tr("The message you answer is not in this room. Choose one that is.")};
              });
}

QFuture<core::Reply> Service::write(const Room &room, const Composed &composed)
{
    const Message &message = composed.message;
    core::ChatDraft draft;
    draft.line = lineOf(message);
    draft.circles = RoomBook::circlesOf(room);
    draft.called = calledIn(message, room);
    draft.picture = composed.picture;
    return m_around.store.append(draft).then(
        this, [this, message, called = draft.called](const core::Result<void> &kept) -> core::Reply {
            if (!kept)
                return kept.error();
            // As the room is now: somebody may have been taken out of it.
            const Room *now = m_around.rooms.find(message.roomName);
            if (now == nullptr)
                return core::Error{core::ErrorCode::NotFound, tr("The room is gone.")};
            if (const auto said = say(message, *now); !said)
                return said.error();
            remember(message);
            call(called, message);
            return message;
        });
}

QFuture<core::Reply> Service::write(const Room &room, const Composed &composed, const core::Principal &author)
{
    return write(room, composed)
        .then(this, [this, message = composed.message, author](const core::Reply &reply) {
            if (reply)
                Q_EMIT written(message, author);
            return reply;
        });
}

QFuture<core::Reply> Service::answer(const QString &room, const Spoken &spoken)
{
    const Room *known = m_around.rooms.find(room);
    if (known == nullptr)
        return core::ready(core::Error{core::ErrorCode::NotFound, tr("The room is gone.")});
    return write(*known, {m_scribe.answer(room, spoken), {}});
}

void Service::setAnswering(const QString &room, bool isTyping)
{
    if (const Room *known = m_around.rooms.find(room))
        logFailure(say(Typing{room, QLatin1String(assistant::speakerId),
                              QLatin1String(assistant::speakerName), isTyping},
                       *known));
}

void Service::tellAnswering(const Answering &part)
{
    if (const Room *known = m_around.rooms.find(part.roomName))
        logFailure(say(part, *known));
}

core::Principal Service::viewIn(const QString &room, const core::Principal &asker) const
{
    const Room *known = m_around.rooms.find(room);
    return known == nullptr ? asker : commonView(*known, asker, m_around.people.everybody());
}

core::Result<bool> Service::moderates(const QString &room, const core::Principal &caller) const
{
    const auto known = m_around.rooms.readable(room, caller);
    return known ? core::Result<bool>(caller.may(core::roles::operators)) : core::Result<bool>(known.error());
}

QFuture<core::Reply> Service::note(const QString &room, const QString &text, const QList<Card> &references)
{
    if (text.trimmed().isEmpty())
        return core::ready(core::Error{core::ErrorCode::Invalid, tr("The line is empty.")});
    return m_around.rooms.houseRoom(room)
        .then(this,
              [this, text, references](const core::Result<Room> &made) {
                  return made ? write(*made, {m_scribe.note(made->name, text, references), {}})
                              : core::ready(made.error());
              })
        .unwrap();
}

QStringList Service::calledIn(const Message &message, const Room &room) const
{
    QStringList called;
    const auto add = [&](const QString &account) {
        const auto person = m_around.people.find(account);
        if (person && RoomBook::isFor(room, *person) && account != message.userId &&
            !called.contains(account))
            called << account;
    };
    for (const Mention &mention : message.mentions) {
        if (!mention.userId.isEmpty()) {
            add(mention.userId);
            continue;
        }
        for (const auto &[session, seat] : m_seats) {
            const auto place = seat.rooms.constFind(room.name);
            if (place != seat.rooms.constEnd() && !place->profile.isGuest)
                add(place->profile.uid);
        }
    }
    return called;
}

void Service::call(const QStringList &called, const Message &message)
{
    if (!m_around.people.mentioned)
        return;
    for (const QString &account : called) {
        if (!m_around.attendance.hasIn(account, message.roomName))
            m_around.people.mentioned(account, message);
    }
}

void Service::remember(const Message &message)
{
    const auto shelf = m_shelves.find(message.roomName);
    if (shelf == m_shelves.end())
        return;
    const bool isKnown = std::any_of(shelf->newest.begin(), shelf->newest.end(),
                                     [&](const Message &known) { return known.id == message.id; });
    if (isKnown)
        return;
    shelf->newest << message;
    if (shelf->newest.size() > historyLength)
        shelf->newest.removeFirst();
}

void Service::amend(const Message &message)
{
    const auto shelf = m_shelves.find(message.roomName);
    if (shelf == m_shelves.end())
        return;
    if (!shelf->isLoaded && !shelf->waiting.empty())
        shelf->amended << message;
    for (Message &known : shelf->newest) {
        if (known.id == message.id)
            known = message;
    }
}

void Service::amend(const QString &room, const QString &id, const QList<Reaction> &reactions)
{
    const QList<Message> newest = m_shelves.value(room).newest;
    for (Message message : newest) {
        if (message.id != id)
            continue;
        message.reactions = reactions;
        amend(message);
    }
}

QFuture<core::Reply> Service::setTyping(const core::Command &command)
{
    const auto asked = command.as<SetTyping>();
    if (!asked)
        return core::ready(asked.error());
    const auto room = m_around.rooms.readable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    // Too much of it is nothing anybody would miss (decision 12 of the contracts); that it stopped, they
    // would.
    if (!seatOf(command.session).typings.take() && asked->isTyping)
        return core::ready(identity::Done{});
    const auto profile = m_around.speaker(command, asked->userProfile);
    if (!profile)
        return core::ready(profile.error());
    const auto said =
        say(Typing{asked->roomName, profile->uid, nameOf(*profile), asked->isTyping}, *room, command.session);
    logFailure(said);
    return core::ready(said ? core::Reply(identity::Done{}) : core::Reply(said.error()));
}

QFuture<core::Reply> Service::who(const core::Command &command)
{
    const auto asked = command.as<Who>();
    if (!asked)
        return core::ready(asked.error());
    const auto room = m_around.rooms.readable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    QMap<QString, identity::Profile> users; // by name, then id
    for (const auto &[session, seat] : m_seats) {
        const auto place = seat.rooms.constFind(room->name);
        if (place == seat.rooms.constEnd())
            continue;
        const identity::Profile &profile = place->profile;
        users.insert(nameOf(profile).toCaseFolded() + QLatin1Char('\n') + profile.uid, profile);
    }
    return core::ready(Who::Reply{users.values()});
}

void Service::left(quint64 session, const QString &room)
{
    const auto seat = m_seats.find(session);
    if (seat == m_seats.end())
        return;
    QMap<QString, Place> &rooms = seat->second.rooms;
    const auto tell = [this](const QString &name, const Place &place) {
        if (!place.isQuiet)
            sayLeft(name, place.profile);
    };
    if (!room.isEmpty()) {
        if (rooms.contains(room))
            tell(room, rooms.take(room));
        return;
    }
    for (auto it = rooms.cbegin(); it != rooms.cend(); ++it)
        tell(it.key(), it.value());
    m_seats.erase(seat);
}

void Service::sayLeft(const QString &room, const identity::Profile &profile)
{
    if (const Room *known = m_around.rooms.find(room))
        logFailure(say(Left{room, profile, QStringLiteral("%1 left the chat").arg(nameOf(profile))}, *known));
}

} // namespace chat
