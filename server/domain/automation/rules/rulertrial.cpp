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

Ruler::Looked Ruler::queriesFor(const QList<Compiled> &cast, const TestRule &asked,
                                const core::Principal &caller) const
{
    Looked out;
    qsizetype count = 0;
    // By name, so that whoever asks again is told of the same.
    QStringList sources = m_series.keys();
    sources.sort();
    for (const QString &source : std::as_const(sources)) {
        if (!isVisible(source, caller))
            continue;
        core::SampleQuery query{source, {}, asked.from, asked.to, mostPointsOfOne};
        const Labels labels = m_runtime.saidOf(source);
        for (const QString &name : m_series.value(source)) {
            const auto wants = [&](const Compiled &compiled) {
                return !compiled.isOfStates() && compiled.isAbout(source, name, labels);
            };
            if (std::any_of(cast.begin(), cast.end(), wants))
                query.names << name;
        }
        query.names.sort();
        const qsizetype fitting = std::min(query.names.size(), mostTestedSeries - count);
        out.leftOut += query.names.size() - fitting;
        count += fitting;
        query.names = query.names.mid(0, fitting);
        if (fitting > 0)
            out.queries << query;
    }
    for (core::SampleQuery &query : out.queries)
        query.points = int(std::min<qsizetype>(mostPointsOfOne, mostTestedPoints / count));
    return out;
}

QFuture<core::Result<Recorded>> Ruler::statesFor(const QList<Compiled> &cast, const TestRule &asked,
                                                 const core::Principal &caller)
{
    using Past = core::Result<Recorded>;
    using States = core::Result<PastStates>;
    if (std::none_of(cast.begin(), cast.end(), [](const Compiled &one) { return one.isOfStates(); }))
        return core::finished(Past(Recorded()));
    return m_around.past(asked.from, asked.to).then(this, [this, caller](const States &states) -> Past {
        if (!states)
            return states.error();
        Recorded out;
        if (!states->isWhole)
            out.missing << tr("There were more changes of states than are played. These are the last %1: "
                              "choose a shorter time to see the others.")
                               .arg(states->changes.size());
        for (const StateChange &change : states->changes) {
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
    const Looked looked = queriesFor(cast, asked, caller);
    QStringList missing;
    if (!caller.departments.isEmpty())
        missing << tr("Only what belongs to your departments was played.");
    if (looked.leftOut > 0)
        missing << tr("It looks at %1 series. Only the first %2 by name were played: name fewer devices to "
                      "see the others.")
                       .arg(looked.leftOut + mostTestedSeries)
                       .arg(mostTestedSeries);
    QFuture<Past> gathered = statesFor(cast, asked, caller).then(this, [missing](const Past &past) -> Past {
        if (!past)
            return past;
        Recorded out = *past;
        out.missing << missing;
        return out;
    });
    for (const core::SampleQuery &query : looked.queries) {
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
    Run run;
    run.id = newRunId();
    run.rule = wish.rule.id;
    run.trigger = QStringLiteral("manual");
    run.startedAt = m_around.clock.now();
    sayStarted(run);
    return recordedFor(*cast, wish, command.caller)
        .then(this,
              [rules = rulesOf(*cast), id = wish.rule.id, from = wish.from.toMSecsSinceEpoch(),
               to = std::min(wish.to, m_around.clock.now()).toMSecsSinceEpoch()](const Past &past) {
                  if (!past)
                      return core::finished(Outcome(past.error()));
                  return elsewhere([rules, id, all = *past, from, to] {
                      return backTest(rules, {inOrder(all.inputs), all.sources, all.missing, from, to},
                                      mostFirings, id);
                  });
              })
        .unwrap()
        .then(this, [this, run, begun = m_around.stopwatch()](const Outcome &outcome) mutable -> core::Reply {
            run.taken = m_around.stopwatch() - begun;
            run.isGood = bool(outcome);
            run.inputs = outcome ? outcome->inputs : 0;
            run.candidates = outcome ? outcome->candidates : 0;
            run.matches = outcome ? outcome->fired : 0;
            run.errors = outcome ? 0 : 1;
            sayCompleted(run);
            if (!outcome)
                return outcome.error();
            return TestRule::Reply{outcome->inputs, outcome->fired, outcome->firings, outcome->faults,
                                   outcome->sentence()};
        });
}

} // namespace automation::rules
