// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clientele.h"

#include "dialects/threatlens/greeting.h"
#include "engine/threatlenssession.h"

#include <algorithm>

namespace engine {

namespace {
constexpr std::chrono::seconds pingInterval{30};
} // namespace

Clientele::Clientele(EventBus &bus, core::Clock &clock, std::shared_ptr<const dialects::ThreatLens> dialect,
                     int maxConnections)
    : m_clock(clock), m_dialect(std::move(dialect))
{
    m_connections.maxConnections = maxConnections;
    bus.listen([this](const core::Event &event, const core::EventSpec &) { hear(event); });
}

void Clientele::enter(ThreatLensSession &session)
{
    m_present.insert(session.clientId(), &session);
    ++m_connections.totalConnections;
    if (!m_round)
        m_round = m_clock.every(pingInterval, [this] { pingAll(); });
}

void Clientele::leave(ThreatLensSession &session)
{
    if (m_present.remove(session.clientId(), &session) == 0)
        return;
    m_connections.messagesSent += session.handed();
    m_connections.messagesFailed += session.dropped() + session.queued();
}

bool Clientele::isTaken(const QString &clientId, const QString &identity) const
{
    const auto [begin, end] = m_present.equal_range(clientId);
    return std::any_of(begin, end,
                       [&](const ThreatLensSession *session) { return session->identity() != identity; });
}

QList<const ThreatLensSession *> Clientele::present() const { return {m_present.cbegin(), m_present.cend()}; }

session::ConnectionFigures Clientele::connections() const
{
    session::ConnectionFigures figures = m_connections;
    figures.activeConnections = m_present.size();
    for (const ThreatLensSession *session : m_present) {
        if (!session->principal().isGuest)
            ++figures.authenticatedConnections;
        figures.messagesSent += session->handed();
        figures.messagesFailed += session->dropped();
        figures.queueSize += session->queued();
    }
    return figures;
}

session::BroadcastFigures Clientele::broadcasts() const
{
    session::BroadcastFigures figures = m_broadcasts;
    for (const ThreatLensSession *session : m_present) {
        figures.activeSubscriptions += session->interest().hasChosen ? 1 : 0;
        figures.activeFilters += session->interest().filter == core::Filter{} ? 0 : 1;
    }
    return figures;
}

session::Status::Reply Clientele::statusFor(quint64 session) const
{
    session::Status::Reply reply{std::nullopt, connections(), broadcasts(), m_clock.now()};
    const auto found =
        std::find_if(m_present.begin(), m_present.end(),
                     [&](const ThreatLensSession *present) { return present->id() == session; });
    if (found == m_present.end())
        return reply;
    const core::Filter &filter = (*found)->interest().filter;
    reply.client =
        session::ClientFigures{(*found)->clientId(), (*found)->topics(), std::nullopt, (*found)->queued()};
    if (filter != core::Filter{})
        reply.client->filter = session::SetFilter{filter.topics, filter.categories, filter.sources,
                                                  filter.minPriority, filter.maxPriority};
    return reply;
}

void Clientele::hear(const core::Event &event)
{
    if (!m_dialect->words().says(event.topic))
        return;
    ++m_broadcasts.eventsProcessed;
    if (!m_present.isEmpty())
        ++m_connections.broadcastsSent;
    for (const ThreatLensSession *session : std::as_const(m_present)) {
        if (session->isKeptFrom(event))
            ++m_broadcasts.eventsFiltered;
    }
}

void Clientele::pingAll()
{
    if (m_present.isEmpty()) {
        const auto fired = std::move(m_round); // a timer does not survive its own reset while it calls
        return;
    }
    const auto frame = EnvelopeSpeaker::say(dialects::threatlens::ping(m_clock.now()));
    // One that reads too slowly leaves while it is pinged.
    const QList<ThreatLensSession *> pinged(m_present.cbegin(), m_present.cend());
    for (ThreatLensSession *session : pinged)
        session->ping(frame);
}

} // namespace engine
