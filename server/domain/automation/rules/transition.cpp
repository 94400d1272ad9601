// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/transition.h"

namespace automation::rules {

using core::field;

core::Fields Transition::fields()
{
    return {field("rule", &Transition::rule, "Which"),
            field("group", &Transition::group, "What it is about"),
            field("from", &Transition::from, "How it was"),
            field("to", &Transition::to, "How it is"),
            field("value", &Transition::value, "What was measured"),
            field("threshold", &Transition::threshold, "What it was held against"),
            field("word", &Transition::word, "What the state is").defaulted(),
            field("at", &Transition::at, "When"),
            field("evidence", &Transition::evidence, "What it rests upon").defaulted(),
            field("first_seen", &Transition::firstSeen, "Since when the condition was true"),
            field("count", &Transition::count, "How often the group has fired").defaulted(),
            field("confidence", &Transition::confidence, "0–1").defaulted()};
}

} // namespace automation::rules
