// SPDX-License-Identifier: GPL-3.0-or-later
// What a rule would have done with what was recorded.
#include "core/finished.h"
#include "domain/automation/rules/elsewhere.h"
#include "domain/automation/rules/ruler.h"

#include <algorithm>

namespace automation::rules {

namespace {
constexpr qsizetype mostTestedSeries = 200;
constexpr int mostTestedPoints = 2'000'000; ///< of all series
constexpr int mostPointsOfOne = 10'000;
constexpr int mostFirings = 1000;

QList<Rule> rulesOf(const QList<Compiled> &cast)
{
    QList<Rule> rules;
    for (const Compiled &compiled : cast)
        rules << compiled.rule;
    return rules;
}
} // namespace

std::optional<core::Error> Ruler::flawOf(const TestRule &asked)
{
    if (asked.to <= asked.from)
        return core::Error{core::ErrorCode::Invalid, tr("The end comes behind the beginning.")};
    if (asked.from.secsTo(asked.to) > std::chrono::seconds(longestTest).count())
        return core::Error{core::ErrorCode::Invalid, tr("A rule is tested with 31 days at most.")};
    return std::nullopt;
}

core::Result<QList<Compiled>> Ruler::castOf(const Rule &rule) const
{
    QList<Rule> cast{rule};
    QSet<QString> ids{rule.id};
    // It grows on the way: what the rule rests upon may rest upon others.
    for (qsizetype i = 0; i < cast.size(); ++i) {
        const auto compiled = compile(cast.at(i));
        if (!compiled)
            return compiled.error();
        const QStringList below = compiled->formula() ? compiled->formula()->rules() : QStringList();
        for (const QString &id : below) {
            if (m_rules.contains(id) && !ids.contains(id)) {
                ids.insert(id);
                cast << m_rules.value(id);
            }
        }
    }
    for (Rule &each : cast)
        each.suppress.removeIf([&ids](const QString &id) { return !ids.contains(id); });
    return compileAll(cast);
}

bool Ruler::isVisible(const QString &source, const core::Principal &caller) const
{
    return isVisible(Rule(), {{QStringLiteral("source"), source}}, caller);
}

QList<core::SampleQuery> Ruler::queriesFor(const QList<Compiled> &cast, const TestRule &asked,
                                           const core::Principal &caller) const
{
    QList<core::SampleQuery> out;
    qsizetype count = 0;
    for (auto source = m_series.begin(); source != m_series.end(); ++source) {
        if (!isVisible(source.key(), caller))
            continue;
        core::SampleQuery query{source.key(), {}, asked.from, asked.to, mostPointsOfOne};
        const Labels labels = m_runtime.saidOf(source.key());
        for (const QString &name : *source) {
            const auto wants = [&](const Compiled &compiled) {
                return !compiled.isOfStates() && compiled.isAbout(source.key(), name, labels);
            };
            if (count < mostTestedSeries && std::any_of(cast.begin(), cast.end(), wants)) {
                query.names << name;
                ++count;
            }
        }
        if (!query.names.isEmpty())
            out << query;
    }
    for (core::SampleQuery &query : out)
        query.points = int(std::min<qsizetype>(mostPointsOfOne, mostTestedPoints / count));
    return out;
}

QFuture<core::Result<Recorded>> Ruler::statesFor(const QList<Compiled> &cast, const TestRule &asked,
                                                 const core::Principal &caller)
{
    using Past = core::Result<Recorded>;
    using States = core::Result<QList<StateChange>>;
    Recorded out;
    if (!caller.departments.isEmpty())
        out.missing << tr("Only what belongs to your departments was played.");
    if (std::none_of(cast.begin(), cast.end(), [](const Compiled &one) { return one.isOfStates(); }))
        return core::finished(Past(out));
    return m_around.past(asked.from, asked.to)
        .then(this, [this, out, caller](const States &states) mutable -> Past {
            if (!states)
                return states.error();
            for (const StateChange &change : *states) {
                const Input input = change;
                if (isVisible(change.subject, caller))
                    out.inputs << input;
            }
            return out;
        });
}

QFuture<core::Result<Recorded>> Ruler::recordedFor(const QList<Compiled> &cast, const TestRule &asked,
                                                   const core::Principal &caller)
{
    using Past = core::Result<Recorded>;
    using Range = core::Result<core::SampleRange>;
    QFuture<Past> gathered = statesFor(cast, asked, caller);
    const QList<core::SampleQuery> queries = queriesFor(cast, asked, caller);
    for (const core::SampleQuery &query : queries) {
        const auto add = [this, query](const Past &before) {
            if (!before)
                return core::finished(before);
            return m_around.samples.range(query).then(
                this, [this, all = *before, query](const Range &range) mutable -> Past {
                    if (!range)
                        return range.error();
                    all.inputs << inputsOf(query.source, *range);
                    all.sources.insert(query.source, m_runtime.saidOf(query.source));
                    return all;
                });
        };
        gathered = gathered.then(this, add).unwrap();
    }
    return gathered;
}

QFuture<core::Reply> Ruler::test(const core::Command &command)
{
    const auto asked = command.as<TestRule>();
    if (!asked)
        return core::ready(asked.error());
    TestRule wish = *asked;
    if (wish.rule.id.isEmpty())
        wish.rule.id = QStringLiteral("tested");
    wish.rule.isEnabled = true;
    wish.rule.suppress.clear();
    if (const auto flaw = flawOf(wish))
        return core::ready(*flaw);
    const auto cast = castOf(wish.rule);
    if (!cast)
        return core::ready(cast.error());
    using Past = core::Result<Recorded>;
    using Outcome = core::Result<BackTest>;
    return recordedFor(*cast, wish, command.caller)
        .then(
            this,
            [rules = rulesOf(*cast), id = wish.rule.id](const Past &past) {
                if (!past)
                    return core::finished(Outcome(past.error()));
                return elsewhere([rules, id, all = *past] {
                    return backTest(rules, {inOrder(all.inputs), all.sources, all.missing}, mostFirings, id);
                });
            })
        .unwrap()
        .then(this, [this, id = wish.rule.id](const Outcome &outcome) -> core::Reply {
            sayRun(id, QStringLiteral("manual"), outcome ? outcome->inputs : 0, outcome ? outcome->fired : 0,
                   bool(outcome));
            if (!outcome)
                return outcome.error();
            return TestRule::Reply{outcome->inputs, outcome->fired, outcome->firings, outcome->faults,
                                   outcome->sentence()};
        });
}

} // namespace automation::rules
