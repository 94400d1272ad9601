// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rule.h"
#include "domain/automation/rules/transition.h"

namespace automation::rules {

/// The summary of a rule with its placeholders filled in: {value}, {threshold}, {state}, {rule} (its name),
/// {severity} and every label of the group or the rule. {{ is a brace; what is not known stays as it stands.
QString summaryOf(const Rule &rule, const Transition &transition);
/// The series a rule measured when that happened; empty: it measures none.
QString seriesOf(const Rule &rule, const Transition &transition);

} // namespace automation::rules
