// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rule.h"
#include "domain/automation/rules/expression.h"
#include "domain/automation/rules/formula.h"

#include <variant>

namespace automation::rules {

/// A state that is so, or is not: device.status{expected="up"} == offline.
struct StateIs
{
    Selection of;
    QString value; ///< `*` stands for anything
    bool isNot = false;

    [[nodiscard]] bool holds(const QString &state) const { return fits(value, state) != isNot; }
    [[nodiscard]] QString text() const;
    friend bool operator==(const StateIs &, const StateIs &) = default;
};

using Condition = std::variant<Expression, StateIs, Formula>;

/// The condition of a rule of this kind. Errors: Invalid, with the place and what was expected there.
core::Result<Condition> readCondition(const QString &text, RuleKind kind);
/// As it is written; reads back to the same.
QString textOf(const Condition &condition);

} // namespace automation::rules
