// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sessions.h"

#include "engine/outbox.h"
#include "transport/turn.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <utility>

namespace engine {

namespace {
// An expired or revoked token closes within a second (decision 7 of the contracts).
constexpr std::chrono::milliseconds expiryCheck{500};
constexpr size_t mostTogether = 64;
// After all else of the turn, before the connections send.
constexpr int priority = transport::Turn::priority + 1;

/// Where `id` stands, or would stand.
template <class List>
auto placeOf(List &sessions, quint64 id)
{
    return std::lower_bound(sessions.begin(), sessions.end(), id,
                            [](const auto &entry, quint64 wanted) { return entry.first < wanted; });
}
} // namespace

Sessions::Sessions(EventBus &bus, const core::Catalog &catalog, core::Clock &clock, QObject *parent)
    : QObject(parent), m_bus(bus), m_catalog(catalog), m_clock(clock), m_watch(clock)
{
    m_bus.listen([this](const core::Event &event, const core::EventSpec &spec) { hear(event, spec); });
    m_expiry = m_clock.every(expiryCheck, [this] { endExpired(); });
}

void Sessions::add(Session *session)
{
    Q_ASSERT_X(!m_isDelivering, "Sessions", "nobody comes in while a fact is handed out");
    handOut(); // not to this one
    followClock();
    m_sessions.insert(placeOf(m_sessions, session->id()), {session->id(), session});
    session->setKeeper(this);
    session->setOpenedAt(m_clock.now());
    Q_EMIT came(*session);
    Q_EMIT demandChanged();
}

void Sessions::forget(quint64 id, qint64 dropped)
{
    const auto place = placeOf(m_sessions, id);
    if (place == m_sessions.end() || place->first != id || place->second == nullptr)
        return;
    if (m_isDelivering) {
        place->second = nullptr;
        m_hasGaps = true;
    } else {
        m_sessions.erase(place);
    }
    m_droppedBefore += dropped;
    tellWatchers(id);
    Q_EMIT demandChanged();
}

void Sessions::tellWatchers(quint64 session, const QString &room)
{
    if (m_watchers.empty())
        return;
    m_departures.emplace_back(session, room);
    if (m_departures.size() > 1)
        return;
    // Later: a session may end while the bus delivers, and who watches may publish.
    QMetaObject::invokeMethod(
        this,
        [this] {
            for (const auto &[gone, left] : std::exchange(m_departures, {})) {
                for (const Watcher &watcher : m_watchers)
                    watcher(gone, left);
            }
        },
        Qt::QueuedConnection);
}

QString Sessions::socketId(quint64 session) const
{
    const Session *found = find(session);
    return found == nullptr ? QString() : found->socketId();
}

bool Sessions::isHere(const QString &id) const
{
    bool isHere = false;
    visit([&](const Session *session) {
        const core::Principal &principal = session->principal();
        isHere = isHere || (session->isConnected() && principal.isKnown() && principal.id == id);
    });
    return isHere;
}

void Sessions::rename(quint64 session, const core::Principal &guest)
{
    if (Session *found = find(session)) {
        handOut(); // what was said so far, to who it was
        found->signIn(guest);
    }
}

bool Sessions::isIn(quint64 session, const QString &room) const
{
    const Session *found = find(session);
    return found != nullptr && found->isIn(room);
}

bool Sessions::hasIn(const QString &id, const QString &room) const
{
    bool has = false;
    visit([&](const Session *session) {
        has = has || (session->isConnected() && session->principal().id == id && session->isIn(room));
    });
    return has;
}

core::Result<void> Sessions::enter(quint64 session, const QString &room)
{
    Session *found = find(session);
    if (found == nullptr)
        return core::Error{core::ErrorCode::Invalid, QStringLiteral("This command belongs to a connection.")};
    if (!found->isIn(room) && found->interest().rooms.size() >= mostRooms) {
        return core::Error{
            core::ErrorCode::Limited,
            QStringLiteral("One connection is in at most %1 rooms. Leave some.").arg(mostRooms)};
    }
    handOut(); // not to this one
    found->enterRoom(room);
    return {};
}

void Sessions::leave(quint64 session, const QString &room)
{
    Session *found = find(session);
    if (found == nullptr)
        return;
    handOut(); // to this one, too
    if (found->leaveRoom(room))
        tellWatchers(session, room);
}

Session *Sessions::find(quint64 id) const
{
    const auto place = placeOf(m_sessions, id);
    return place == m_sessions.end() || place->first != id ? nullptr : place->second;
}

std::vector<const Session *> Sessions::connected() const
{
    std::vector<const Session *> all;
    visit([&](const Session *session) {
        if (session->isConnected())
            all.push_back(session);
    });
    return all;
}

int Sessions::count() const
{
    int count = 0;
    visit([&](const Session *) { ++count; });
    return count;
}

QMap<QString, int> Sessions::countByContract() const
{
    QMap<QString, int> counts;
    visit([&](const Session *session) {
        if (session->isConnected())
            ++counts[session->contract()];
    });
    return counts;
}

qint64 Sessions::queued() const
{
    qint64 sum = 0;
    visit([&](const Session *session) { sum += session->queued(); });
    return sum;
}

qint64 Sessions::dropped() const
{
    qint64 sum = m_droppedBefore;
    visit([&](const Session *session) { sum += session->dropped(); });
    return sum;
}

core::Demand Sessions::demandFor(const core::Topic &topic) const
{
    core::Demand keenest;
    visit([&](const Session *session) {
        const core::Demand wanted = session->demandFor(topic);
        if (wanted && (!keenest || *wanted < *keenest))
            keenest = wanted;
    });
    return keenest;
}

void Sessions::hear(const core::Event &event, const core::EventSpec &spec)
{
    m_heard.emplace_back(event, spec);
    if (m_heard.size() >= mostTogether)
        handOut();
    else if (!std::exchange(m_isEndOfTurnDue, true))
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), priority);
}

bool Sessions::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_isEndOfTurnDue = false;
    deliver([](Session &session, std::span<const Fact> facts) {
        session.offer(facts);
        session.flush(); // now, while all of it is in the processor's cache
    });
    return true;
}

void Sessions::handOut()
{
    deliver([](Session &session, std::span<const Fact> facts) { session.offer(facts); });
}

template <class Visit>
void Sessions::deliver(Visit each)
{
    if (m_heard.empty() || m_isDelivering)
        return;
    // A session that is closed as too slow while it is served leaves a gap.
    m_isDelivering = true;
    const std::vector<Fact> facts = std::exchange(m_heard, {});
    for (const auto &[id, session] : m_sessions) {
        if (session != nullptr)
            each(*session, facts);
    }
    m_isDelivering = false;
    if (std::exchange(m_hasGaps, false))
        std::erase_if(m_sessions, [](const auto &entry) { return entry.second == nullptr; });
}

bool Sessions::replay(Session &session, quint64 sequence, const QString &epoch)
{
    handOut();
    auto missed = m_bus.since(sequence, epoch);
    if (!missed)
        return false;
    missed->removeIf([&](const core::Event &event) { return !session.wants(event); });
    // What would not fit into the outbox would be dropped there, or close the connection again and again.
    if (missed->size() > mostReplayed)
        return false;
    const qint64 dropped = session.dropped();
    for (const core::Event &event : std::as_const(*missed)) {
        if (const core::EventSpec *spec = m_catalog.findEvent(event.topic)) {
            Fact fact(event, *spec);
            fact.isPast = true;
            session.replay(fact);
        }
    }
    return session.dropped() == dropped;
}

void Sessions::followClock()
{
    const std::chrono::milliseconds ahead = m_watch.jump();
    if (ahead != std::chrono::milliseconds::zero())
        visit([ahead](Session *session) { session->followClock(ahead); });
}

void Sessions::endExpired()
{
    followClock();
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
    handOut();
    // Ending a session takes it out of the map.
    std::vector<Session *> ending;
    visit([&](Session *session) {
        if (concerned(session->principal()))
            ending.push_back(session);
    });
    for (Session *session : ending)
        session->end(transport::CloseCode::Authentication, reason);
}

void Sessions::endAll(transport::CloseCode code, const QString &reason)
{
    handOut();
    std::vector<Session *> all;
    visit([&](Session *session) { all.push_back(session); });
    for (Session *session : all)
        session->end(code, reason);
}

} // namespace engine
