// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chat.h"
#include "core/attendance.h"
#include "core/chatstore.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/entropy.h"
#include "core/publisher.h"
#include "core/ratelimit.h"

#include <QPromise>

#include <functional>
#include <map>
#include <vector>

namespace chat {

/// Chat: rooms, who is in them, what was written. A message is stored before anybody is told of it.
class Service final : public QObject
{
    Q_OBJECT

public:
    /// As whom the caller of a command speaks.
    using Speaker = std::function<core::Result<identity::Profile>(
        const core::Command &, const std::optional<identity::Profile> &claimed)>;
    /// The room that is always there.
    static QString firstRoom() { return QStringLiteral("general_chat"); }
    static constexpr int mostRooms = 1'000;
    static constexpr int historyLength = 50;

    Service(core::ChatStore &store, core::Attendance &attendance, core::Publisher &publisher,
            core::Clock &clock, core::Entropy &entropy, Speaker speaker);

    /// Loads the names of the rooms. Errors: Unavailable.
    QFuture<core::Result<void>> start();

    // Handlers; the dispatcher has checked role and schema.
    /// Makes the room if there is none; answers with its last messages. Errors: Invalid, Forbidden, Limited,
    /// AuthenticationRequired, Unavailable.
    QFuture<core::Reply> join(const core::Command &command);
    /// Errors: Invalid (a blank message), NotFound (no such room), Limited, AuthenticationRequired,
    /// Unavailable.
    QFuture<core::Reply> send(const core::Command &command);
    QFuture<core::Reply> setTyping(const core::Command &command);

private:
    using Waiter = std::shared_ptr<QPromise<core::Result<void>>>;

    /// What is known of a room while somebody has asked for it.
    struct Room
    {
        QList<Message> newest; ///< at most `historyLength`
        bool isLoaded = false;
        std::vector<Waiter> waiting; ///< until it is loaded; somebody loads it while there are any
    };
    /// Somebody who chats.
    struct Seat
    {
        explicit Seat(core::Clock &clock);

        core::RateLimit sends;
        core::RateLimit typings;
        QMap<QString, identity::Profile> rooms; ///< entered by name, and as whom
    };

    QFuture<core::Result<void>> prepare(const QString &name, const QString &by);
    void make(const QString &name, const QString &by);
    void load(const QString &name);
    void takeIn(const QString &name, const QList<core::ChatLine> &lines);
    void prepared(const QString &name, const core::Result<void> &result);
    core::Reply enter(const core::Command &command, const QString &name, const identity::Profile &profile);
    QFuture<core::Reply> write(const Message &message);
    void remember(const Message &message);
    void left(quint64 session, const QString &room);
    void sayLeft(const QString &room, const identity::Profile &profile);
    /// Tells the members of a room; what fails is in the log, too.
    template <core::Described T>
    core::Result<quint64> say(const T &fact, const QString &room, quint64 exceptSession = 0);
    Seat &seatOf(quint64 session);

    core::ChatStore &m_store;
    core::Attendance &m_attendance;
    core::Publisher &m_publisher;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    Speaker m_speaker;
    QMap<QString, Room> m_rooms;
    std::map<quint64, Seat> m_seats; ///< by session
};

} // namespace chat
