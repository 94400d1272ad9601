// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/selection.h"

#include <optional>

namespace automation::rules {

/// What is made of the readings of a window. `Changes` counts those of a state, `Predict` is a forecast.
enum class Aggregate { Avg, Min, Max, Sum, Rate, Delta, P95, Last, Count, Absent, Changes, Predict };

enum class Comparison { Above, AtLeast, Below, AtMost, Same, Other };

/// What a value is held against: agg(metric{labels}[window]) op number.
///
/// rate: increase per second of a counter, which may begin anew from 0; delta: the newest less the oldest.
/// predict(metric[window], number): seconds until the series reaches the number if it goes on as it does, by
/// the Theil–Sen slope of the window; never (which is above any number) where there is no significant trend
/// towards it, and where it is past it.
struct Expression
{
    Aggregate aggregate = Aggregate::Avg;
    Selection of;
    qint64 window = 0; ///< ms
    double target = 0; ///< of a forecast
    Comparison comparison = Comparison::AtLeast;
    std::optional<double> threshold; ///< none: the word `raise`, or there is nothing to compare
    bool isTime = false;             ///< the threshold was written as a time

    /// Whether it is compared at all; absent() speaks for itself.
    [[nodiscard]] bool isCompared() const { return aggregate != Aggregate::Absent; }
    [[nodiscard]] QString text() const;
    friend bool operator==(const Expression &, const Expression &) = default;
};

bool holds(double value, Comparison comparison, double threshold);
/// Whether it is the high values it waits for.
bool looksUp(Comparison comparison);

QString textOf(Comparison comparison);
QString textOf(Aggregate aggregate);
/// What is behind a word before a parenthesis; nothing for a word that is no aggregate.
std::optional<Aggregate> aggregateOf(const QString &word);
/// Reads a sign such as `>=`. Errors: Invalid, with the place.
core::Result<Comparison> readComparison(Scanner &scanner);

/// Reads what follows the name of the aggregate. Errors: Invalid, with the place.
core::Result<Expression> readExpression(Scanner &scanner, Aggregate aggregate);

} // namespace automation::rules
