// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/group.h"

namespace automation::rules {

/// What a group shows at this moment, and takes note of its value. Its tracks are as they were last
/// refreshed.
Verdict judge(Group &group, qint64 now);
/// What one track shows now.
void refresh(Track &track, qint64 now);
/// The same of all of them.
void refreshAll(Group &group, qint64 now);
/// Whether none of its series has told anything within its window.
bool isSilent(const Group &group);
/// When the group has to be looked at although nothing comes in; 0: need not.
qint64 dueOf(const Group &group, qint64 now);
/// The step a group has just made.
Transition transitionOf(const Group &group, Phase from, qint64 now);

} // namespace automation::rules
