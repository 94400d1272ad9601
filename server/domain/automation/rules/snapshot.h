// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/lifecycle.h"

namespace automation::rules {

/// One group of a rule, as it is kept over a restart.
struct KeptGroup
{
    QString rule;
    QString condition; ///< of a rule that has another one now, nothing is taken over
    Labels group;
    Lifecycle::State life;
    qint64 heard = 0;
    std::optional<double> value;
    QString word;

    static core::Fields fields();
};

/// All a runtime has to know to go on where it was. The readings in its windows are not in it: they are in
/// the store.
struct Snapshot
{
    qint64 now = 0; ///< ms since the epoch, UTC
    QList<KeptGroup> groups;

    static core::Fields fields();
};

} // namespace automation::rules
