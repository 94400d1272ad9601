// SPDX-License-Identifier: GPL-3.0-or-later
// What everybody is told of what rules do and find.
#include "catalog/rules.h"
#include "core/log.h"
#include "domain/automation/rules/ruler.h"
#include "domain/automation/rules/sentence.h"

#include <algorithm>

namespace automation::rules {

namespace {
constexpr int runIdBytes = 9;
constexpr qsizetype longestMessage = 1024;
const QString allRules = QStringLiteral("ruleset");

RuleTriggered factOf(const Finding &finding)
{
    const Rule &rule = finding.rule;
    const Transition &transition = finding.transition;
    RuleTriggered fact;
    fact.ruleId = rule.id;
    fact.ruleName = rule.name.isEmpty() ? rule.id : rule.name;
    fact.state = finding.isFiring() ? QStringLiteral("firing") : QStringLiteral("resolved");
    fact.severity = rule.severity;
    fact.confidence = transition.confidence;
    fact.value = transition.value;
    fact.threshold = transition.threshold;
    fact.message = summaryOf(rule, transition).left(longestMessage);
    fact.timestamp = transition.at;
    // Of one that is no longer there only the id may be known.
    if (!rule.condition.isEmpty())
        fact.kind = rule.kind;
    fact.group = transition.group;
    fact.evidence = transition.evidence;
    fact.tags = rule.labels;
    fact.firstSeen = transition.firstSeen;
    if (transition.count > 0)
        fact.count = transition.count;
    return fact;
}

bool doesFire(const Transition &transition) { return isRaised(transition.to) && !isRaised(transition.from); }

template <class T>
core::Draft draftOf(const T &fact, const QStringList &departments)
{
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(T::topic));
    draft.payload = fact;
    draft.audience.departments = departments;
    return draft;
}
} // namespace

void Ruler::say(const Finding &finding)
{
    if (finding.run) {
        sayStarted(*finding.run);
        sayCompleted(*finding.run);
    }
    if (finding.isRepeated && !finding.isEscalated)
        return;
    publish(draftOf(factOf(finding), {m_around.departmentOf(finding.rule, finding.transition.group)}));
}

void Ruler::sayStarted(const Run &run) { publish(draftOf(run.started(), run.departments)); }

void Ruler::sayCompleted(const Run &run)
{
    publish(draftOf(run.completed(m_around.clock.now()), run.departments));
}

void Ruler::publish(core::Draft draft)
{
    if (const auto said = m_around.publisher.publish(std::move(draft)); !said)
        qCWarning(logEngine).noquote()
            << "What a rule did or found could not be told:" << said.error().message;
}

QString Ruler::newRunId() const { return m_around.entropy.token(runIdBytes); }

void Ruler::evaluate(const char *trigger, const std::function<QList<Transition>()> &work)
{
    Run run;
    run.trigger = QString::fromLatin1(trigger);
    run.startedAt = m_around.clock.now();
    const std::chrono::nanoseconds begun = m_around.stopwatch();
    const qint64 unused = m_runtime.unused().count();
    m_runtime.beginBatch();
    const QList<Transition> found = work();
    run.taken = m_around.stopwatch() - begun;
    run.inputs = m_runtime.tally().inputs;
    run.candidates = m_runtime.tally().candidates;
    run.errors = m_runtime.unused().count() - unused;
    run.matches = std::count_if(found.begin(), found.end(), &doesFire);
    m_summed.add(run);
    find(found, run);
    lookUp();
}

Run Ruler::partOf(const Run &run, const QString &rule, const QList<Transition> &found) const
{
    Run part = run;
    part.id = newRunId();
    part.rule = rule;
    const Tally tally = m_runtime.tallyOf(rule);
    part.inputs = tally.inputs;
    part.candidates = tally.candidates;
    part.matches = 0;
    for (const Transition &transition : found) {
        if (transition.rule != rule)
            continue;
        part.matches += doesFire(transition) ? 1 : 0;
        const QString department = m_around.departmentOf(m_rules.value(rule), transition.group);
        if (!part.departments.contains(department))
            part.departments << department;
    }
    return part;
}

void Ruler::sumUp()
{
    if (m_around.clock.steady() - m_summedUp < summedUpEvery)
        return;
    m_summedUp = m_around.clock.steady();
    Run run = std::exchange(m_summed, {});
    if (run.inputs == 0 && run.candidates == 0)
        return;
    run.id = newRunId();
    run.rule = allRules;
    run.trigger = QStringLiteral("schedule");
    // It is about everything: for those who may see everything.
    run.departments = QStringList{QString()};
    sayStarted(run);
    sayCompleted(run);
}

} // namespace automation::rules
