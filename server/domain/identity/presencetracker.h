// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/presence.h"
#include "core/attendance.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/publisher.h"

#include <QHash>

#include <functional>
#include <map>

namespace identity {

/// Who is here: who registered, on which connection, and what they are doing. Away comes after ten minutes
/// without a command, and goes with the next.
///
/// Who registers is told everything at once; the others are told who is here at most five times a second,
/// however many come and go.
class PresenceTracker final : public QObject
{
    Q_OBJECT

public:
    /// As whom the caller of a command speaks.
    using Speaker =
        std::function<core::Result<Profile>(const core::Command &, const std::optional<Profile> &claimed)>;

    PresenceTracker(core::Attendance &attendance, core::Publisher &publisher, core::Clock &clock,
                    Speaker speaker);

    // Handlers; the dispatcher has checked role and schema.
    /// Says identity.joined and identity.presence to the one who came, before it answers.
    QFuture<core::Reply> join(const core::Command &command);
    /// For all connections of that account, and those to come. Errors: Conflict (nobody has joined there).
    QFuture<core::Reply> setAvailability(const core::Command &command);
    QFuture<core::Reply> list(const core::Command &command);

    /// A connection asked for something.
    void touch(quint64 session);
    /// One entry per connection, in the order in which they came.
    [[nodiscard]] QList<Online> online() const;

private:
    void leave(quint64 session);
    void findIdle();
    void changed(quint64 toldAlready = 0);
    void tell(const Presence &presence, const core::Audience &audience);
    [[nodiscard]] bool isOnline(const QString &id) const;

    core::Attendance &m_attendance;
    core::Publisher &m_publisher;
    core::Clock &m_clock;
    Speaker m_speaker;
    std::map<quint64, Online> m_online;    ///< by session, whose numbers grow
    QHash<QString, Availability> m_chosen; ///< by account: busy or away, until it is taken back
    std::unique_ptr<core::Timer> m_telling;
    bool m_isTelling = false;  ///< the others will be told soon
    quint64 m_toldAlready = 0; ///< the one connection that needs no news of the last change
    std::unique_ptr<core::Timer> m_idle;
};

} // namespace identity
