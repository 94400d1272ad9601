// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/backtest.h"

#include <QCoreApplication>

#include <algorithm>

namespace automation::rules {

namespace {
constexpr qint64 step = 60'000; ///< ms; nothing in the past was a jump of the clock

qint64 timeOfInput(const Input &input)
{
    return std::visit([](const auto &one) { return one.at; }, input);
}

/// Gathers what fired, and until when.
class Ledger
{
public:
    Ledger(BackTest &result, int most, QString rule) : m_result(result), m_most(most), m_rule(std::move(rule))
    {
    }

    void note(const QList<Transition> &transitions)
    {
        for (const Transition &transition : transitions) {
            if (!m_rule.isEmpty() && transition.rule != m_rule)
                continue;
            const QString key = transition.rule + u'\n' + keyOf(transition.group);
            if (isRaised(transition.to) && !isRaised(transition.from))
                open(key, transition);
            else if (!isRaised(transition.to) && isRaised(transition.from))
                close(key, transition);
        }
    }

private:
    void open(const QString &key, const Transition &transition)
    {
        ++m_result.fired;
        if (m_result.firings.size() >= m_most)
            return;
        m_open.insert(key, m_result.firings.size());
        m_result.firings << RuleFiring{transition.rule,  transition.group, transition.at, {},
                                       transition.value, transition.word};
    }

    void close(const QString &key, const Transition &transition)
    {
        if (const auto found = m_open.find(key); found != m_open.end()) {
            m_result.firings[*found].to = transition.at;
            m_open.erase(found);
        }
    }

    BackTest &m_result;
    qsizetype m_most;
    QString m_rule;                   ///< empty: all
    QHash<QString, qsizetype> m_open; ///< which of the firings
};
} // namespace

core::Fields BackTest::fields()
{
    using core::field;
    return {field("inputs", &BackTest::inputs, "Readings and states that were played"),
            field("fired", &BackTest::fired, "How often it would have fired"),
            field("candidates", &BackTest::candidates, "How often things were judged").defaulted(),
            field("firings", &BackTest::firings, "The first of them"),
            field("faults", &BackTest::faults, "What was not looked at, and why").defaulted()};
}

QString BackTest::sentence() const
{
    return QCoreApplication::translate("automation", "Would have fired %n time(s).", nullptr, int(fired));
}

core::Result<BackTest> backTest(const QList<Rule> &rules, const Recorded &recorded, int mostFirings,
                                const QString &told)
{
    BackTest result;
    result.faults = recorded.missing;
    Ledger ledger(result, mostFirings, told);
    Runtime runtime;
    if (const auto set = runtime.setRules(rules); !set)
        return set.error();
    for (auto source = recorded.sources.begin(); source != recorded.sources.end(); ++source)
        runtime.describe(source.key(), source.value());
    const auto passTo = [&](qint64 at) {
        while (runtime.now() > 0 && at > runtime.now() + step)
            ledger.note(runtime.advance(runtime.now() + step));
    };
    ledger.note(runtime.advance(recorded.from));
    for (const Input &input : recorded.inputs) {
        passTo(timeOfInput(input));
        ledger.note(std::visit([&](const auto &one) { return runtime.hear(one); }, input));
        ++result.inputs;
    }
    passTo(recorded.to);
    if (recorded.to > runtime.now())
        ledger.note(runtime.advance(recorded.to));
    result.candidates = runtime.tally().candidates;
    const auto faults = runtime.faults();
    for (const Fault &fault : faults)
        result.faults << fault.message;
    return result;
}

QList<Input> inOrder(const QList<Input> &inputs)
{
    std::vector<std::pair<qint64, qsizetype>> places;
    places.reserve(size_t(inputs.size()));
    for (qsizetype i = 0; i < inputs.size(); ++i)
        places.emplace_back(timeOfInput(inputs.at(i)), i);
    std::sort(places.begin(), places.end());
    QList<Input> out;
    out.reserve(inputs.size());
    for (const auto &[at, place] : places)
        out << inputs.at(place);
    return out;
}

QList<Input> inputsOf(const QString &source, const core::SampleRange &range)
{
    QList<Input> inputs;
    for (const core::SampleSeries &series : range.series) {
        for (const core::SamplePoint &point : series.points) {
            // Copied, not moved: GCC 12 takes a moved variant for one that was never set.
            const Input input = Sample{source, series.name, {}, point.at, point.avg};
            inputs << input;
        }
    }
    return inOrder(inputs);
}

} // namespace automation::rules
