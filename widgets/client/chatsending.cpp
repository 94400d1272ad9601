// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/assistant.h"
#include "client/ask.h"
#include "client/chatroom.h"

namespace client {

using Sending = ChatLine::Sending;

namespace {
using namespace std::chrono_literals;

constexpr auto typingPause = 3s; // the others are told again no sooner
constexpr auto idleTime = 4s;
constexpr auto typingLasts = 8s;   // whoever says nothing more has gone
constexpr auto comingLasts = 3min; // longer than a model may be silent
} // namespace

void ChatRoom::send(const QString &text, const QString &replyTo, const QList<chat::Card> &cards,
                    const std::optional<chat::NewAttachment> &attachment)
{
    ChatLine line;
    line.message.id = QStringLiteral("own-%1").arg(m_nextOwn++);
    line.message.roomName = name();
    line.message.message = text;
    line.message.timestamp = m_mirror.serverNow();
    line.message.cards = cards;
    if (!replyTo.isEmpty())
        line.message.replyTo = replyTo;
    if (const auto &user = m_mirror.user()) {
        line.message.userId = user->id;
        line.message.userName = user->displayName.isEmpty() ? user->username : user->displayName;
    }
    line.sending = Sending::Queued;
    line.attachment = attachment;
    tellTypingStopped();
    insertLine(isComing() ? count() - 1 : count(), line);
    if (m_hasNewer)
        loadLatest();
    sendNext();
}

/// One after the other: what was written first stands first.
void ChatRoom::sendNext()
{
    if (!isLive() || !m_isCaughtUp)
        return;
    for (int place = sentCount(); place < count(); ++place) {
        const Sending sending = m_lines.at(place).sending;
        if (sending == Sending::Pending)
            return;
        if (sending == Sending::Queued || sending == Sending::Unsure) {
            deliver(place);
            return;
        }
    }
}

void ChatRoom::deliver(int place)
{
    setSending(place, Sending::Pending);
    const ChatLine &line = m_lines.at(place);
    chat::Send command;
    command.roomName = name();
    command.message = line.message.message;
    command.replyTo = line.message.replyTo;
    command.cards = line.message.cards;
    command.attachment = line.attachment;
    client::ask(
        m_mirror.link(), command, this,
        [this, id = line.message.id](const core::Result<chat::Message> &reply) { settle(id, reply); });
}

void ChatRoom::settle(const QString &id, const core::Result<chat::Message> &reply)
{
    const int place = placeOf(id);
    if (place < 0) {
        sendNext(); // the fact was here first
        return;
    }
    if (reply && placeOf(reply->id) >= 0) {
        removeLine(place);
    } else if (reply) {
        adopt(place, reply.value());
    } else if (reply.error().code == core::ErrorCode::Unavailable && !isLive()) {
        setSending(place, Sending::Unsure);
    } else if (m_lines.at(place).sending == Sending::Pending) {
        setSending(place, Sending::Failed, reply.error().message);
    }
    sendNext();
}

/// What was under way came there, and stands where the server put it.
void ChatRoom::adopt(int place, const chat::Message &message)
{
    ChatLine line;
    line.message = message;
    if (place == sentCount()) {
        m_lines.replace(place, line);
        Q_EMIT changed(place);
        return;
    }
    removeLine(place);
    insertLine(sentCount(), line);
}

int ChatRoom::placeUnderWay(const QString &text) const
{
    for (int place = sentCount(); place < count(); ++place) {
        const ChatLine &line = m_lines.at(place);
        if ((line.sending == Sending::Pending || line.sending == Sending::Unsure) &&
            line.message.message == text)
            return place;
    }
    return -1;
}

void ChatRoom::setSending(int place, Sending sending, const QString &trouble)
{
    m_lines.at(place).sending = sending;
    m_lines.at(place).trouble = trouble;
    Q_EMIT changed(place);
}

void ChatRoom::retry(const QString &id)
{
    const int place = placeOf(id);
    if (place < 0 || m_lines.at(place).sending != Sending::Failed)
        return;
    setSending(place, Sending::Queued);
    sendNext();
}

void ChatRoom::discard(const QString &id)
{
    const int place = placeOf(id);
    if (place < 0 || m_lines.at(place).sending == Sending::Sent ||
        m_lines.at(place).sending == Sending::Pending)
        return;
    removeLine(place);
}

/// What was asked is not answered any more, and what was under way may have come there.
void ChatRoom::suspend()
{
    ++m_round;
    m_isLoading = false;
    m_isCaughtUp = false;
    m_readAsked.clear();
    m_toldTyping.reset();
    m_idle.reset();
    dropComing();
    for (int place = sentCount(); place < count(); ++place) {
        if (m_lines.at(place).sending == Sending::Pending)
            setSending(place, Sending::Unsure);
    }
    if (!m_typists.isEmpty()) {
        m_typists.clear();
        Q_EMIT typingChanged();
    }
    Q_EMIT stateChanged();
}

void ChatRoom::tellTyping()
{
    const auto now = m_clock.steady();
    if (!m_toldTyping || now - *m_toldTyping >= typingPause) {
        m_toldTyping = now;
        say(true);
    }
    m_idle = m_clock.after(idleTime, [this] {
        m_fired = std::move(m_idle);
        tellTypingStopped();
    });
}

void ChatRoom::tellTypingStopped()
{
    m_idle.reset();
    if (!m_toldTyping)
        return;
    m_toldTyping.reset();
    say(false);
}

void ChatRoom::say(bool isTyping)
{
    if (isLive())
        m_mirror.link().request(QLatin1String(chat::SetTyping::name),
                                core::toJson(chat::SetTyping{name(), isTyping, {}}).toObject());
}

void ChatRoom::hear(const chat::Typing &typing)
{
    if (m_mirror.user() && typing.userId == m_mirror.user()->id)
        return;
    if (typing.isTyping)
        m_typists.insert(typing.userId, {typing.userName, m_clock.steady() + typingLasts});
    else
        m_typists.remove(typing.userId);
    forgetTypists();
    Q_EMIT typingChanged();
}

void ChatRoom::hear(const chat::Answering &part)
{
    const int known = placeOf(part.answerId);
    if (!m_isLoaded || m_hasNewer || (known >= 0 && m_lines.at(known).sending != Sending::Coming))
        return;
    if (known < 0 || part.text.isEmpty())
        dropComing();
    if (part.text.isEmpty())
        return;
    m_comingEnd = m_clock.after(comingLasts, [this] {
        m_fired = std::move(m_comingEnd);
        dropComing();
    });
    if (known >= 0) {
        m_lines.at(known).message.message = part.text;
        Q_EMIT changed(known);
        return;
    }
    ChatLine line;
    line.message.id = part.answerId;
    line.message.roomName = part.roomName;
    line.message.userId = QLatin1String(assistant::speakerId);
    line.message.userName = QLatin1String(assistant::speakerName);
    line.message.message = part.text;
    line.message.messageType = chat::MessageType::AiResponse;
    line.message.isAi = true;
    line.message.timestamp = m_mirror.serverNow();
    line.sending = Sending::Coming;
    line.askedBy = part.askedBy;
    insertLine(count(), line);
}

bool ChatRoom::isComing() const { return count() > 0 && m_lines.at(count() - 1).sending == Sending::Coming; }

void ChatRoom::dropComing()
{
    m_comingEnd.reset();
    if (isComing())
        removeLine(count() - 1);
}

void ChatRoom::forgetTypists()
{
    const auto now = m_clock.steady();
    m_typists.removeIf([now](const auto &one) { return one.value().until <= now; });
    if (m_typists.isEmpty()) {
        m_typistsEnd.reset();
        return;
    }
    auto first = m_typists.first().until;
    for (const Typist &one : std::as_const(m_typists))
        first = std::min(first, one.until);
    m_typistsEnd = m_clock.after(first - now, [this] {
        m_fired = std::move(m_typistsEnd);
        forgetTypists();
        Q_EMIT typingChanged();
    });
}

QStringList ChatRoom::typists() const
{
    QStringList names;
    for (const Typist &one : m_typists)
        names << one.name;
    return names;
}

} // namespace client
