// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/middlebox.h"
#include "client/remotelink.h"
#include "client/signin.h"
#include "support/awaited.h"
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/selfsigned.h"

namespace trustrig {

/// Who signs in.
inline const QString name = QStringLiteral("dana");
inline const QString password = QStringLiteral("seven quiet owls at dusk");

/// A new self-signed pair.
transport::SelfSigned makePair(const QStringList &names, const QDateTime &now);
QString printOf(const transport::SelfSigned &pair);
/// A new file, with its folder.
void write(const QString &path, const QByteArray &content);

/// What `--connect` puts together, behind a port that leads where the test says.
struct Client
{
    Client(support::FakeClock &time, const QString &file) : clock(time), trust(client::KnownServers(file)) {}

    [[nodiscard]] QString place() const { return QStringLiteral("127.0.0.1:%1").arg(relay.port()); }
    core::Result<void> enter() { return support::awaited(signIn.signIn(name, password)); }
    /// Accepts the server, signs in and connects.
    void live(const QString &fingerprint);

    support::FakeClock &clock;
    support::SeededEntropy entropy;
    Relay relay;
    client::Trust trust;
    client::ServerAddress address{client::readServerAddress(QStringLiteral("https://") + place()).value()};
    client::SignIn signIn{address, trust, clock};
    client::RemoteLink link{address, signIn, trust, clock, entropy};
};

} // namespace trustrig
