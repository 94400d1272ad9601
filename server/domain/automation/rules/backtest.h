// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rulecommands.h"
#include "core/samplestore.h"
#include "domain/automation/rules/runtime.h"

namespace automation::rules {

/// What was recorded, as far as rules look at it.
struct Recorded
{
    QList<Input> inputs = {};           ///< in the order of time
    QMap<QString, Labels> sources = {}; ///< what is said now of those that were read
    QStringList missing = {};           ///< what is not in it, and why
    qint64 from = 0;                    ///< ms since the epoch, UTC; 0: as the first of them
    qint64 to = 0;                      ///< what is due before this happens; 0: as the last of them
};

/// What rules would have done with what was.
struct BackTest
{
    qint64 inputs = 0;
    qint64 fired = 0;
    qint64 candidates = 0;     ///< how often it was judged
    QList<RuleFiring> firings; ///< the first of them, by time
    QStringList faults;

    static core::Fields fields();
    /// "Would have fired 12 times."
    [[nodiscard]] QString sentence() const;
};

/// Plays what was recorded to the runtime that is also used for what is new.
/// What is `told` is what this rule did, the others only serve it; empty: what all did.
/// Errors: Invalid, for a rule that is not sound.
core::Result<BackTest> backTest(const QList<Rule> &rules, const Recorded &recorded, int mostFirings = 1000,
                                const QString &told = {});

/// In the order of time; what came first of two at one moment stays so.
QList<Input> inOrder(const QList<Input> &inputs);

/// Stored readings as they come out of the store, in the order of time; what was kept as a mean comes as a
/// mean.
QList<Input> inputsOf(const QString &source, const core::SampleRange &range);

} // namespace automation::rules
