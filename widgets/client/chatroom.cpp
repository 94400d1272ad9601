// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/chatroom.h"

#include "client/ask.h"

namespace client {

namespace {
ChatLine lineOf(const chat::Message &message) { return {message}; }

QList<ChatLine> linesOf(const QList<chat::Message> &page)
{
    QList<ChatLine> lines;
    for (const chat::Message &message : page)
        lines << lineOf(message);
    return lines;
}
} // namespace

ChatRoom::ChatRoom(Mirror &mirror, core::Clock &clock, const chat::RoomEntry &entry, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_clock(clock), m_entry(entry)
{
}

bool ChatRoom::isMine(const chat::Message &message) const
{
    return m_mirror.user() && !message.userId.isEmpty() && message.userId == m_mirror.user()->id;
}

bool ChatRoom::isCalling(const chat::Message &message) const
{
    if (!m_mirror.user() || isMine(message))
        return false;
    return std::any_of(message.mentions.begin(), message.mentions.end(),
                       [this](const chat::Mention &mention) {
                           return mention.userId.isEmpty() || mention.userId == m_mirror.user()->id;
                       });
}

int ChatRoom::sentCount() const
{
    int place = count();
    while (place > 0 && m_lines.at(place - 1).sending != ChatLine::Sending::Sent)
        --place;
    return place;
}

int ChatRoom::lastSent() const
{
    int place = sentCount() - 1;
    while (place >= 0 && m_lines.at(place).kind != ChatLine::Kind::Message)
        --place;
    return place;
}

QString ChatRoom::newest() const
{
    const int place = lastSent();
    return place < 0 ? QString() : m_lines.at(place).message.id;
}

void ChatRoom::load()
{
    if (!m_isLoaded && !m_isLoading)
        ask(Wish::Latest, {name()});
}

void ChatRoom::loadLatest()
{
    m_isLoading = false; // whatever is under way is of no use any more
    ask(Wish::Latest, {name()});
}

void ChatRoom::loadAround(const QString &id)
{
    chat::History command{name()};
    command.around = id;
    m_isLoading = false;
    ask(Wish::Around, command);
}

void ChatRoom::loadOlder()
{
    if (!m_isLoaded || !m_hasOlder || m_isLoading)
        return;
    chat::History command{name()};
    for (int place = 0; place < count() && !command.before; ++place) {
        if (m_lines.at(place).kind == ChatLine::Kind::Message)
            command.before = m_lines.at(place).message.id;
    }
    ask(Wish::Older, command);
}

void ChatRoom::loadNewer()
{
    if (!m_isLoaded || !m_hasNewer || m_isLoading)
        return;
    chat::History command{name()};
    command.after = newest();
    ask(Wish::Newer, command);
}

void ChatRoom::ask(Wish wish, const chat::History &command)
{
    if (m_isLoading || !isLive())
        return;
    m_isLoading = true;
    m_noted.clear();
    client::ask(m_mirror.link(), command, this,
                [this, wish, round = ++m_round](const core::Result<chat::History::Reply> &reply) {
                    if (round == m_round)
                        take(wish, reply);
                });
    Q_EMIT stateChanged();
}

void ChatRoom::take(Wish wish, const core::Result<chat::History::Reply> &reply)
{
    m_isLoading = false;
    m_trouble = reply ? QString() : reply.error().message;
    if (reply) {
        switch (wish) {
        case Wish::Latest:
        case Wish::Around:
            renew(reply.value());
            break;
        case Wish::Older:
            m_hasOlder = reply->hasOlder;
            addOlder(reply->messages);
            break;
        case Wish::Newer:
            m_hasNewer = reply->hasNewer;
            for (const chat::Message &message : reply->messages)
                addNewest(message);
            break;
        case Wish::Missed:
            merge(reply.value());
            break;
        }
    }
    const QList<chat::Message> noted = std::exchange(m_noted, {});
    if (m_isLoaded && !m_hasNewer) {
        for (const chat::Message &message : noted)
            addNewest(message);
    }
    Q_EMIT stateChanged();
    m_isCaughtUp = true;
    sendNext();
}

/// Only what is not sent yet outlives the lines there were.
void ChatRoom::renew(const chat::History::Reply &page)
{
    QList<ChatLine> own;
    dropComing();
    for (int place = 0; place < count(); ++place) {
        if (m_lines.at(place).sending != ChatLine::Sending::Sent)
            own << m_lines.at(place);
    }
    m_lines.clear();
    m_lines.prepend(linesOf(page.messages) + own);
    m_hasOlder = page.hasOlder;
    m_hasNewer = page.hasNewer;
    m_isLoaded = true;
    Q_EMIT reset();
    // What is unsure may stand in the page already.
    for (const chat::Message &message : page.messages) {
        if (const int flight = isMine(message) ? placeUnderWay(message.message) : -1;
            flight >= 0 && m_lines.at(flight).sending == ChatLine::Sending::Unsure &&
            message.timestamp >= m_lines.at(flight).message.timestamp) {
            removeLine(flight);
        }
    }
}

void ChatRoom::merge(const chat::History::Reply &page)
{
    const QString last = newest();
    const bool isJoined = std::any_of(page.messages.begin(), page.messages.end(),
                                      [&](const chat::Message &message) { return message.id == last; });
    if (!isJoined) {
        renew(page);
        return;
    }
    for (const chat::Message &message : page.messages)
        addNewest(message);
}

void ChatRoom::addOlder(const QList<chat::Message> &page)
{
    QList<chat::Message> fresh = page;
    fresh.removeIf([this](const chat::Message &message) { return placeOf(message.id) >= 0; });
    if (fresh.isEmpty())
        return;
    m_lines.prepend(linesOf(fresh));
    Q_EMIT inserted(0, int(fresh.size()));
}

void ChatRoom::put(int place, const chat::Message &message)
{
    m_lines.at(place).message = message;
    Q_EMIT changed(place);
}

void ChatRoom::insertLine(int place, const ChatLine &line)
{
    m_lines.insert(place, line);
    Q_EMIT inserted(place, 1);
}

void ChatRoom::removeLine(int place)
{
    m_lines.remove(place);
    Q_EMIT removed(place);
}

void ChatRoom::addNewest(const chat::Message &message)
{
    if (const int known = placeOf(message.id); known >= 0) {
        if (m_lines.at(known).sending == ChatLine::Sending::Coming)
            adopt(known, message);
        else
            put(known, message);
        return;
    }
    const int flight = isMine(message) ? placeUnderWay(message.message) : -1;
    if (flight >= 0)
        adopt(flight, message);
    else
        insertLine(sentCount(), lineOf(message));
}

void ChatRoom::take(const chat::RoomEntry &entry)
{
    m_entry = entry;
    Q_EMIT stateChanged();
}

void ChatRoom::take(const chat::Room &room)
{
    m_entry.room = room;
    Q_EMIT stateChanged();
}

void ChatRoom::take(const chat::Marks &marks)
{
    m_entry.marks = marks;
    Q_EMIT stateChanged();
}

void ChatRoom::hear(const chat::Message &message)
{
    const int known = placeOf(message.id);
    const bool isKnown = known >= 0 && m_lines.at(known).sending == ChatLine::Sending::Sent;
    m_entry.lastMessageAt = message.timestamp;
    if (m_typists.remove(message.userId) > 0)
        Q_EMIT typingChanged();
    if (m_isLoading && !isKnown)
        m_noted << message;
    else if (m_isLoaded && !m_hasNewer)
        addNewest(message);
    else if (const int flight = isMine(message) ? placeUnderWay(message.message) : -1; flight >= 0)
        adopt(flight, message);
    if (isMine(message) || isKnown)
        return;
    chat::Marks &marks = m_entry.marks;
    if (std::exchange(marks.unread, std::min(marks.unread + 1, chat::mostUnread)) == 0)
        marks.firstUnreadId = message.id;
    if (isCalling(message))
        marks.mentions = std::min(marks.mentions + 1, chat::mostUnread);
    Q_EMIT stateChanged();
    Q_EMIT arrived(message);
}

void ChatRoom::hear(const chat::Changed &change)
{
    for (chat::Message &noted : m_noted) {
        if (noted.id == change.message.id)
            noted = change.message;
    }
    if (const int place = placeOf(change.message.id); place >= 0)
        put(place, change.message);
}

void ChatRoom::hear(const chat::Reacted &reacted)
{
    const int place = placeOf(reacted.messageId);
    if (place < 0)
        return;
    m_lines.at(place).message.reactions = reacted.reactions;
    Q_EMIT changed(place);
}

/// Who comes and goes is told as one line until somebody writes.
void ChatRoom::hearPassage(const QString &who, bool isArrival)
{
    if (!m_isLoaded || m_hasNewer || who.isEmpty())
        return;
    const auto kind = isArrival ? ChatLine::Kind::Arrivals : ChatLine::Kind::Departures;
    const int end = sentCount();
    if (end > 0 && m_lines.at(end - 1).kind == kind) {
        ChatLine &line = m_lines.at(end - 1);
        if (!line.who.contains(who))
            line.who << who;
        Q_EMIT changed(end - 1);
        return;
    }
    ChatLine line;
    line.kind = kind;
    line.who = {who};
    line.message.id = QStringLiteral("passage-%1").arg(m_nextOwn++);
    line.message.timestamp = m_mirror.serverNow();
    insertLine(end, line);
}

void ChatRoom::dropPassages()
{
    for (int place = count() - 1; place >= 0; --place) {
        if (m_lines.at(place).kind != ChatLine::Kind::Message)
            removeLine(place);
    }
}

void ChatRoom::resume()
{
    if (m_isCaughtUp)
        return;
    m_isCaughtUp = !m_isLoaded || m_hasNewer;
    if (m_isLoaded && !m_hasNewer)
        ask(Wish::Missed, {name()});
    else
        sendNext();
}

void ChatRoom::markRead(const QString &id)
{
    if (id.isEmpty() || id == m_readAsked || id == m_entry.marks.upTo || !isLive())
        return;
    m_readAsked = id;
    client::ask(m_mirror.link(), chat::ReadUpTo{name(), id}, this,
                [this, id](const core::Result<chat::Marks> &marks) {
                    if (m_readAsked != id)
                        return; // one has read on since
                    if (marks)
                        take(marks.value());
                    else
                        m_readAsked.clear();
                });
}

} // namespace client
