// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/condition.h"
#include "domain/automation/rules/lifecycle.h"

namespace automation::rules {

/// A rule that is sound, taken apart once.
struct Compiled
{
    Rule rule;
    Condition condition;
    Terms terms;
    double raise = 0;
    std::optional<double> clear;

    [[nodiscard]] const Expression *expression() const { return std::get_if<Expression>(&condition); }
    [[nodiscard]] const StateIs *state() const { return std::get_if<StateIs>(&condition); }
    [[nodiscard]] const Formula *formula() const { return std::get_if<Formula>(&condition); }
    /// The series or the kind of state it looks at; none for a composite one.
    [[nodiscard]] const Selection *selection() const;
    /// A composite one is about no series, only about rules.
    [[nodiscard]] bool isAbout(const QString &device, const QString &name, const Labels &labels) const;
    [[nodiscard]] bool isOfStates() const;
    [[nodiscard]] bool isOfAbsence() const;
    /// ms; 0: it has none.
    [[nodiscard]] qint64 window() const;
    /// Devices that are named one by one, and thus are known before anything is heard of them.
    [[nodiscard]] bool namesDevices() const;
    /// Whether what it was told before still means the same to it as to another version.
    [[nodiscard]] bool looksAtTheSame(const Compiled &other) const;
    [[nodiscard]] bool isRaisedBy(double value) const;
    [[nodiscard]] bool isClearAt(double value) const;
};

/// Errors: Invalid, with a sentence that names the rule.
core::Result<Compiled> compile(const Rule &rule);
/// The same, and that they fit together: ids, what they name, no circles.
core::Result<QList<Compiled>> compileAll(const QList<Rule> &rules);

} // namespace automation::rules
