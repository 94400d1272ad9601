// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/rule.h"

namespace automation {

using core::field;

namespace {
constexpr double longestWait = 30.0 * 86400;
} // namespace

core::Fields RuleSource::fields()
{
    return {field("devices", &RuleSource::devices, "Any of these; none: every one").atMost(1000).defaulted(),
            field("labels", &RuleSource::labels, "What a series has to carry; * stands for anything")
                .defaulted()};
}

core::Fields FlapGuard::fields()
{
    return {field("multiplier", &FlapGuard::multiplier, "How much longer with every return; 1: no guard")
                .between(1, 10)
                .defaulted(),
            field("at_most", &FlapGuard::atMost, "Seconds it may come to, and within which it is a return")
                .between(0, longestWait)
                .defaulted()};
}

core::Fields Rule::fields()
{
    return {
        field("id", &Rule::id, "Which").atMost(128),
        field("name", &Rule::name, "As shown to people").atMost(256),
        field("kind", &Rule::kind, "What it looks at").defaulted(),
        field("enabled", &Rule::isEnabled, "Whether it is in force").defaulted(),
        field("version", &Rule::version, "Which writing of it").between(1, 1e9).defaulted(),
        field("source", &Rule::source, "Whose values it looks at").defaulted(),
        field("condition", &Rule::condition, "avg(memory.usage[1m]) >= raise, for example").atMost(4096),
        field("for", &Rule::holdFor, "Seconds the condition has to hold").between(0, longestWait).defaulted(),
        field("keep_firing_for", &Rule::keepFiringFor, "Seconds it has to be well again")
            .between(0, longestWait)
            .defaulted(),
        field("raise", &Rule::raise, "Threshold the word raise in the condition stands for"),
        field("clear", &Rule::clear, "Threshold at which it is well again; none: as raised"),
        field("group_by", &Rule::groupBy, "Labels that tell one alert from another; none: every series")
            .atMost(16)
            .defaulted(),
        field("severity", &Rule::severity, "1 info to 10 critical").between(1, 10).defaulted(),
        field("labels", &Rule::labels, "What its alerts carry").defaulted(),
        field("summary", &Rule::summary, "Sentence of its alerts; {value} and {label} are filled in")
            .atMost(1024)
            .defaulted(),
        field("suppress", &Rule::suppress, "Rules that raise nothing of a thing while this one fires for it")
            .atMost(100)
            .defaulted(),
        field("no_data", &Rule::noData, "What silence means").defaulted(),
        field("flap", &Rule::flap, "Guard against what comes and goes").defaulted(),
        field("cooldown", &Rule::cooldown, "Seconds between two alerts").between(0, longestWait).defaulted()};
}

} // namespace automation
