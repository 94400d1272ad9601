// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/listening.h"
#include "core/clock.h"
#include "dialects/threatlens/threatlens.h"
#include "engine/eventbus.h"

#include <QMultiHash>

namespace engine {

class ThreatLensSession;

/// The clients of ThreatLens' contract: who is here under which id, and what becomes of what they are told.
class Clientele : public QObject
{
    Q_OBJECT
public:
    /// `maxConnections`: as the server takes.
    Clientele(EventBus &bus, core::Clock &clock, std::shared_ptr<const dialects::ThreatLens> dialect,
              int maxConnections);

    void enter(ThreatLensSession &session);
    void leave(ThreatLensSession &session);
    /// Whether somebody else is here under this id.
    [[nodiscard]] bool isTaken(const QString &clientId, const QString &identity) const;
    /// Somebody was sent away for their credentials.
    void noteRefusal() { ++m_connections.authFailures; }

    [[nodiscard]] QList<const ThreatLensSession *> present() const;
    [[nodiscard]] session::ConnectionFigures connections() const;
    [[nodiscard]] session::BroadcastFigures broadcasts() const;
    /// For the session that asks; another's bears no id.
    [[nodiscard]] session::Status::Reply statusFor(quint64 session) const;

private:
    void hear(const core::Event &event);
    void pingAll();

    core::Clock &m_clock;
    std::shared_ptr<const dialects::ThreatLens> m_dialect;
    QMultiHash<QString, ThreatLensSession *> m_present; ///< by client id
    std::unique_ptr<core::Timer> m_round;               ///< of pings, while somebody is here
    session::ConnectionFigures m_connections;           ///< what is counted, of those that are gone
    session::BroadcastFigures m_broadcasts;
};

} // namespace engine
