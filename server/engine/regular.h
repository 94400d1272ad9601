// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clientstore.h"
#include "core/clock.h"
#include "dialects/threatlens/threatlens.h"
#include "engine/missedfacts.h"
#include "engine/session.h"
#include "engine/speaker.h"

#include <QPromise>

#include <vector>

namespace engine {

/// Says facts to clients of ThreatLens' contract that are away: with the time since when they wait.
class LateSpeaker final : public Speaker
{
public:
    LateSpeaker(std::shared_ptr<const dialects::ThreatLens> dialect, core::Clock &clock)
        : m_dialect(std::move(dialect)), m_clock(clock)
    {
    }
    [[nodiscard]] QString contract() const override { return m_dialect->name(); }

    [[nodiscard]] QList<transport::SharedFrame> framesOf(const core::Event &event,
                                                         const QDateTime &queuedAt) const;

protected:
    [[nodiscard]] bool hasWord(const core::Topic &topic) const override;
    [[nodiscard]] QList<transport::SharedFrame> encode(const core::Event &event) const override;

private:
    std::shared_ptr<const dialects::ThreatLens> m_dialect;
    core::Clock &m_clock;
};

/// A client that bears an id of its own choice: listens in its place while it is away.
class Regular final : public Session
{
    Q_OBJECT
public:
    /// Is away until somebody holds it.
    Regular(quint64 id, LateSpeaker &speaker, QString identity, QString clientId, QObject *parent);

    [[nodiscard]] const QString &identity() const { return m_identity; }
    [[nodiscard]] const QString &clientId() const { return m_clientId; }
    /// The session whose client this is; 0: it is away.
    [[nodiscard]] quint64 holder() const { return m_holder; }
    [[nodiscard]] bool isAway() const { return m_holder == 0; }
    [[nodiscard]] bool isConnected() const override { return false; }
    [[nodiscard]] QString contract() const override { return m_speaker.contract(); }
    [[nodiscard]] Reach reach() const override { return {}; }
    void hold(quint64 session);
    /// Away from now on; `forget` is called when it stays away for `longest`.
    void depart(core::Clock &clock, const core::Principal &client, std::chrono::milliseconds longest,
                const std::function<void()> &forget);
    /// Whether there is anything to remember of what it asked for.
    [[nodiscard]] bool hasWishes() const;
    /// Since when it is away, on the steady clock.
    [[nodiscard]] std::chrono::milliseconds awaySince() const { return m_awaySince; }

    /// A fact of an earlier run of the server, which it would have heard.
    void miss(const core::Event &event);
    [[nodiscard]] MissedFacts &missed() { return m_missed; }
    [[nodiscard]] const MissedFacts &missed() const { return m_missed; }
    /// Facts that were kept for it, and those that were dropped because too many waited.
    [[nodiscard]] qint64 kept() const { return m_kept; }
    [[nodiscard]] qint64 overflows() const { return m_overflows; }

    void end(transport::CloseCode code, const QString &reason) override;
    /// Is not remembered any more.
    void leave();

    /// What is known of it is on its way into the store.
    void save(QFuture<core::Result<void>> saving);
    /// Finished when nothing of it is on its way any more.
    [[nodiscard]] QFuture<core::Result<void>> saved();

protected:
    void deliver(std::span<const Fact *const> facts) override;
    [[nodiscard]] bool canSay(const core::Topic &topic) const override;
    [[nodiscard]] bool hearsByDefault() const override { return true; }

private:
    void add(const core::Event &event, const QList<transport::SharedFrame> &frames);

    LateSpeaker &m_speaker;
    QString m_identity;
    QString m_clientId;
    quint64 m_holder = 0;
    std::chrono::milliseconds m_awaySince{};
    std::unique_ptr<core::Timer> m_forget;
    MissedFacts m_missed;
    qint64 m_kept = 0;
    qint64 m_overflows = 0;
    int m_saves = 0; ///< on their way
    /// A promise each: a future calls only one of those who wait for it.
    std::vector<QPromise<core::Result<void>>> m_waiting;
};

} // namespace engine
