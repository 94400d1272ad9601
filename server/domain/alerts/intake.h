// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/condition.h"
#include "domain/alerts/turn.h"

#include <chrono>
#include <functional>

namespace alerts {

/// What becomes of alerts by what is so, by people and by the clock.
class Intake
{
public:
    /// What comes back sooner is the same alert.
    static constexpr std::chrono::minutes reopenedWithin{30};
    /// Says of an alert which silence it is under.
    using Mark = std::function<void(Alert &)>;

    Intake(Turn &turn, const Mark &mark) : m_turn(turn), m_mark(mark) {}

    /// `condition` is settled.
    void take(const Condition &condition);
    void resolve(Kept kept, const QDateTime &at, const QString &by = {}, const QString &note = {});
    void reopen(Kept kept, const QDateTime &at, const QString &by = {}, const QString &note = {});
    /// Its time has come.
    void wake(Kept kept);

private:
    void raise(const Condition &condition);
    void update(Kept kept, const Condition &condition);
    void describe(Kept &kept, const Condition &condition) const;

    Turn &m_turn;
    const Mark &m_mark;
};

} // namespace alerts
