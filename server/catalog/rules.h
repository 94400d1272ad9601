// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rule.h"

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
    std::optional<double> durationMs;
    std::optional<qint64> candidates;

    static constexpr auto topic = "automation.rule.completed";
    static constexpr auto summary = "A rule was evaluated";
    static core::Fields fields();
};

/// One of the things that made what a rule waits for come true, as it was seen.
struct RuleEvidence
{
    QDateTime at;
    QString source;
    QString name; ///< the series, the kind of state, or the rule
    std::optional<double> value;
    QString word;     ///< the state
    int readings = 1; ///< that the value stands for

    static core::Fields fields();
    friend bool operator==(const RuleEvidence &, const RuleEvidence &) = default;
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
    std::optional<RuleKind> kind;
    QMap<QString, QString> group;
    QList<RuleEvidence> evidence; ///< the newest last
    QMap<QString, QString> tags;
    std::optional<QDateTime> firstSeen;
    std::optional<qint64> count;

    static constexpr auto topic = "automation.rule.triggered";
    static constexpr auto summary = "What a rule waits for has come";
    static core::Fields fields();
};

/// Declares the facts about rules.
void declareRules(core::Catalog &catalog);

} // namespace automation
