// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatanswering.h"
#include "core/ratelimit.h"
#include "domain/chat/roombook.h"
#include "domain/chat/scribe.h"

#include <QPromise>

#include <map>
#include <vector>

namespace chat {

/// Chat: who is in which room, and what is written there. A message is stored before anybody is told of it.
class Service final : public QObject
{
    Q_OBJECT

public:
    /// As whom the caller of a command speaks.
    using Speaker = std::function<core::Result<identity::Profile>(
        const core::Command &, const std::optional<identity::Profile> &claimed)>;
    struct Surroundings
    {
        core::ChatStore &store;
        core::Attendance &attendance;
        core::Publisher &publisher;
        core::Clock &clock;
        core::Entropy &entropy;
        RoomBook &rooms;
        Speaker speaker;
        People people;
    };
    static constexpr int historyLength = 50;

    explicit Service(Surroundings around);

    // Handlers; the dispatcher has checked role and schema.
    /// Makes the room if there is none; answers with its last messages. Errors: Invalid, Forbidden, NotFound,
    /// Limited, AuthenticationRequired, Unavailable.
    QFuture<core::Reply> join(const core::Command &command);
    /// Errors: Invalid (a blank message, a bad picture), NotFound (no such room, or message to answer),
    /// Forbidden, Conflict (the room is put away), Limited, AuthenticationRequired, Unavailable.
    QFuture<core::Reply> send(const core::Command &command);
    QFuture<core::Reply> setTyping(const core::Command &command);
    /// Errors: NotFound, Forbidden.
    QFuture<core::Reply> who(const core::Command &command);

    /// The house itself writes a line; a room that is not there is made, as one of the house. Errors: Invalid
    /// (blank), Limited, Unavailable.
    QFuture<core::Reply> note(const QString &room, const QString &text, const QList<Card> &references = {});
    /// The assistant answers in a room. Errors: NotFound (no such room), Conflict (it is put away),
    /// Unavailable.
    QFuture<core::Reply> answer(const QString &room, const Spoken &spoken);
    /// The assistant works on an answer for a room, or no longer.
    void setAnswering(const QString &room, bool isTyping);
    /// What there is of that answer.
    void tellAnswering(const Answering &part);
    /// With whose rights what is asked in a room is answered there (`commonView`).
    [[nodiscard]] core::Principal viewIn(const QString &room, const core::Principal &asker) const;
    /// Whether the caller looks after what others write there. Errors: NotFound, Forbidden.
    [[nodiscard]] core::Result<bool> moderates(const QString &room, const core::Principal &caller) const;
    /// A message that was written before is another now.
    void amend(const Message &message);
    void amend(const QString &room, const QString &id, const QList<Reaction> &reactions);
    /// Those of `called` whose connections do not hear the room are told where they are.
    void call(const QStringList &called, const Message &message);
    /// Whom a message calls, of those who may read the room.
    [[nodiscard]] QStringList calledIn(const Message &message, const Room &room) const;
    /// Tells the members of a room; what fails is in the log, too.
    template <core::Described T>
    core::Result<quint64> say(const T &fact, const Room &room, quint64 exceptSession = 0);

Q_SIGNALS:
    /// Somebody wrote, and it is kept.
    void written(const chat::Message &message, const core::Principal &author);

private:
    using Waiter = std::shared_ptr<QPromise<core::Result<void>>>;

    /// What is known of a room while somebody has asked for it.
    struct Shelf
    {
        QList<Message> newest;  ///< at most `historyLength`
        QList<Message> amended; ///< while it is loaded
        bool isLoaded = false;
        std::vector<Waiter> waiting; ///< until it is loaded; somebody loads it while there are any
    };
    /// Where somebody sits in a room.
    struct Place
    {
        identity::Profile profile;
        bool isQuiet = false; ///< nobody was told
    };
    /// Somebody who chats.
    struct Seat
    {
        explicit Seat(core::Clock &clock);

        core::RateLimit sends;
        core::RateLimit typings;
        QMap<QString, Place> rooms; ///< entered by name, and as whom
    };

    QFuture<core::Result<void>> prepare(const core::Command &command, const QString &name, const QString &by);
    void make(const core::Command &command, const QString &name, const QString &by);
    void load(const QString &name);
    void takeIn(const QString &name, const QList<core::ChatLine> &lines);
    void prepared(const QString &name, const core::Result<void> &result);
    core::Reply enter(const core::Command &command, const Join &asked, const identity::Profile &profile);
    /// Whether the message that is answered is in the room.
    QFuture<core::Result<void>> checkReply(const Message &message);
    QFuture<core::Reply> write(const Room &room, const Composed &composed);
    /// As above, by somebody who is no part of the house.
    QFuture<core::Reply> write(const Room &room, const Composed &composed, const core::Principal &author);
    void remember(const Message &message);
    void left(quint64 session, const QString &room);
    void sayLeft(const QString &room, const identity::Profile &profile);
    Seat &seatOf(quint64 session);

    Surroundings m_around;
    Scribe m_scribe;
    QMap<QString, Shelf> m_shelves;  ///< by room
    std::map<quint64, Seat> m_seats; ///< by session
};

template <core::Described T>
core::Result<quint64> Service::say(const T &fact, const Room &room, quint64 exceptSession)
{
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(T::topic));
    draft.payload = fact;
    draft.audience = RoomBook::audienceOf(room);
    draft.audience.exceptSession = exceptSession;
    return m_around.publisher.publish(std::move(draft));
}

} // namespace chat
