// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/event.h"

namespace core {

/// What one listener wants to hear. ThreatLens' filter is the canonical one; unset parts let everything
/// through.
struct Filter
{
    QStringList topics; ///< topic patterns; empty: all
    QStringList categories;
    QStringList sources;
    int minPriority = 1;
    int maxPriority = 10;
    /// Facts of these topics are heard only of these departments; empty: of all.
    QStringList narrowed = {};
    QStringList departments = {};

    /// A category or source filter drops facts that lack the field.
    [[nodiscard]] bool passes(const Event &event) const;
    bool operator==(const Filter &) const = default;
};

} // namespace core
