// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/rules.h"

namespace automation {

using core::field;

namespace {
constexpr int mostEvidence = 10;
constexpr int longestName = 512;
} // namespace

core::Fields RuleStarted::fields()
{
    return {field("execution_id", &RuleStarted::executionId, "This evaluation").atMost(128),
            field("rule_id", &RuleStarted::ruleId, "Rule, or set of rules").atMost(128),
            field("trigger", &RuleStarted::trigger, "What set it off").atMost(128),
            field("started_at", &RuleStarted::startedAt, "When")};
}

core::Fields RuleCompleted::fields()
{
    return {field("execution_id", &RuleCompleted::executionId, "This evaluation").atMost(128),
            field("rule_id", &RuleCompleted::ruleId, "Rule, or set of rules").atMost(128),
            field("status", &RuleCompleted::status, "completed or failed").atMost(64),
            field("duration", &RuleCompleted::duration, "Seconds it took"),
            field("events_evaluated", &RuleCompleted::eventsEvaluated, "What it looked at"),
            field("matches", &RuleCompleted::matches, "What it found"),
            field("errors", &RuleCompleted::errors, "What it could not read"),
            field("completed_at", &RuleCompleted::completedAt, "When it ended"),
            field("duration_ms", &RuleCompleted::durationMs, "Milliseconds it took"),
            field("candidates", &RuleCompleted::candidates, "How many things it was judged for")};
}

core::Fields RuleEvidence::fields()
{
    return {field("at", &RuleEvidence::at, "When it was seen"),
            field("source", &RuleEvidence::source, "Whose").atMost(longestName),
            field("name", &RuleEvidence::name, "Series, kind of state, or rule").atMost(longestName),
            field("value", &RuleEvidence::value, "What was measured"),
            field("word", &RuleEvidence::word, "What the state was").atMost(longestName).defaulted(),
            field("readings", &RuleEvidence::readings,
                  "How many readings the value stands for, as they were recorded; 1: it is one")
                .defaulted()};
}

core::Fields RuleTriggered::fields()
{
    return {field("rule_id", &RuleTriggered::ruleId, "Which").atMost(128),
            field("rule_name", &RuleTriggered::ruleName, "As shown to people").atMost(256),
            field("state", &RuleTriggered::state, "firing or resolved").atMost(32),
            field("severity", &RuleTriggered::severity, "1 info to 10 critical").between(1, 10),
            field("confidence", &RuleTriggered::confidence, "0–1; 1: measured, not guessed").between(0, 1),
            field("value", &RuleTriggered::value, "What was measured"),
            field("threshold", &RuleTriggered::threshold, "What it was held against"),
            field("message", &RuleTriggered::message, "That, in a sentence").atMost(1024),
            field("timestamp", &RuleTriggered::timestamp, "When"),
            field("kind", &RuleTriggered::kind, "What the rule looks at"),
            field("group", &RuleTriggered::group, "What it is about, by its labels").defaulted(),
            field("evidence", &RuleTriggered::evidence, "What was seen that made it so; the newest last")
                .atMost(mostEvidence)
                .defaulted(),
            field("tags", &RuleTriggered::tags, "Labels of the rule").defaulted(),
            field("first_seen", &RuleTriggered::firstSeen, "Since when the condition was true"),
            field("count", &RuleTriggered::count, "How often it has fired for this group, as far as known")};
}

void declareRules(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString execution = QStringLiteral("x-90");
    const QString rule = QStringLiteral("rule_7");
    catalog.event<RuleStarted>({.priority = 2, .publishers = core::roles::agents},
                               {execution, rule, QStringLiteral("schedule"), time});
    catalog.event<RuleCompleted>(
        {.priority = 2, .publishers = core::roles::agents},
        {execution, rule, QStringLiteral("completed"), 0.25, 1200, 1, 0, time, 250, 40});
    catalog.event<RuleTriggered>(
        {.priority = 6, .retention = std::chrono::days(730), .publishers = core::roles::agents},
        {rule,
         QStringLiteral("Many failed sign-ins"),
         QStringLiteral("firing"),
         7,
         0.9,
         12.0,
         10.0,
         QStringLiteral("12 failed sign-ins within a minute."),
         time,
         RuleKind::Metric,
         {{QStringLiteral("source"), QStringLiteral("host")}},
         {{time, QStringLiteral("host"), QStringLiteral("sessions.failed"), 12.0, {}}},
         {{QStringLiteral("team"), QStringLiteral("north")}},
         time.addSecs(-60),
         3});
}

} // namespace automation
