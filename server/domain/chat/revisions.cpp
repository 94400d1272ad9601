// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/revisions.h"

#include "core/finished.h"
#include "core/log.h"
#include "domain/chat/emoji.h"
#include "domain/chat/lines.h"
#include "domain/chat/mentions.h"

namespace chat {

namespace {
core::Error deletedAlready()
{
    return {core::ErrorCode::Conflict,
            chat::Revisions::tr("The message was deleted. Nothing can be done with it.")};
}

/// Whose account it is that asks: what a guest wrote, another guest of that name might claim.
core::Result<void> mayRevise(const core::Principal &caller)
{
    if (!caller.isGuest)
        return {};
    return core::Error{core::ErrorCode::Forbidden,
                       chat::Revisions::tr("Guests cannot change what was written. Sign in.")};
}
} // namespace

Revisions::Revisions(Surroundings around)
    : m_around(std::move(around)), m_pace(m_around.attendance, m_around.clock)
{
}

QFuture<core::Result<Revisions::Found>> Revisions::find(const QString &room, const QString &id)
{
    return m_around.store.line(id).then(
        this, [room](const core::Result<core::ChatLine> &line) -> core::Result<Found> {
            if (!line)
                return line.error();
            if (line->room != room)
                return core::Error{core::ErrorCode::NotFound, tr("There is no such message in this room.")};
            const auto message = messageOf(*line);
            if (!message)
                return message.error();
            if (message->isDeleted)
                return deletedAlready();
            return Found{*message, line->body};
        });
}

QFuture<core::Reply> Revisions::edit(const core::Command &command)
{
    const auto asked = command.as<Edit>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto taken = m_pace.take(command.session); !taken)
        return core::ready(taken.error());
    if (const auto may = mayRevise(command.caller); !may)
        return core::ready(may.error());
    if (asked->message.trimmed().isEmpty()) {
        return core::ready(core::Error{core::ErrorCode::Invalid,
                                       tr("Nothing would be left of the message. Delete it instead.")});
    }
    const auto room = m_around.rooms.writable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    return find(room->name, asked->id)
        .then(this,
              [this, asked = *asked, room = *room, by = command.caller.id](const core::Result<Found> &found) {
                  if (!found)
                      return core::ready(found.error());
                  if (found->message.userId != by || found->message.isGuest || found->message.isAi) {
                      return core::ready(
                          core::Error{core::ErrorCode::Forbidden,
                                      tr("Only who wrote a message changes it. Answer it instead.")});
                  }
                  if (found->message.message == asked.message)
                      return core::ready(found->message);
                  Message after = found->message;
                  after.message = asked.message;
                  after.mentions = mentionsIn(after.message, m_around.people);
                  return keep(room, *found, after, Deed::Edited, by);
              })
        .unwrap();
}

QFuture<core::Reply> Revisions::remove(const core::Command &command)
{
    const auto asked = command.as<Delete>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto taken = m_pace.take(command.session); !taken)
        return core::ready(taken.error());
    if (const auto may = mayRevise(command.caller); !may)
        return core::ready(may.error());
    const auto room = m_around.rooms.readable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    return find(room->name, asked->id)
        .then(this,
              [this, room = *room, caller = command.caller](const core::Result<Found> &found) {
                  if (!found)
                      return core::ready(found.error());
                  const bool isOwn = found->message.userId == caller.id && !found->message.isGuest;
                  if (!isOwn && !caller.may(core::roles::operators)) {
                      return core::ready(
                          core::Error{core::ErrorCode::Forbidden,
                                      tr("Only who wrote a message deletes it, or an operator. Ask one.")});
                  }
                  Message after = found->message;
                  after.message.clear();
                  after.isDeleted = true;
                  after.mentions.clear();
                  after.cards.clear();
                  after.proposals.clear();
                  after.attachment.reset();
                  return keep(room, *found, after, Deed::Deleted, caller.id);
              })
        .unwrap();
}

QFuture<core::Reply> Revisions::keep(const Room &room, const Found &before, Message after, Deed deed,
                                     const QString &by)
{
    after.editedAt = m_around.clock.now();
    after.editedBy = by;
    core::ChatChange change;
    change.line = lineOf(after);
    change.base = before.body;
    change.circles = RoomBook::circlesOf(room);
    change.called = m_around.chat.calledIn(after, room);
    change.by = by;
    change.deed = int(deed);
    change.at = *after.editedAt;
    change.dropsPicture = deed == Deed::Deleted;
    return m_around.store.change(change).then(
        this, [this, before = before.message, after, deed](const core::Result<void> &kept) -> core::Reply {
            if (!kept)
                return kept.error();
            told(before, after, deed);
            return after;
        });
}

void Revisions::told(const Message &before, const Message &after, Deed deed)
{
    m_around.chat.amend(after);
    const Room *room = m_around.rooms.find(after.roomName);
    if (room == nullptr)
        return;
    if (const auto said = m_around.chat.say(Changed{deed, after}, *room); !said)
        qCWarning(logEngine).noquote() << said.error().message;
    // Who was called before is not called again.
    Message fresh = after;
    fresh.mentions.removeIf([&before](const Mention &mention) { return before.mentions.contains(mention); });
    m_around.chat.call(m_around.chat.calledIn(fresh, *room), after);
}

QFuture<core::Reply> Revisions::trace(const core::Command &command)
{
    const auto asked = command.as<Trace>();
    if (!asked)
        return core::ready(asked.error());
    const auto room = m_around.rooms.readable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    return m_around.store.line(asked->id)
        .then(this,
              [this, room = room->name](const core::Result<core::ChatLine> &line) {
                  using Entries = core::Result<QList<core::ChatTrace>>;
                  if (!line)
                      return core::finished(Entries(line.error()));
                  if (line->room != room) {
                      return core::finished(Entries(core::Error{
                          core::ErrorCode::NotFound, tr("There is no such message in this room.")}));
                  }
                  return m_around.store.trace(line->id);
              })
        .unwrap()
        .then(this, [](const core::Result<QList<core::ChatTrace>> &kept) -> core::Reply {
            if (!kept)
                return kept.error();
            Trace::Reply reply;
            for (const core::ChatTrace &entry : *kept) {
                reply.entries << TraceEntry{entry.deed == int(Deed::Deleted) ? Deed::Deleted : Deed::Edited,
                                            entry.by, entry.at, entry.text};
            }
            return reply;
        });
}

QFuture<core::Reply> Revisions::react(const core::Command &command)
{
    const auto asked = command.as<React>();
    if (!asked)
        return core::ready(asked.error());
    if (const auto taken = m_pace.take(command.session); !taken)
        return core::ready(taken.error());
    if (!isEmoji(asked->emoji)) {
        return core::ready(
            core::Error{core::ErrorCode::Invalid, tr("A reaction is one emoji. Choose one from the list.")});
    }
    const auto room = m_around.rooms.readable(asked->roomName, command.caller);
    if (!room)
        return core::ready(room.error());
    if (room->isArchived)
        return core::ready(
            core::Error{core::ErrorCode::Conflict, tr("The room is put away, to be read only.")});
    return find(room->name, asked->id)
        .then(this,
              [this, asked = *asked, by = command.caller.id](const core::Result<Found> &found) {
                  using Kept = core::Result<QList<core::ChatReaction>>;
                  return found ? m_around.store.react(asked.id, asked.emoji, by, asked.isOn, mostReactions)
                               : core::finished(Kept(found.error()));
              })
        .unwrap()
        .then(this,
              [this, asked = *asked](const core::Result<QList<core::ChatReaction>> &kept) -> core::Reply {
                  if (!kept)
                      return kept.error();
                  const QList<Reaction> reactions = reactionsOf(*kept);
                  m_around.chat.amend(asked.roomName, asked.id, reactions);
                  if (const Room *now = m_around.rooms.find(asked.roomName)) {
                      if (const auto said =
                              m_around.chat.say(Reacted{asked.roomName, asked.id, reactions}, *now);
                          !said)
                          qCWarning(logEngine).noquote() << said.error().message;
                  }
                  return React::Reply{reactions};
              });
}

} // namespace chat
