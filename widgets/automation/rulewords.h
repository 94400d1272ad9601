// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "automation/sketch.h"
#include "catalog/rulecommands.h"

/// What people read of rules.
namespace automation::words {

/// What a series or a kind of state is called; one nobody titled is its own name.
[[nodiscard]] QString measureTitle(const QString &name);
/// The unit of a series; empty: none, or not known.
[[nodiscard]] QString unitOf(const QString &name);
/// A value of that series with its unit.
[[nodiscard]] QString value(const QString &name, double value);
/// "average", "rate per second".
[[nodiscard]] QString aggregateTitle(const QString &aggregate);
/// "at least" for ">=".
[[nodiscard]] QString signTitle(const QString &sign);
/// "offline" of devices, "inactive" of services; one nobody translated stays as it is.
[[nodiscard]] QString stateTitle(const QString &state);
[[nodiscard]] QString noDataTitle(NoData noData);
/// "Processor, all cores: average of 1 min at least 95 %, for 5 min".
[[nodiscard]] QString condition(const Rule &rule);
/// "firing for 2 · 1 soon", "well", "switched off".
[[nodiscard]] QString standing(const RuleStanding &standing);
/// "High 7".
[[nodiscard]] QString severity(int severity);

} // namespace automation::words
