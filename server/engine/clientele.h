// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/listening.h"
#include "core/clock.h"
#include "core/journal.h"
#include "engine/regular.h"
#include "engine/sessions.h"

#include <QHash>
#include <QMultiHash>

namespace engine {

class ThreatLensSession;

/// The clients of ThreatLens' contract: who is here under which id, what those who chose their id want to
/// hear when they come back within the hour, and what becomes of what all of them are told.
class Clientele : public QObject
{
    Q_OBJECT
public:
    /// How long somebody may stay away.
    static constexpr std::chrono::hours longestAbsence{1};
    /// Clients remembered: of all, and of one identity. Of more, the longest away are forgotten.
    static constexpr int mostRegulars = 500;
    static constexpr int mostOfOne = 50;

    /// `maxConnections`: as the server takes.
    Clientele(EventBus &bus, Sessions &sessions, core::Clock &clock, core::ClientStore &store,
              core::Journal &journal, std::shared_ptr<const dialects::ThreatLens> dialect,
              int maxConnections);

    /// Remembers who was here before the server started, and what those have missed of the facts that are
    /// kept. Finished also when that cannot be read.
    QFuture<void> load();
    /// Answers what the client has missed, if it comes back.
    [[nodiscard]] QList<transport::SharedFrame> enter(ThreatLensSession &session);
    void leave(ThreatLensSession &session);
    /// What the client of this session wants to hear has changed.
    void keep(const ThreatLensSession &session);
    /// Finished when what the client of this session wants to hear is kept, or cannot be.
    [[nodiscard]] QFuture<core::Result<void>> kept(quint64 session) const;
    /// Whether somebody else is here under this id.
    [[nodiscard]] bool isTaken(const QString &clientId, const QString &identity) const;
    /// Somebody was sent away for their credentials.
    void noteRefusal() { ++m_connections.authFailures; }

    [[nodiscard]] QList<const ThreatLensSession *> present() const;
    [[nodiscard]] session::ConnectionFigures connections() const;
    [[nodiscard]] session::BroadcastFigures broadcasts() const;
    /// For the session that asks; another's bears no id.
    [[nodiscard]] session::Status::Reply statusFor(quint64 session) const;
    /// What it will do of its own accord: ping, and forget those who stay away.
    [[nodiscard]] int pending() const;

private:
    using Name = std::pair<QString, QString>; ///< identity and client id

    void hear(const core::Event &event);
    void pingAll();
    /// The one who comes back, or who is new; null: too many are here to remember one more.
    [[nodiscard]] Regular *regularFor(const ThreatLensSession &session);
    [[nodiscard]] Regular *heldBy(const ThreatLensSession &session) const;
    [[nodiscard]] Regular *add(const Name &name);
    [[nodiscard]] bool makeRoom(const QString &identity);
    void depart(Regular &regular, const core::Principal &client, std::chrono::milliseconds longest);
    void forget(const Name &name);
    void save(Regular &regular, const std::optional<QDateTime> &until);
    void remember(const core::ClientMemory &client);
    /// Since when the one who has been away for longest is; invalid: nobody is.
    [[nodiscard]] core::JournalQuery missedQuery(const QList<core::ClientMemory> &clients) const;
    void replay(const QList<core::ClientMemory> &clients, const QList<core::Event> &oldestFirst);

    Sessions &m_sessions;
    core::Clock &m_clock;
    core::ClientStore &m_store;
    core::Journal &m_journal;
    std::shared_ptr<const dialects::ThreatLens> m_dialect;
    LateSpeaker m_speaker;
    QHash<Name, Regular *> m_regulars;
    QMultiHash<QString, ThreatLensSession *> m_present; ///< by client id
    std::unique_ptr<core::Timer> m_round;               ///< of pings, while somebody is here
    session::ConnectionFigures m_connections;           ///< what is counted, of those that are gone
    session::BroadcastFigures m_broadcasts;
};

} // namespace engine
