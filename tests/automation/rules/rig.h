// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/runtime.h"

namespace rulestest {

using namespace automation;
using namespace automation::rules;

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 start = 1'800'000'000'000;

inline Rule ruleOf(const QString &id, const QString &condition, RuleKind kind = RuleKind::Metric)
{
    Rule rule;
    rule.id = id;
    rule.name = id;
    rule.kind = kind;
    rule.condition = condition;
    rule.flap.multiplier = 1;
    return rule;
}

/// A runtime with its time, and all it has told.
struct Rig
{
    explicit Rig(const QList<Rule> &rules, const Bounds &bounds = {}) : runtime(bounds) { set(rules); }

    void set(const QList<Rule> &rules)
    {
        const auto told = runtime.setRules(rules);
        if (!told)
            qFatal("%s", qPrintable(told.error().message));
        all << *told;
    }
    void sample(const QString &name, double value, const QString &source = QStringLiteral("host"),
                const Labels &labels = {})
    {
        all << runtime.hear(Sample{source, name, labels, now, value});
    }
    void state(const QString &subject, const QString &value, const Labels &labels = {},
               const QString &kind = QStringLiteral("device.status"))
    {
        all << runtime.hear(StateChange{subject, kind, value, now, labels});
    }
    /// So many seconds later.
    void pass(qint64 seconds)
    {
        for (qint64 i = 0; i < seconds; ++i)
            all << runtime.advance(now += second);
    }
    /// A reading every second, for so many seconds.
    void run(qint64 seconds, const QString &name, double value,
             const QString &source = QStringLiteral("host"))
    {
        for (qint64 i = 0; i < seconds; ++i) {
            now += second;
            sample(name, value, source);
            all << runtime.advance(now);
        }
    }
    /// "rule phase", of all that was told since the last time.
    QStringList told()
    {
        QStringList texts;
        const auto transitions = std::exchange(all, {});
        for (const Transition &transition : transitions)
            texts << transition.rule + u' ' + QLatin1String(core::Words<Phase>::list[size_t(transition.to)]);
        return texts;
    }

    Runtime runtime;
    qint64 now = start;
    QList<Transition> all;
};

} // namespace rulestest
