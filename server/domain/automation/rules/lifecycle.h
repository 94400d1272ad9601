// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/transition.h"

namespace automation::rules {

/// How long things take; ms.
struct Terms
{
    qint64 holdFor = 0;
    qint64 keepFiringFor = 0;
    qint64 cooldown = 0;
    double multiplier = 1.5;
    qint64 atMost = 0;
};

/// What one look at a group told.
struct Verdict
{
    bool isRaised = false;
    bool isClear = false;
    bool isKnown = true;     ///< there was something to look at: nothing fires of what is not known
    bool isHeldBack = false; ///< another rule speaks for it
};

/// How one group gets from inactive to pending, firing, recovering, resolved. All times come in.
class Lifecycle
{
public:
    /// Everything there is to it, as it is kept over a restart. Times are ms since the epoch; 0: never.
    struct State
    {
        Phase phase = Phase::Inactive;
        qint64 since = 0;
        qint64 fired = 0;
        qint64 resolved = 0;
        int returns = 0;  ///< how often it came back soon after it had gone
        qint64 began = 0; ///< when the condition last became true
        qint64 count = 0; ///< how often it fired

        static core::Fields fields();
    };

    Lifecycle() = default;
    explicit Lifecycle(const State &state) : m_state(state) {}

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] Phase phase() const { return m_state.phase; }
    /// Goes as far as it can at this moment; whether it went anywhere.
    bool step(qint64 now, const Verdict &verdict, const Terms &terms);
    /// When it goes on by itself; 0: it does not.
    [[nodiscard]] qint64 due(const Terms &terms) const;
    /// Until when it matters what was; before that it must not be forgotten.
    [[nodiscard]] qint64 remembers(const Terms &terms) const;
    /// What it has waited so far does not count.
    void waitAnew(qint64 now) { m_state.since = m_state.began = now; }
    /// The clock jumped ahead by so much; nothing happened meanwhile.
    void shift(qint64 ahead);
    /// The clock is back at this moment.
    void turnBack(qint64 now);

private:
    [[nodiscard]] std::optional<Phase> following(qint64 now, const Verdict &verdict,
                                                 const Terms &terms) const;
    [[nodiscard]] bool isReturn(qint64 now, const Terms &terms) const;
    [[nodiscard]] qint64 stretched(qint64 wait, const Terms &terms) const;
    [[nodiscard]] qint64 firesAt(const Terms &terms) const;
    [[nodiscard]] qint64 resolvesAt(const Terms &terms) const;
    void enter(Phase phase, qint64 now, const Terms &terms);

    State m_state;
};

} // namespace automation::rules
