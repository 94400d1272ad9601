// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rules.h"
#include "domain/automation/rules/inputs.h"

namespace automation::rules {

/// How far one group of a rule is.
enum class Phase { Inactive, Pending, Firing, Recovering, Resolved };

/// Whether somebody should know of it.
constexpr bool isRaised(Phase phase) { return phase == Phase::Firing || phase == Phase::Recovering; }

} // namespace automation::rules

template <>
struct core::Words<automation::rules::Phase>
{
    static constexpr std::array list{"inactive", "pending", "firing", "recovering", "resolved"};
};

namespace automation::rules {

using Evidence = RuleEvidence;

/// A group of a rule went from one phase to another.
struct Transition
{
    QString rule;
    Labels group;
    Phase from = Phase::Inactive;
    Phase to = Phase::Inactive;
    std::optional<double> value; ///< seconds for a forecast; none: there is no number, or never
    std::optional<double> threshold;
    QString word; ///< the state, for a rule about states
    QDateTime at;
    QList<Evidence> evidence = {};           ///< the newest last
    std::optional<QDateTime> firstSeen = {}; ///< since when the condition was true; none: not known
    qint64 count = 0;                        ///< how often the group has fired
    double confidence = 1;                   ///< of a forecast: that there is the trend it follows

    static core::Fields fields();
    friend bool operator==(const Transition &, const Transition &) = default;
};

} // namespace automation::rules
