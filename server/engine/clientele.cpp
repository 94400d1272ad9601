// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clientele.h"

#include "core/finished.h"
#include "core/log.h"
#include "dialects/threatlens/greeting.h"
#include "engine/threatlenssession.h"

#include <QPromise>

#include <algorithm>

namespace engine {

namespace {
constexpr std::chrono::seconds pingInterval{30};
constexpr int mostReplayed = 10'000; // facts of earlier runs that are looked at

QDateTime leftAt(const core::ClientMemory &client)
{
    return client.until->addMSecs(-std::chrono::milliseconds(Clientele::longestAbsence).count());
}
} // namespace

Clientele::Clientele(EventBus &bus, Sessions &sessions, core::Clock &clock, core::ClientStore &store,
                     core::Journal &journal, std::shared_ptr<const dialects::ThreatLens> dialect,
                     int maxConnections)
    : m_sessions(sessions), m_clock(clock), m_store(store), m_journal(journal), m_dialect(std::move(dialect)),
      m_speaker(m_dialect, clock)
{
    m_connections.maxConnections = maxConnections;
    bus.listen([this](const core::Event &event, const core::EventSpec &) { hear(event); });
}

QFuture<void> Clientele::load()
{
    const auto done = std::make_shared<QPromise<void>>();
    done->start();
    using Clients = QList<core::ClientMemory>;
    m_store.clients().then(this, [this, done](const core::Result<Clients> &clients) {
        if (!clients)
            qCWarning(logEngine).noquote() << clients.error().message;
        const Clients known = clients ? clients.value() : Clients();
        for (const core::ClientMemory &client : known)
            remember(client);
        const core::JournalQuery query = missedQuery(known);
        if (!query.from.isValid()) {
            done->finish();
            return;
        }
        m_journal.read(query).then(this, [this, done, known](const core::Result<QList<core::Event>> &missed) {
            if (missed)
                replay(known, {missed->crbegin(), missed->crend()});
            else
                qCWarning(logEngine).noquote() << missed.error().message;
            done->finish();
        });
    });
    return done->future();
}

core::JournalQuery Clientele::missedQuery(const QList<core::ClientMemory> &clients) const
{
    core::JournalQuery query;
    for (const dialects::Spoken &spoken : m_dialect->words().speaks())
        query.topics << spoken.topic.name();
    query.limit = mostReplayed;
    for (const core::ClientMemory &client : clients) {
        if (client.until && m_regulars.contains({client.identity, client.clientId}) &&
            (!query.from.isValid() || leftAt(client) < query.from))
            query.from = leftAt(client);
    }
    return query;
}

void Clientele::replay(const QList<core::ClientMemory> &clients, const QList<core::Event> &oldestFirst)
{
    for (const core::ClientMemory &client : clients) {
        Regular *regular = m_regulars.value({client.identity, client.clientId});
        if (regular == nullptr || !client.until)
            continue;
        for (const core::Event &event : oldestFirst) {
            if (event.at >= leftAt(client))
                regular->miss(event);
        }
    }
}

void Clientele::remember(const core::ClientMemory &client)
{
    // Whoever was here to the end has just left, by the end of the server.
    const std::chrono::milliseconds left =
        client.until ? std::chrono::milliseconds(m_clock.now().msecsTo(*client.until)) : longestAbsence;
    if (left.count() <= 0 || !makeRoom(client.identity)) {
        m_store.forget(client.identity, client.clientId);
        return;
    }
    Regular *regular = add({client.identity, client.clientId});
    Session::Interest interest;
    interest.hasChosen = client.hasChosen;
    interest.topics = client.topics;
    interest.setFilter(client.filter);
    regular->setInterest(interest);
    // Who this was is known again when it comes back; until then everything is kept that it might hear then.
    core::Principal unknown;
    unknown.id = client.identity;
    unknown.role = core::Role::Admin;
    depart(*regular, unknown, std::min<std::chrono::milliseconds>(left, longestAbsence));
    if (!client.until)
        save(*regular, m_clock.now().addMSecs(std::chrono::milliseconds(longestAbsence).count()));
}

QList<transport::SharedFrame> Clientele::enter(ThreatLensSession &session)
{
    m_present.insert(session.clientId(), &session);
    ++m_connections.totalConnections;
    if (!m_round)
        m_round = m_clock.every(pingInterval, [this] { pingAll(); });
    Regular *regular = session.isNamed() ? regularFor(session) : nullptr;
    if (regular == nullptr)
        return {};
    regular->hold(session.id());
    if (regular->hasWishes())
        session.setInterest(regular->interest());
    save(*regular, std::nullopt);
    QList<transport::SharedFrame> missed;
    const QList<MissedFacts::Entry> waiting = regular->missed().take();
    for (const MissedFacts::Entry &entry : waiting) {
        // It may be allowed less than when it went.
        if (entry.audience.admits(session.principal(), session.interest().rooms, session.id()))
            missed << entry.frame;
    }
    m_broadcasts.messagesDelivered += missed.size();
    return missed;
}

Regular *Clientele::regularFor(const ThreatLensSession &session)
{
    const Name name{session.identity(), session.clientId()};
    if (Regular *known = m_regulars.value(name))
        return known;
    return makeRoom(session.identity()) ? add(name) : nullptr;
}

Regular *Clientele::heldBy(const ThreatLensSession &session) const
{
    if (!session.isNamed())
        return nullptr;
    Regular *regular = m_regulars.value({session.identity(), session.clientId()});
    return regular != nullptr && regular->holder() == session.id() ? regular : nullptr;
}

Regular *Clientele::add(const Name &name)
{
    auto *regular = new Regular(m_sessions.nextId(), m_speaker, name.first, name.second, this);
    m_regulars.insert(name, regular);
    m_sessions.add(regular);
    return regular;
}

bool Clientele::makeRoom(const QString &identity)
{
    int all = 0;
    int ofOne = 0;
    const Regular *longest = nullptr;
    const Regular *longestOfOne = nullptr;
    for (const Regular *regular : std::as_const(m_regulars)) {
        const auto isLonger = [&](const Regular *than) {
            return regular->isAway() && (than == nullptr || regular->awaySince() < than->awaySince());
        };
        ++all;
        if (isLonger(longest))
            longest = regular;
        if (regular->identity() != identity)
            continue;
        ++ofOne;
        if (isLonger(longestOfOne))
            longestOfOne = regular;
    }
    if (all < mostRegulars && ofOne < mostOfOne)
        return true;
    const Regular *gone = ofOne >= mostOfOne ? longestOfOne : longest;
    if (gone == nullptr)
        return false;
    forget({gone->identity(), gone->clientId()});
    return true;
}

void Clientele::depart(Regular &regular, const core::Principal &client, std::chrono::milliseconds longest)
{
    regular.depart(m_clock, client, longest,
                   [this, name = Name{regular.identity(), regular.clientId()}] { forget(name); });
}

void Clientele::forget(const Name &name)
{
    Regular *regular = m_regulars.take(name);
    if (regular == nullptr)
        return;
    m_broadcasts.messagesQueued += regular->kept();
    m_broadcasts.queueOverflows += regular->overflows();
    m_store.forget(regular->identity(), regular->clientId());
    regular->leave();
}

void Clientele::save(Regular &regular, const std::optional<QDateTime> &until)
{
    const Session::Interest &interest = regular.interest();
    regular.save(m_store.save({regular.identity(), regular.clientId(), interest.hasChosen, interest.topics,
                               interest.filter(), until}));
}

void Clientele::keep(const ThreatLensSession &session)
{
    Regular *regular = heldBy(session);
    if (regular == nullptr)
        return;
    const Session::Interest &wanted = session.interest();
    const Session::Interest &known = regular->interest();
    if (wanted.hasChosen == known.hasChosen && wanted.topics == known.topics &&
        wanted.filter() == known.filter())
        return;
    regular->setInterest(wanted);
    save(*regular, std::nullopt);
}

void Clientele::leave(ThreatLensSession &session)
{
    if (m_present.remove(session.clientId(), &session) == 0)
        return;
    m_connections.messagesSent += session.handed();
    m_connections.messagesFailed += session.dropped() + session.queued();
    Regular *regular = heldBy(session);
    if (regular == nullptr)
        return;
    depart(*regular, session.principal(), longestAbsence);
    save(*regular, m_clock.now().addMSecs(std::chrono::milliseconds(longestAbsence).count()));
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
        figures.activeFilters += session->interest().chosenFilter ? 1 : 0;
    }
    for (const Regular *regular : m_regulars) {
        figures.messagesQueued += regular->kept();
        figures.queueOverflows += regular->overflows();
        figures.totalQueuedMessages += regular->missed().count();
        figures.clientsWithQueuedMessages += regular->missed().count() > 0 ? 1 : 0;
    }
    return figures;
}

QFuture<core::Result<void>> Clientele::kept(quint64 session) const
{
    const auto found = std::find_if(m_regulars.begin(), m_regulars.end(),
                                    [&](const Regular *regular) { return regular->holder() == session; });
    return found == m_regulars.end() ? core::finished(core::Result<void>()) : (*found)->saved();
}

session::Status::Reply Clientele::statusFor(quint64 session) const
{
    session::Status::Reply reply{std::nullopt, connections(), broadcasts(), m_clock.now()};
    const auto found =
        std::find_if(m_present.begin(), m_present.end(),
                     [&](const ThreatLensSession *present) { return present->id() == session; });
    if (found == m_present.end())
        return reply;
    const core::Filter filter = (*found)->interest().filter();
    reply.client =
        session::ClientFigures{(*found)->clientId(), (*found)->topics(), std::nullopt, (*found)->queued()};
    if (filter != core::Filter{})
        reply.client->filter = session::SetFilter{filter.topics, filter.categories, filter.sources,
                                                  filter.minPriority, filter.maxPriority};
    return reply;
}

int Clientele::pending() const
{
    const auto away = std::count_if(m_regulars.begin(), m_regulars.end(),
                                    [](const Regular *regular) { return regular->isAway(); });
    return int(away) + (m_round ? 1 : 0);
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
