// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/turn.h"

#include <chrono>

namespace alerts::folding {

// What stands behind something that cannot be reached is a part of that alert, whichever of the two came
// first. What a person said of it holds until the alert it was made a part of is over.

/// What comes up again does so a little later than what it stands behind.
constexpr std::chrono::minutes grace{2};

/// Whether one is a part of another, or that a part of it, and so on.
bool isWithin(const Shelf &shelf, qint64 part, qint64 whole);
/// Folds it, or unfolds it, as things are.
void settle(Turn &turn, qint64 number);
/// It came: what stands behind it is a part of it.
void adopt(Turn &turn, const Kept &parent);
/// It went: what is still so stands for itself.
void release(Turn &turn, const Kept &parent);
void fold(Turn &turn, Kept kept, qint64 parent, const QString &by = {});
void unfold(Turn &turn, Kept kept, const QString &by = {});

} // namespace alerts::folding
