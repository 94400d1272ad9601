// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/principal.h"

namespace alerts {

// A silence or a maintenance window of somebody whose view is limited holds for what they may see: for these
// departments; of somebody else's it is for all, and has none.

/// Whether it holds for the alerts of one department.
bool holdsFor(const QStringList &departments, const QString &department);
/// Whether it holds for something that somebody may see: they are shown it.
bool concerns(const QStringList &departments, const core::Principal &caller);
/// Whether it holds for nothing else: they may change it.
bool liesWithin(const QStringList &departments, const core::Principal &caller);

} // namespace alerts
