// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/lifecycle.h"

#include <algorithm>
#include <cmath>

namespace automation::rules {

namespace {
constexpr int mostReturns = 64;
constexpr qint64 leastWhenFlapping = 30'000; ///< what there is no wait for gets one when it flaps
constexpr double longest = 1e15;
} // namespace

core::Fields Lifecycle::State::fields()
{
    using core::field;
    return {field("phase", &State::phase, "How far it is"),
            field("since", &State::since, "Since when, ms since the epoch"),
            field("fired", &State::fired, "When it last fired; 0: never"),
            field("resolved", &State::resolved, "When it last was well again; 0: never"),
            field("returns", &State::returns, "How often it came back").between(0, mostReturns),
            field("began", &State::began, "When the condition last became true; 0: never").defaulted(),
            field("count", &State::count, "How often it fired").defaulted()};
}

bool Lifecycle::isReturn(qint64 now, const Terms &terms) const
{
    return m_state.resolved > 0 && now - m_state.resolved <= terms.atMost;
}

qint64 Lifecycle::stretched(qint64 wait, const Terms &terms) const
{
    const double longer = std::min(longest, double(wait) * std::pow(terms.multiplier, m_state.returns));
    return std::max(wait, std::min(terms.atMost, qint64(longer)));
}

qint64 Lifecycle::firesAt(const Terms &terms) const
{
    const bool isBack = isReturn(m_state.since, terms);
    const qint64 wait = isBack ? stretched(terms.holdFor, terms) : terms.holdFor;
    const qint64 warm = m_state.fired > 0 ? m_state.fired + terms.cooldown : 0;
    return std::max(m_state.since + wait, warm);
}

qint64 Lifecycle::resolvesAt(const Terms &terms) const
{
    const bool isGuarded = m_state.returns > 0 && terms.multiplier > 1;
    const qint64 wait = isGuarded ? std::max(terms.keepFiringFor, leastWhenFlapping) : terms.keepFiringFor;
    return m_state.since + (isGuarded ? stretched(wait, terms) : wait);
}

std::optional<Phase> Lifecycle::following(qint64 now, const Verdict &verdict, const Terms &terms) const
{
    switch (m_state.phase) {
    case Phase::Inactive:
    case Phase::Resolved:
        return verdict.isRaised ? std::optional(Phase::Pending) : std::nullopt;
    case Phase::Pending:
        if (!verdict.isRaised && verdict.isKnown)
            return Phase::Inactive;
        if (verdict.isRaised && !verdict.isHeldBack && now >= firesAt(terms))
            return Phase::Firing;
        return std::nullopt;
    case Phase::Firing:
        return verdict.isClear ? std::optional(Phase::Recovering) : std::nullopt;
    case Phase::Recovering:
        if (!verdict.isClear && verdict.isKnown)
            return Phase::Firing;
        return now >= resolvesAt(terms) ? std::optional(Phase::Resolved) : std::nullopt;
    }
    return std::nullopt;
}

void Lifecycle::enter(Phase phase, qint64 now, const Terms &terms)
{
    const bool isNew = phase == Phase::Firing && m_state.phase == Phase::Pending;
    if (isNew) {
        m_state.returns = isReturn(m_state.since, terms) ? std::min(mostReturns, m_state.returns + 1) : 0;
        m_state.fired = now;
        ++m_state.count;
    }
    if (phase == Phase::Pending)
        m_state.began = now;
    if (phase == Phase::Resolved)
        m_state.resolved = now;
    m_state.phase = phase;
    m_state.since = now;
}

bool Lifecycle::step(qint64 now, const Verdict &verdict, const Terms &terms)
{
    const Phase before = m_state.phase;
    // At most three at one moment: pending and firing, or recovering and resolved. What is resolved stays so.
    while (const auto next = following(now, verdict, terms)) {
        enter(*next, now, terms);
        if (*next == Phase::Resolved || *next == Phase::Inactive)
            break;
    }
    return m_state.phase != before;
}

qint64 Lifecycle::due(const Terms &terms) const
{
    if (m_state.phase == Phase::Pending)
        return firesAt(terms);
    return m_state.phase == Phase::Recovering ? resolvesAt(terms) : 0;
}

qint64 Lifecycle::remembers(const Terms &terms) const
{
    const qint64 cool = m_state.fired > 0 ? m_state.fired + terms.cooldown : 0;
    const qint64 guard = m_state.resolved > 0 && terms.multiplier > 1 ? m_state.resolved + terms.atMost : 0;
    return std::max(cool, guard);
}

void Lifecycle::shift(qint64 ahead)
{
    for (qint64 *time : {&m_state.since, &m_state.fired, &m_state.resolved}) {
        if (*time > 0)
            *time += ahead;
    }
}

void Lifecycle::turnBack(qint64 now)
{
    for (qint64 *time : {&m_state.since, &m_state.fired, &m_state.resolved, &m_state.began})
        *time = std::min(*time, now);
}

} // namespace automation::rules
