// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/transition.h"

namespace automation::rules {

using core::field;

core::Fields Evidence::fields()
{
    return {field("at", &Evidence::at, "When"), field("source", &Evidence::source, "Whose"),
            field("name", &Evidence::name, "Series, kind of state, or rule"),
            field("value", &Evidence::value, "What was measured"),
            field("word", &Evidence::word, "What the state was").defaulted()};
}

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
            field("evidence", &Transition::evidence, "What it rests upon").defaulted()};
}

} // namespace automation::rules
