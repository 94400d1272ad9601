// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"

#include <QPointer>
#include <QVariant>

#include <deque>
#include <functional>
#include <map>
#include <optional>

namespace transport {

/// Clients that lost their connection a short while ago and may come back as who they were (connection state
/// recovery of Socket.IO).
class SocketIoRecovery
{
public:
    /// Who a client was in one namespace.
    struct Memory
    {
        QString pid; ///< secret of the client and us
        QString nsp;
        QString id;     ///< of its socket
        QVariant state; ///< what the socket's owner wants to know again
    };

    /// Remembers each for `time` after the loss, and at most `capacity` of them.
    SocketIoRecovery(core::Clock &clock, core::Entropy &entropy, std::chrono::milliseconds time,
                     size_t capacity = 10'000);

    /// A secret for a new client.
    [[nodiscard]] QString newPid() { return m_entropy.token(); }
    void keep(Memory memory);
    /// `who` serves the client there now. `yield` lets go of it, and keeps it, when the client comes back
    /// while its lost connection still counts as open.
    void enter(const QString &pid, const QString &nsp, QObject *who, std::function<void()> yield);
    void leave(const QString &pid) { m_present.erase(pid); }
    /// Who `pid` was in the namespace; told once.
    std::optional<Memory> take(const QString &pid, const QString &nsp);

private:
    struct Kept
    {
        Memory memory;
        std::chrono::milliseconds until;
    };

    struct Present
    {
        QString nsp;
        QPointer<QObject> who;
        std::function<void()> yield;
    };

    void forgetOld();

    core::Clock &m_clock;
    core::Entropy &m_entropy;
    const std::chrono::milliseconds m_time;
    const size_t m_capacity;
    std::deque<Kept> m_kept; // the oldest first
    std::map<QString, Present> m_present;
};

} // namespace transport
