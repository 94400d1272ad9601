// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/snapshot.h"

namespace automation::rules {

using core::field;

core::Fields KeptGroup::fields()
{
    return {field("rule", &KeptGroup::rule, "Which"),
            field("condition", &KeptGroup::condition, "What it waited for"),
            field("group", &KeptGroup::group, "What it is about"),
            field("life", &KeptGroup::life, "How far it is"),
            field("heard", &KeptGroup::heard, "When something was last heard of it, ms since the epoch"),
            field("value", &KeptGroup::value, "What was measured last"),
            field("word", &KeptGroup::word, "What the state was").defaulted()};
}

core::Fields Snapshot::fields()
{
    return {field("now", &Snapshot::now, "When, ms since the epoch"),
            field("groups", &Snapshot::groups, "All that is not as in the beginning")};
}

} // namespace automation::rules
