// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rules.h"

#include <chrono>

namespace automation::rules {

/// One evaluation of a rule, or of all of them, and what came of it.
struct Run
{
    QString id;
    QString rule;
    QString trigger;
    QDateTime startedAt;
    std::chrono::nanoseconds taken{0}; ///< by a clock that never goes back
    qint64 inputs = 0;
    qint64 candidates = 0;
    qint64 matches = 0;
    qint64 errors = 0;
    bool isGood = true;
    QStringList departments; ///< whose people may know of it

    [[nodiscard]] RuleStarted started() const;
    [[nodiscard]] RuleCompleted completed(const QDateTime &at) const;
    /// As if both had been one, from the beginning of this one on.
    void add(const Run &other);
};

} // namespace automation::rules
