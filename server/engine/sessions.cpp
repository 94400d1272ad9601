// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sessions.h"

#include "engine/outbox.h"

#include <algorithm>

namespace engine {

namespace {
// An expired or revoked token closes within a second (decision 7 of the contracts).
constexpr std::chrono::milliseconds expiryCheck{500};
} // namespace

Sessions::Sessions(EventBus &bus, const core::Catalog &catalog, core::Clock &clock, QObject *parent)
    : QObject(parent), m_bus(bus), m_catalog(catalog), m_clock(clock)
{
    m_bus.listen([this](const core::Event &event, const core::EventSpec &spec) { deliver(event, spec); });
    m_expiry = m_clock.every(expiryCheck, [this] { endExpired(); });
}

void Sessions::add(Session *session)
{
    m_sessions.emplace(session->id(), session);
    connect(session, &Session::interestChanged, this, &Sessions::demandChanged);
    connect(session, &Session::ended, this, [this, session] { forget(session->id(), session->dropped()); });
    Q_EMIT demandChanged();
}

void Sessions::forget(quint64 id, qint64 dropped)
{
    if (m_sessions.erase(id) == 0)
        return;
    m_droppedBefore += dropped;
    Q_EMIT demandChanged();
}

Session *Sessions::find(quint64 id) const
{
    const auto it = m_sessions.find(id);
    return it == m_sessions.end() ? nullptr : it->second;
}

qint64 Sessions::queued() const
{
    qint64 sum = 0;
    for (const auto &[id, session] : m_sessions)
        sum += session->queued();
    return sum;
}

qint64 Sessions::dropped() const
{
    qint64 sum = m_droppedBefore;
    for (const auto &[id, session] : m_sessions)
        sum += session->dropped();
    return sum;
}

core::Demand Sessions::demandFor(const core::Topic &topic) const
{
    core::Demand keenest;
    for (const auto &[id, session] : m_sessions) {
        const core::Demand wanted = session->demandFor(topic);
        if (wanted && (!keenest || *wanted < *keenest))
            keenest = wanted;
    }
    return keenest;
}

void Sessions::deliver(const core::Event &event, const core::EventSpec &spec)
{
    // A session that is closed as too slow while it is served leaves the map.
    for (auto it = m_sessions.begin(); it != m_sessions.end();) {
        Session *session = it->second;
        ++it;
        session->offer(event, spec);
    }
}

bool Sessions::replay(Session &session, quint64 sequence, const QString &epoch)
{
    auto missed = m_bus.since(sequence, epoch);
    if (!missed)
        return false;
    missed->removeIf([&](const core::Event &event) { return !session.wants(event); });
    // What would not fit into the outbox would be dropped there, or close the connection again and again.
    if (missed->size() > mostReplayed)
        return false;
    const qint64 dropped = session.dropped();
    for (const core::Event &event : std::as_const(*missed)) {
        if (const core::EventSpec *spec = m_catalog.findEvent(event.topic))
            session.replay(event, *spec);
    }
    return session.dropped() == dropped;
}

void Sessions::endExpired()
{
    const QDateTime now = m_clock.now();
    endWhere(
        [now](const core::Principal &principal) {
            return principal.expiresAt && *principal.expiresAt <= now;
        },
        tr("The sign-in has expired. Sign in again."));
}

void Sessions::revoke(const QString &account)
{
    endWhere([&](const core::Principal &principal) { return principal.isKnown() && principal.id == account; },
             tr("This sign-in was ended. Sign in again."));
}

void Sessions::revokeToken(const QString &tokenId)
{
    endWhere(
        [&](const core::Principal &principal) { return !tokenId.isEmpty() && principal.tokenId == tokenId; },
        tr("This sign-in was ended. Sign in again."));
}

void Sessions::endWhere(const std::function<bool(const core::Principal &)> &concerned, const QString &reason)
{
    // Ending a session takes it out of the map.
    std::vector<Session *> ending;
    for (const auto &[id, session] : m_sessions) {
        if (concerned(session->principal()))
            ending.push_back(session);
    }
    for (Session *session : ending)
        session->end(transport::CloseCode::Authentication, reason);
}

void Sessions::endAll(transport::CloseCode code, const QString &reason)
{
    std::vector<Session *> all;
    for (const auto &[id, session] : m_sessions)
        all.push_back(session);
    for (Session *session : all)
        session->end(code, reason);
}

} // namespace engine
