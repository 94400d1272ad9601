// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatcommands.h"
#include "client/chatroom.h"

#include <map>

namespace client {

/// Chat as this window knows it: the rooms, who is here, what one has begun to write, and the words that may
/// follow a slash. It enters every room it may see, quietly, so that it hears what is said there.
class Chat final : public QObject
{
    Q_OBJECT
public:
    Chat(Mirror &mirror, core::Clock &clock, QObject *parent = nullptr);
    ~Chat() override;

    /// By kind, and by name within one.
    [[nodiscard]] QList<ChatRoom *> rooms() const;
    [[nodiscard]] ChatRoom *find(const QString &name) const;
    /// True once a list of rooms was heard.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Why the rooms could not be had, for people; empty when they could.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] Mirror &mirror() const { return m_mirror; }
    [[nodiscard]] int unread() const;
    [[nodiscard]] int mentions() const;
    [[nodiscard]] const QList<chat::SlashWord> &slashWords() const { return m_words; }
    /// Whoever is signed in may look after what others wrote.
    [[nodiscard]] bool isOperator() const;
    /// Who comes and goes is told among the messages; kept with the drafts.
    [[nodiscard]] bool showsPassages() const { return m_showsPassages; }
    void setShowsPassages(bool isOn);

    /// What somebody is doing; nothing: they are not here.
    [[nodiscard]] std::optional<identity::Availability> availabilityOf(const QString &userId) const;
    /// Everybody who was seen here, by account id: those who are here, members of rooms, and authors.
    [[nodiscard]] QMap<QString, QString> people() const;
    /// How a room is called for whoever is signed in: the other one's name where it is of two.
    [[nodiscard]] QString titleOf(const ChatRoom &room) const;
    /// The other one of a room of two; empty: it is none.
    [[nodiscard]] QString partnerOf(const ChatRoom &room) const;

    [[nodiscard]] QString draft(const QString &room) const;
    void setDraft(const QString &room, const QString &text);
    /// Drafts, and what was not sent, for the next time.
    [[nodiscard]] QByteArray state() const;
    void restore(const QByteArray &state);

    /// Knows a room that a command answered with.
    ChatRoom *adopt(const chat::Room &room);

Q_SIGNALS:
    /// There are others, or one is not as it was.
    void changed();
    /// Other words may follow a slash.
    void wordsChanged();
    /// Who is here.
    void peopleChanged();
    /// Somebody wrote to whom is signed in here: by name, or in a room of two.
    void called(const client::ChatRoom *room, const chat::Message &message);

private:
    void begin();
    void introduce();
    void reload();
    void take(const core::Result<chat::ListRooms::Reply> &reply);
    ChatRoom *make(const chat::RoomEntry &entry);
    void forget(const QString &name);
    void enterNext();
    void hear(const core::Event &event);
    void hear(const chat::RoomChanged &fact);
    void hear(const identity::Presence &fact);
    template <class Fact>
    void pass(const core::Event &event);
    void restoreFor(const QString &user);
    [[nodiscard]] bool isLive() const { return m_mirror.link().state() == Link::State::Live; }
    [[nodiscard]] QString me() const { return m_mirror.user() ? m_mirror.user()->id : QString(); }

    Mirror &m_mirror;
    core::Clock &m_clock;
    std::map<QString, std::unique_ptr<ChatRoom>> m_rooms;
    QMap<QString, identity::Online> m_online; ///< by connection
    QMap<QString, QString> m_authors;
    QList<chat::SlashWord> m_words;
    QStringList m_toEnter;
    QMap<QString, QMap<QString, QString>> m_drafts; ///< by account, then by room
    QJsonObject m_unsent;                           ///< of the last time, by account
    QString m_trouble;
    bool m_isEntering = false;
    bool m_isKnown = false;
    bool m_isRegistered = false;
    bool m_wasLive = false;
    bool m_showsPassages = false;
};

} // namespace client
