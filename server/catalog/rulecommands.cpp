// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/rulecommands.h"

namespace automation {

using core::field;

namespace {
constexpr int longestYaml = 900'000;
constexpr int mostRules = 10'000;
} // namespace

core::Fields RuleStanding::fields()
{
    return {field("rule", &RuleStanding::rule, "As it was set"),
            field("firing", &RuleStanding::firing, "How many things it fires for now"),
            field("pending", &RuleStanding::pending, "And soon will, if it goes on"),
            field("fired_at", &RuleStanding::firedAt, "When it last did"),
            field("fault", &RuleStanding::fault, "What it cannot do, and why")};
}

core::Fields RuleFiring::fields()
{
    return {field("rule", &RuleFiring::rule, "Which"),
            field("group", &RuleFiring::group, "What it was about"),
            field("from", &RuleFiring::from, "When it would have fired"),
            field("to", &RuleFiring::to, "When it would have been well again"),
            field("value", &RuleFiring::value, "What was measured"),
            field("word", &RuleFiring::word, "What the state was").defaulted()};
}

core::Fields ListRules::Reply::fields() { return {field("rules", &Reply::rules, "By name")}; }

core::Fields ListRules::fields() { return {}; }

core::Fields SetRule::fields()
{
    return {field("rule", &SetRule::rule, "As it is to be; without an id: a new one")};
}

core::Fields RemoveRule::fields() { return {field("id", &RemoveRule::id, "Which").atMost(128)}; }

core::Fields TestRule::Reply::fields()
{
    return {field("inputs", &Reply::inputs, "Readings that were played"),
            field("fired", &Reply::fired, "How often it would have fired"),
            field("firings", &Reply::firings, "The first of them"),
            field("faults", &Reply::faults, "What was not looked at, and why"),
            field("sentence", &Reply::sentence, "That, in a sentence")};
}

core::Fields TestRule::fields()
{
    return {field("rule", &TestRule::rule, "As it would be"), field("from", &TestRule::from, "From when on"),
            field("to", &TestRule::to, "Until when")};
}

core::Fields ExportRules::Reply::fields()
{
    return {field("yaml", &Reply::yaml, "What an import understands")};
}

core::Fields ExportRules::fields()
{
    return {field("ids", &ExportRules::ids, "Which; empty: all").atMost(mostRules).defaulted()};
}

core::Fields ImportRules::Reply::fields()
{
    return {field("added", &Reply::added, "Rules there were not"),
            field("changed", &Reply::changed, "Rules there were")};
}

core::Fields ImportRules::fields()
{
    return {field("yaml", &ImportRules::yaml, "As an export writes it").atMost(longestYaml)};
}

core::Fields RulesChanged::fields()
{
    return {field("id", &RulesChanged::id, "Which; empty: more than one"),
            field("by", &RulesChanged::by, "Who did it")};
}

void declareRuleCommands(core::Catalog &catalog)
{
    using namespace core::roles;
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Rule rule;
    rule.id = QStringLiteral("memory-high");
    rule.name = QStringLiteral("High memory usage");
    rule.condition = QStringLiteral("last(memory.usage[1m]) >= raise");
    rule.raise = 90;
    rule.clear = 85;
    rule.cooldown = 300;
    const RuleStanding standing{rule, 1, 0, time, {}};
    const QString yaml = QStringLiteral("- id: memory-high\n  name: High memory usage\n"
                                        "  condition: last(memory.usage[1m]) >= 90\n");
    RuleFiring firing;
    firing.rule = rule.id;
    firing.group = {{QStringLiteral("source"), QStringLiteral("host")}};
    firing.from = time;
    firing.to = time.addSecs(600);
    firing.value = 94;
    catalog.event<RulesChanged>({.priority = 3}, {rule.id, QStringLiteral("Dana")});
    catalog.command<ListRules>(viewers, {}, {{standing}});
    catalog.command<SetRule>(admins, {rule}, standing);
    catalog.command<RemoveRule>(admins, {rule.id}, {});
    catalog.command<TestRule>(operators, {rule, time.addDays(-7), time},
                              {604'800, 1, {firing}, {}, QStringLiteral("Would have fired once.")});
    catalog.command<ExportRules>(viewers, {{rule.id}}, {yaml});
    catalog.command<ImportRules>(admins, {yaml}, {0, 1});
}

} // namespace automation
