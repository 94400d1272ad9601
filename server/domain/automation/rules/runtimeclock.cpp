// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/judge.h"
#include "domain/automation/rules/runtime.h"

#include <algorithm>

// How time passes for the runtime, and what it keeps over a restart.

namespace automation::rules {

namespace {
constexpr qint64 slack = 10'000;               ///< readings may be that much ahead of a clock that is right
constexpr qint64 latest = 100'000'000'000'000; ///< no clock says so; sums of times are safe below

bool isWorthKeeping(const Group &group, qint64 now)
{
    const Compiled &compiled = group.ruling->compiled;
    return group.life.phase() != Phase::Inactive || compiled.isOfAbsence() ||
           group.life.remembers(compiled.terms) > now;
}

/// Of a group there is no more.
Transition endOf(const KeptGroup &kept, qint64 now)
{
    Transition end;
    end.rule = kept.rule;
    end.group = kept.group;
    end.from = kept.life.phase;
    end.to = Phase::Resolved;
    end.value = kept.value;
    end.word = kept.word;
    end.at = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC);
    end.count = kept.life.count;
    if (kept.life.began > 0)
        end.firstSeen = QDateTime::fromMSecsSinceEpoch(kept.life.began, Qt::UTC);
    return end;
}
} // namespace

QList<Transition> Runtime::advance(qint64 now)
{
    if (now <= 0 || now > latest)
        return told();
    if (m_now == 0)
        begin(now);
    else if (now < m_now - slack)
        turnBack(now);
    else if (now > m_now + m_bounds.longestStep)
        jump(now - m_now);
    if (now >= m_now)
        passTo(now);
    return told();
}

void Runtime::begin(qint64 now)
{
    m_now = now;
    for (const auto &ruling : m_board.rulings()) {
        for (const auto &[key, group] : ruling->groups)
            group->heard = std::max(group->heard, now);
    }
}

bool Runtime::reach(qint64 at)
{
    if (at <= 0 || at > latest) {
        ++m_unused.unusable;
        return false;
    }
    if (m_now == 0)
        begin(at);
    if (at > m_now + m_bounds.longestStep) {
        ++m_unused.early;
        return false;
    }
    if (at >= m_now)
        passTo(at);
    return true;
}

void Runtime::passTo(qint64 now)
{
    while (!m_due.empty() && m_due.top().first <= now) {
        const auto [due, number] = m_due.top();
        m_due.pop();
        Group *group = m_board.group(number);
        if (group == nullptr || group->queued != due)
            continue;
        group->queued = 0;
        m_now = std::max(m_now, due);
        // Whatever came in meanwhile has put it off, as a rule.
        const qint64 next = group->isFresh ? m_now : dueOf(*group, m_now - 1);
        if (next > m_now) {
            queue(*group, next);
            continue;
        }
        refreshAll(*group, m_now);
        look(*group);
        settle();
    }
    m_now = std::max(m_now, now);
}

void Runtime::jump(qint64 ahead)
{
    m_now += ahead;
    for (const auto &ruling : m_board.rulings()) {
        for (const auto &[key, group] : ruling->groups) {
            group->life.shift(ahead);
            group->heard += ahead;
            group->held = m_now + m_bounds.longestStep;
        }
    }
}

void Runtime::turnBack(qint64 now)
{
    m_now = now;
    m_due = {};
    for (const auto &series : m_board.series()) {
        series->last = std::min(series->last, now);
        series->awaitNoMore();
        for (const auto &window : series->windows)
            window->turnBack(now);
    }
    for (const auto &ruling : m_board.rulings()) {
        for (const auto &[key, group] : ruling->groups) {
            group->life.turnBack(now);
            group->heard = std::min(group->heard, now);
            group->awaits = 0;
            group->held = now + m_bounds.longestStep;
            queueFresh(*group);
        }
    }
}

void Runtime::queueFresh(Group &group)
{
    group.isFresh = true;
    group.queued = 0;
    queue(group, m_now + 1);
}

Snapshot Runtime::snapshot() const
{
    Snapshot snapshot{m_now, {}};
    for (const auto &ruling : m_board.rulings()) {
        const QString condition = textOf(ruling->compiled.condition);
        for (const auto &[key, group] : ruling->groups) {
            if (isWorthKeeping(*group, m_now))
                snapshot.groups << KeptGroup{ruling->id(), condition,    group->labels, group->life.state(),
                                             group->heard, group->value, group->word};
        }
    }
    return snapshot;
}

QList<Transition> Runtime::restore(const Snapshot &snapshot)
{
    m_now = std::max(m_now, snapshot.now);
    for (const KeptGroup &kept : snapshot.groups) {
        Ruling *ruling = m_board.ruling(kept.rule);
        const bool isSame = ruling != nullptr && ruling->compiled.rule.isEnabled &&
                            textOf(ruling->compiled.condition) == kept.condition;
        Group *group = isSame ? m_board.groupOf(*ruling, kept.group) : nullptr;
        if (group == nullptr) {
            if (isRaised(kept.life.phase))
                m_told << endOf(kept, m_now);
            continue;
        }
        group->life = Lifecycle(kept.life);
        group->heard = kept.heard;
        group->value = kept.value;
        group->word = kept.word;
        group->held = m_now + 2 * m_bounds.longestStep;
        group->isFresh = false;
    }
    for (const auto &ruling : m_board.rulings()) {
        ruling->raised.clear();
        for (const auto &[key, group] : ruling->groups) {
            group->firing.clear();
            if (isRaised(group->life.phase()))
                ruling->raised.push_back(group.get());
        }
    }
    for (const auto &ruling : m_board.rulings()) {
        for (Group *group : ruling->raised)
            countFiring(*group, 1);
    }
    return told();
}

} // namespace automation::rules
