// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/blockingclient.h"
#include "support/serverprocess.h"

#include <QString>

#include <memory>
#include <vector>

namespace abuse {

/// The real program under attack, and beside the attacker clients who must not notice: administrators who
/// each change something, one console that must hear of every change, one Socket.IO client that must be
/// answered.
class Rig
{
public:
    /// Starts it and brings the clients in; what went wrong, or nothing.
    QString start();
    [[nodiscard]] quint16 port() const { return m_server.port(); }
    /// An administrator's access token.
    [[nodiscard]] const QByteArray &token() const { return m_token; }
    /// The name of the administrator and the password, as a sign-in's body.
    [[nodiscard]] static QByteArray credentials();
    [[nodiscard]] support::ServerProcess &server() { return m_server; }

    /// A WebSocket at `target`, whose upgrade must succeed.
    [[nodiscard]] std::unique_ptr<support::BlockingClient> open(const QByteArray &target,
                                                                int receiveBuffer = 0) const;
    /// The same for Socket.IO, signed in and in the namespace "/".
    [[nodiscard]] std::unique_ptr<support::BlockingClient> joinSocketIo() const;

    /// From here on `verdict` counts.
    void begin();
    /// The clients ask, hear the answer, and hear the fact that follows: what went wrong, or nothing.
    QString beat();
    /// After an attack of so many clients, who are gone: the program lives, the others lost nothing, its
    /// descriptors are back, its memory grew by no more than 1 MiB in and 1 MiB out for each. What went
    /// wrong, or nothing.
    QString verdict(int attackers = 1);

private:
    [[nodiscard]] QString signIn();
    [[nodiscard]] QString changeSomething();
    [[nodiscard]] QString askSocketIo();

    support::ServerProcess m_server;
    QByteArray m_token;
    std::vector<std::unique_ptr<support::BlockingClient>> m_actors;
    std::unique_ptr<support::BlockingClient> m_witness;
    std::unique_ptr<support::BlockingClient> m_socketIo;
    int m_beats = 0;
    qint64 m_lastSequence = 0;
    qint64 m_memoryBefore = 0;
    int m_descriptorsBefore = 0;
};

} // namespace abuse
