// SPDX-License-Identifier: GPL-3.0-or-later
// What everybody is told of what rules do and find.
#include "catalog/rules.h"
#include "core/log.h"
#include "domain/automation/rules/ruler.h"
#include "domain/automation/rules/sentence.h"

namespace automation::rules {

namespace {
constexpr int runIdBytes = 9;
constexpr qsizetype longestMessage = 1024;

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
} // namespace

void Ruler::say(const Finding &finding)
{
    if (finding.isRepeated && !finding.isEscalated)
        return;
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(RuleTriggered::topic));
    draft.audience.departments = QStringList{m_around.departmentOf(finding.rule, finding.transition.group)};
    if (!finding.isRepeated)
        sayRun(finding.rule.id, QStringLiteral("reading"), 1, finding.isFiring() ? 1 : 0, true,
               draft.audience);
    draft.payload = factOf(finding);
    if (const auto said = m_around.publisher.publish(std::move(draft)); !said)
        qCWarning(logEngine).noquote() << said.error().message;
}

void Ruler::sayRun(const QString &rule, const QString &trigger, qint64 inputs, qint64 matches, bool isGood,
                   const core::Audience &audience)
{
    const QString run = m_around.entropy.token(runIdBytes);
    const QDateTime now = m_around.clock.now();
    const auto publish = [this, &audience](const auto &fact) {
        core::Draft draft;
        draft.topic = core::Topic(QLatin1String(std::decay_t<decltype(fact)>::topic));
        draft.payload = fact;
        draft.audience = audience;
        return m_around.publisher.publish(std::move(draft));
    };
    const auto began = publish(RuleStarted{run, rule, trigger, now});
    const auto ended =
        publish(RuleCompleted{run, rule, isGood ? QStringLiteral("completed") : QStringLiteral("failed"), 0,
                              inputs, matches, isGood ? 0 : 1, now});
    if (!began || !ended)
        qCWarning(logEngine).noquote()
            << "What a rule did could not be told:" << (began ? ended : began).error().message;
}

} // namespace automation::rules
