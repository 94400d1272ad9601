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
    m_principal = principal;
    Q_EMIT interestChanged();
}

void Session::setInterest(Interest interest)
{
    m_interest = std::move(interest);
    Q_EMIT interestChanged();
}

void Session::subscribe(const QStringList &patterns)
{
    m_interest.hasChosen = true;
    for (const QString &pattern : patterns) {
        if (!m_interest.filter.topics.contains(pattern))
            m_interest.filter.topics << pattern;
    }
    Q_EMIT interestChanged();
}

void Session::unsubscribe(const QStringList &patterns)
{
    m_interest.hasChosen = true;
    for (const QString &pattern : patterns)
        m_interest.filter.topics.removeAll(pattern);
    Q_EMIT interestChanged();
}

void Session::setPace(const core::Topic &topic, std::chrono::milliseconds interval)
{
    m_interest.paces[topic] = {interval, std::nullopt};
    Q_EMIT interestChanged();
}

bool Session::hears(const core::Topic &topic) const
{
    if (!canSay(topic))
        return false;
    if (!m_interest.hasChosen)
        return hearsByDefault();
    return std::any_of(m_interest.filter.topics.begin(), m_interest.filter.topics.end(),
                       [&](const QString &pattern) { return topic.matches(pattern); });
}

core::Demand Session::demandFor(const core::Topic &topic) const
{
    if (!m_principal.isKnown() || !hears(topic))
        return std::nullopt;
    const auto pace = m_interest.paces.find(topic);
    return pace == m_interest.paces.end() ? usualPace : pace->second.interval;
}

bool Session::wants(const core::Event &event) const
{
    return hears(event.topic) && event.audience.admits(m_principal, m_interest.rooms, m_id) &&
           (m_interest.filter.topics.isEmpty() || m_interest.filter.passes(event));
}

bool Session::keepsPace(const core::Event &event)
{
    Pace &pace = m_interest.paces.try_emplace(event.topic, Pace{usualPace, std::nullopt}).first->second;
    const qint64 interval = pace.interval.count();
    // Slots rather than distances: the reading after a late one is nearer than an interval, and is due.
    const qint64 slot = (event.at.toMSecsSinceEpoch() + qMin(interval / 10, mostSlack)) / interval;
    return std::exchange(pace.lastSlot, slot) != slot;
}

void Session::offer(const core::Event &event, const core::EventSpec &spec)
{
    if (!wants(event))
        return;
    if (spec.delivery == core::Delivery::Latest && !keepsPace(event))
        return;
    deliver(event, spec);
}

} // namespace engine
