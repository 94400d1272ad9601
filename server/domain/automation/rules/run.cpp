// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/run.h"

namespace automation::rules {

RuleStarted Run::started() const { return {id, rule, trigger, startedAt}; }

RuleCompleted Run::completed(const QDateTime &at) const
{
    RuleCompleted fact;
    fact.executionId = id;
    fact.ruleId = rule;
    fact.status = isGood ? QStringLiteral("completed") : QStringLiteral("failed");
    fact.duration = std::chrono::duration<double>(taken).count();
    fact.durationMs = std::chrono::duration<double, std::milli>(taken).count();
    fact.eventsEvaluated = inputs;
    fact.candidates = candidates;
    fact.matches = matches;
    fact.errors = errors;
    fact.completedAt = at;
    return fact;
}

void Run::add(const Run &other)
{
    if (!startedAt.isValid())
        startedAt = other.startedAt;
    taken += other.taken;
    inputs += other.inputs;
    candidates += other.candidates;
    matches += other.matches;
    errors += other.errors;
}

} // namespace automation::rules
