// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/snapshot.h"

namespace automation::rules {

/// What a runtime begins with: what fires was kept at once and is as it was; what else there was (what
/// waits, what rests, how often something came back) was kept a little earlier, as `memory`. The time
/// between counts for nobody: what waited a minute then has waited a minute `now` (ms since the epoch, UTC).
[[nodiscard]] Snapshot rememberedAt(qint64 now, const Snapshot &memory, const QList<KeptGroup> &firing);

} // namespace automation::rules
