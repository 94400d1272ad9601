// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace automation {

using core::field;

/// A batch of evaluation of a rule began.
struct RuleStarted
{
    QString executionId;
    QString ruleId;
    QString trigger;
    QDateTime startedAt;

    static constexpr auto topic = "automation.rule.started";
    static constexpr auto summary = "A rule began to be evaluated";
    static constexpr auto fields()
    {
        return std::tuple{field("execution_id", &RuleStarted::executionId, "This evaluation").atMost(128),
                          field("rule_id", &RuleStarted::ruleId, "Rule, or set of rules").atMost(128),
                          field("trigger", &RuleStarted::trigger, "What set it off").atMost(128),
                          field("started_at", &RuleStarted::startedAt, "When")};
    }
};

/// A batch of evaluation of a rule ended.
struct RuleCompleted
{
    QString executionId;
    QString ruleId;
    QString status;
    double duration = 0;
    qint64 eventsEvaluated = 0;
    qint64 matches = 0;
    qint64 errors = 0;
    QDateTime completedAt;

    static constexpr auto topic = "automation.rule.completed";
    static constexpr auto summary = "A rule was evaluated";
    static constexpr auto fields()
    {
        return std::tuple{field("execution_id", &RuleCompleted::executionId, "This evaluation").atMost(128),
                          field("rule_id", &RuleCompleted::ruleId, "Rule, or set of rules").atMost(128),
                          field("status", &RuleCompleted::status, "completed or failed").atMost(64),
                          field("duration", &RuleCompleted::duration, "Seconds it took"),
                          field("events_evaluated", &RuleCompleted::eventsEvaluated, "What it looked at"),
                          field("matches", &RuleCompleted::matches, "What it found"),
                          field("errors", &RuleCompleted::errors, "What it could not read"),
                          field("completed_at", &RuleCompleted::completedAt, "When it ended")};
    }
};

/// What a rule waits for has come.
struct RuleTriggered
{
    QString ruleId;
    QString ruleName;
    QString state;
    int severity = 5;
    double confidence = 1;
    std::optional<double> value;
    std::optional<double> threshold;
    QString message;
    QDateTime timestamp;

    static constexpr auto topic = "automation.rule.triggered";
    static constexpr auto summary = "What a rule waits for has come";
    static constexpr auto fields()
    {
        return std::tuple{field("rule_id", &RuleTriggered::ruleId, "Which").atMost(128),
                          field("rule_name", &RuleTriggered::ruleName, "As shown to people").atMost(256),
                          field("state", &RuleTriggered::state, "firing or resolved").atMost(32),
                          field("severity", &RuleTriggered::severity, "1 info to 10 critical").between(1, 10),
                          field("confidence", &RuleTriggered::confidence, "0–1").between(0, 1),
                          field("value", &RuleTriggered::value, "What was measured"),
                          field("threshold", &RuleTriggered::threshold, "What it was held against"),
                          field("message", &RuleTriggered::message, "That, in a sentence").atMost(1024),
                          field("timestamp", &RuleTriggered::timestamp, "When")};
    }
};

/// Declares the facts about rules.
void declareRules(core::Catalog &catalog);

} // namespace automation
