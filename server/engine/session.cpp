// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session.h"

#include <algorithm>
#include <utility>

namespace engine {

namespace {
// Unless asked otherwise, a fact of which only the newest matters comes once a second.
constexpr std::chrono::milliseconds usualPace{1'000};
// A reading a hair early is not lost for a whole interval.
constexpr qint64 mostSlack = 100;
} // namespace

void Session::signIn(const core::Principal &principal)
{
    if (m_keeper)
        m_keeper->followClock();
    m_principal = principal;
    adoptPrincipal();
    tellInterest();
}

void Session::followClock(std::chrono::milliseconds ahead)
{
    if (m_principal.expiresAt)
        m_principal.expiresAt = m_principal.expiresAt->addMSecs(ahead.count());
}

void Session::tellInterest()
{
    adoptInterest();
    if (m_keeper)
        m_keeper->interestChanged();
}

void Session::tellEnded()
{
    if (SessionKeeper *keeper = std::exchange(m_keeper, nullptr))
        keeper->ended(*this);
}

void Session::setInterest(Interest interest)
{
    m_interest = std::move(interest);
    tellInterest();
}

void Session::subscribe(const QStringList &patterns, Subscription manner)
{
    m_interest.hasChosen = true;
    if (manner == Subscription::Replace)
        m_interest.topics.clear();
    for (const QString &pattern : patterns) {
        if (!m_interest.topics.contains(pattern))
            m_interest.topics << pattern;
    }
    tellInterest();
}

void Session::unsubscribe(const QStringList &patterns)
{
    m_interest.topics = topics();
    m_interest.hasChosen = true;
    for (const QString &pattern : patterns)
        m_interest.topics.removeAll(pattern);
    tellInterest();
}

void Session::setFilter(const core::Filter &filter)
{
    m_interest.setFilter(filter);
    tellInterest();
}

void Session::enterRoom(const QString &room)
{
    m_interest.rooms.insert(room);
    adoptInterest();
}

bool Session::leaveRoom(const QString &room)
{
    const bool wasIn = m_interest.rooms.remove(room);
    adoptInterest();
    return wasIn;
}

void Session::setPace(const core::Topic &topic, std::chrono::milliseconds interval)
{
    const Pace pace{topic, interval, std::nullopt};
    if (Pace *known = paceOf(topic))
        *known = pace;
    else
        m_interest.paces.append(pace);
    tellInterest();
}

bool Session::hears(const core::Topic &topic) const
{
    const auto isAmong = [&topic](const QStringList &patterns) {
        return std::any_of(patterns.begin(), patterns.end(),
                           [&](const QString &pattern) { return topic.matches(pattern); });
    };
    if (!canSay(topic))
        return false;
    const core::Filter *filter = m_interest.chosenFilter.get();
    if (filter != nullptr && !filter->topics.isEmpty() && !isAmong(filter->topics))
        return false;
    return m_interest.hasChosen ? isAmong(m_interest.topics) : hearsByDefault();
}

core::Demand Session::demandFor(const core::Topic &topic) const
{
    if (!m_principal.isKnown() || !hears(topic))
        return std::nullopt;
    const auto &paces = m_interest.paces;
    const auto pace =
        std::find_if(paces.begin(), paces.end(), [&](const Pace &known) { return known.topic == topic; });
    return pace == paces.end() ? usualPace : pace->interval;
}

bool Session::wants(const core::Event &event) const
{
    return hears(event.topic) && event.audience.admits(m_principal, m_interest.rooms, m_id) &&
           (!m_interest.chosenFilter || m_interest.chosenFilter->passes(event));
}

Session::Pace *Session::paceOf(const core::Topic &topic)
{
    for (Pace &pace : m_interest.paces) {
        if (pace.topic == topic)
            return &pace;
    }
    return nullptr;
}

bool Session::keepsPace(const Fact &fact)
{
    Pace *pace = paceOf(fact.event.topic);
    if (pace == nullptr) {
        m_interest.paces.append(Pace{fact.event.topic, usualPace, std::nullopt});
        pace = &m_interest.paces.last();
    }
    const qint64 interval = pace->interval.count();
    // Slots rather than distances: the reading after a late one is nearer than an interval, and is due.
    const qint64 slot = (fact.at + qMin(interval / 10, mostSlack)) / interval;
    return std::exchange(pace->lastSlot, slot) != slot;
}

void Session::offer(std::span<const Fact> facts)
{
    QVarLengthArray<const Fact *, transport::usualBurst> wanted;
    for (const Fact &fact : facts) {
        if (wants(fact.event) && (fact.spec->delivery != core::Delivery::Latest || keepsPace(fact)))
            wanted.append(&fact);
    }
    if (!wanted.isEmpty())
        deliver(wanted);
}

} // namespace engine
