// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatanswering.h"
#include "catalog/chatchanges.h"
#include "client/chatlines.h"
#include "client/mirror.h"

namespace client {

/// One chat room as this window knows it: its lines, in pages that come as somebody looks for them, what is
/// being sent from here, who types, and how far one has read.
class ChatRoom final : public QObject
{
    Q_OBJECT
public:
    static constexpr int pageLength = 50;

    ChatRoom(Mirror &mirror, core::Clock &clock, const chat::RoomEntry &entry, QObject *parent = nullptr);

    [[nodiscard]] const QString &name() const { return m_entry.room.name; }
    [[nodiscard]] const chat::Room &room() const { return m_entry.room; }
    [[nodiscard]] const chat::Marks &marks() const { return m_entry.marks; }
    [[nodiscard]] const std::optional<QDateTime> &lastMessageAt() const { return m_entry.lastMessageAt; }
    [[nodiscard]] Mirror &mirror() const { return m_mirror; }

    [[nodiscard]] int count() const { return m_lines.count(); }
    [[nodiscard]] const ChatLine &line(int place) const { return m_lines.at(place); }
    [[nodiscard]] int placeOf(const QString &id) const { return m_lines.placeOf(id); }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    /// Somebody looks at what was said long ago; what is said now is not among the lines.
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }
    /// Why the lines could not be had, for people; empty when they could.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    /// Who types, by the names they are shown with.
    [[nodiscard]] QStringList typists() const;
    [[nodiscard]] bool isMine(const chat::Message &message) const;
    /// Whether the message calls whoever is signed in here.
    [[nodiscard]] bool isCalling(const chat::Message &message) const;
    /// The newest message that is on the server; empty: none.
    [[nodiscard]] QString newest() const;

    /// The last page; does nothing where it is there already.
    void load();
    void loadOlder();
    void loadNewer();
    /// The page around a message, in place of what there is.
    void loadAround(const QString &id);
    /// Back to what is said now.
    void loadLatest();

    /// Writes it: at once, or once there is a connection, and each once only.
    void send(const QString &text, const QString &replyTo = {}, const QList<chat::Card> &cards = {},
              const std::optional<chat::NewAttachment> &attachment = {});
    /// Tries again what was not sent.
    void retry(const QString &id);
    /// Gives up what was not sent.
    void discard(const QString &id);
    /// Somebody types here, or stopped: told to the others, but not at every key.
    void tellTyping();
    void tellTypingStopped();
    /// Says that one has read up to there.
    void markRead(const QString &id);

    // What facts and lists say; for Chat.
    void take(const chat::RoomEntry &entry);
    void take(const chat::Room &room);
    void take(const chat::Marks &marks);
    void hear(const chat::Message &message);
    void hear(const chat::Changed &change);
    void hear(const chat::Reacted &reacted);
    void hear(const chat::Typing &typing);
    void hear(const chat::Answering &part);
    void hearPassage(const QString &who, bool isArrival);
    /// Nobody wants to see who came and went.
    void dropPassages();
    /// There is a connection again: what was missed is asked for, and what waits is sent.
    void resume();
    void suspend();

Q_SIGNALS:
    /// All lines are others.
    void reset();
    void inserted(int first, int count);
    void removed(int place);
    void changed(int place);
    /// Its name, topic, members, what is unread, or whether it is being loaded.
    void stateChanged();
    void typingChanged();
    /// Somebody wrote just now.
    void arrived(const chat::Message &message);

private:
    enum class Wish { Latest, Around, Older, Newer, Missed };
    struct Typist
    {
        QString name;
        std::chrono::milliseconds until;
    };

    void ask(Wish wish, const chat::History &command);
    void take(Wish wish, const core::Result<chat::History::Reply> &reply);
    void renew(const chat::History::Reply &page);
    void merge(const chat::History::Reply &page);
    void addOlder(const QList<chat::Message> &page);
    void addNewest(const chat::Message &message);
    void put(int place, const chat::Message &message);
    void insertLine(int place, const ChatLine &line);
    /// Where what is not sent begins, which is the end.
    [[nodiscard]] int sentCount() const;
    [[nodiscard]] int lastSent() const;
    /// Whether an answer is coming, which is the last line then.
    [[nodiscard]] bool isComing() const;
    void dropComing();
    void removeLine(int place);
    [[nodiscard]] bool isLive() const { return m_mirror.link().state() == Link::State::Live; }

    void sendNext();
    void deliver(int place);
    void settle(const QString &id, const core::Result<chat::Message> &reply);
    void adopt(int place, const chat::Message &message);
    [[nodiscard]] int placeUnderWay(const QString &text) const;
    void setSending(int place, ChatLine::Sending sending, const QString &trouble = {});
    void say(bool isTyping);
    void forgetTypists();

    Mirror &m_mirror;
    core::Clock &m_clock;
    chat::RoomEntry m_entry;
    ChatLines m_lines;
    QList<chat::Message> m_noted; ///< heard while the first page was under way
    QString m_trouble;
    QString m_readAsked; ///< up to there the server was told
    QMap<QString, Typist> m_typists;
    std::unique_ptr<core::Timer> m_typistsEnd;
    std::unique_ptr<core::Timer> m_idle;
    std::unique_ptr<core::Timer> m_comingEnd;
    std::unique_ptr<core::Timer> m_fired; ///< a timer may not be gone while it fires
    std::optional<std::chrono::milliseconds> m_toldTyping;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
    quint64 m_nextOwn = 1;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    bool m_isCaughtUp = true; ///< what waits may be sent
    bool m_hasOlder = false;
    bool m_hasNewer = false;
};

} // namespace client
