// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/attendance.h"
#include "core/clockwatch.h"
#include "engine/eventbus.h"
#include "engine/outbox.h"
#include "engine/session.h"

#include <QMap>

#include <vector>

namespace engine {

/// Everybody who listens. Hands out facts, ends sessions whose token ended, and knows who wants what.
/// The facts of one turn of the event loop are handed out together: each session is visited once.
class Sessions : public QObject, public core::Attendance, private SessionKeeper
{
    Q_OBJECT
public:
    Sessions(EventBus &bus, const core::Catalog &catalog, core::Clock &clock, QObject *parent = nullptr);
    bool event(QEvent *event) override;

    [[nodiscard]] quint64 nextId() { return ++m_lastId; }
    /// Takes the session in until it ends.
    void add(Session *session);
    [[nodiscard]] Session *find(quint64 id) const;
    /// Those who are connected, the oldest first.
    [[nodiscard]] std::vector<const Session *> connected() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] QMap<QString, int> countByContract() const;
    [[nodiscard]] qint64 queued() const;
    [[nodiscard]] qint64 dropped() const;
    /// Hands out what was published so far, before what is done now changes who gets it, or says more.
    void handOut();
    /// How fast the keenest session wants the topic.
    [[nodiscard]] core::Demand demandFor(const core::Topic &topic) const;
    /// Missed facts that are sent again; who missed more takes a fresh snapshot.
    static constexpr qsizetype mostReplayed = qsizetype(Outbox::mostFacts);
    /// Sends what followed `sequence`; false when it is not known any more, or is more than a client can be
    /// sent at once: then some or all of it is missing.
    bool replay(Session &session, quint64 sequence, const QString &epoch);
    /// Ends every session of an account (password changed, disabled, signed out).
    void revoke(const QString &account);
    /// Ends every session that signed in with this token (`jti`).
    void revokeToken(const QString &tokenId);
    void endAll(transport::CloseCode code, const QString &reason);

    [[nodiscard]] QString socketId(quint64 session) const override;
    [[nodiscard]] bool isHere(const QString &id) const override;
    void rename(quint64 session, const core::Principal &guest) override;
    [[nodiscard]] bool isIn(quint64 session, const QString &room) const override;
    [[nodiscard]] bool hasIn(const QString &id, const QString &room) const override;
    core::Result<void> enter(quint64 session, const QString &room) override;
    void leave(quint64 session, const QString &room) override;
    void watch(Watcher watcher) override { m_watchers.push_back(std::move(watcher)); }

Q_SIGNALS:
    /// Somebody came who hears things.
    void came(const engine::Session &session);
    /// Somebody came, went, or wants something else.
    void demandChanged();

private:
    void followClock() override;
    void interestChanged() override { Q_EMIT demandChanged(); }
    void ended(const Session &session) override { forget(session.id(), session.dropped()); }
    void hear(const core::Event &event, const core::EventSpec &spec);
    template <class Visit>
    void deliver(Visit each);
    void endExpired();
    void endWhere(const std::function<bool(const core::Principal &)> &concerned, const QString &reason);
    void forget(quint64 id, qint64 dropped);
    void tellWatchers(quint64 session, const QString &room = {});
    template <class Visit>
    void visit(Visit each) const
    {
        for (const auto &[id, session] : m_sessions) {
            if (session != nullptr)
                each(session);
        }
    }

    EventBus &m_bus;
    const core::Catalog &m_catalog;
    core::Clock &m_clock;
    core::ClockWatch m_watch;
    quint64 m_lastId = 0;
    /// By id. In one piece, because every fact walks through it. Null: gone while a fact was handed out.
    std::vector<std::pair<quint64, Session *>> m_sessions;
    std::vector<Fact> m_heard;     ///< in this turn, not handed out
    bool m_isEndOfTurnDue = false; ///< our event is posted
    bool m_isDelivering = false;
    bool m_hasGaps = false;
    qint64 m_droppedBefore = 0; ///< by sessions that are gone
    std::vector<Watcher> m_watchers;
    std::vector<std::pair<quint64, QString>> m_departures; ///< the watchers are not told yet
    std::unique_ptr<core::Timer> m_expiry;
};

} // namespace engine
