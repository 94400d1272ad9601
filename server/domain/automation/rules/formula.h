// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/scanner.h"

#include <QList>

#include <functional>

namespace automation::rules {

/// Which other rules have to fire: a and not (b or c).
struct Formula
{
    enum class Kind { Rule, Not, And, Or };

    Kind kind = Kind::Rule;
    QString rule;         ///< its id
    QList<Formula> parts; ///< of Not: one

    [[nodiscard]] bool holds(const std::function<bool(const QString &)> &fires) const;
    /// Every rule it names, each once.
    [[nodiscard]] QStringList rules() const;
    [[nodiscard]] QString text() const;
    friend bool operator==(const Formula &, const Formula &) = default;
};

/// Reads a formula. Errors: Invalid, with the place.
core::Result<Formula> readFormula(Scanner &scanner);

} // namespace automation::rules
