// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ask.h"
#include "client/chatroom.h"

namespace client {

using Sending = ChatLine::Sending;

namespace {
using namespace std::chrono_literals;

constexpr auto typingPause = 3s; // the others are told again no sooner
constexpr auto idleTime = 4s;
constexpr auto typingLasts = 8s; // whoever says nothing more has gone
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
    insertLine(count(), line);
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
        m_lines.remove(place);
        Q_EMIT removed(place);
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
    m_lines.remove(place);
    Q_EMIT removed(place);
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
    m_lines.remove(place);
    Q_EMIT removed(place);
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
