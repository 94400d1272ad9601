// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace automation {

/// A batch of evaluation of a rule began.
struct RuleStarted
{
    QString executionId;
    QString ruleId;
    QString trigger;
    QDateTime startedAt;

    static constexpr auto topic = "automation.rule.started";
    static constexpr auto summary = "A rule began to be evaluated";
    static core::Fields fields();
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
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Declares the facts about rules.
void declareRules(core::Catalog &catalog);

} // namespace automation
