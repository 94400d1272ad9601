// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/compiled.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace automation::rules {

namespace {
constexpr qint64 inMilliseconds = 1000;
constexpr qsizetype mostLabels = 32;

core::Error refusal(const Rule &rule, const QString &why)
{
    return {core::ErrorCode::Invalid,
            QCoreApplication::translate("automation", "Rule “%1”: %2").arg(rule.id, why)};
}

std::optional<QString> thresholdFlaw(const Rule &rule, const Expression &expression)
{
    const bool saysRaise = expression.isCompared() && !expression.threshold;
    if (saysRaise && !rule.raise)
        return QCoreApplication::translate("automation",
                                           "the condition says “raise”, and raise is not given.");
    if (!saysRaise && rule.raise)
        return QCoreApplication::translate("automation",
                                           "raise is given, but the condition does not say “raise”.");
    if (!rule.clear)
        return std::nullopt;
    if (!expression.isCompared() || expression.comparison == Comparison::Same ||
        expression.comparison == Comparison::Other)
        return QCoreApplication::translate("automation", "clear is for conditions with > >= < or <=.");
    const double raise = expression.threshold.value_or(rule.raise.value_or(0));
    if (looksUp(expression.comparison) ? *rule.clear < raise : *rule.clear > raise)
        return std::nullopt;
    return QCoreApplication::translate("automation",
                                       "clear (%1) has to be on the good side of the threshold (%2).")
        .arg(writtenNumber(*rule.clear), writtenNumber(raise));
}

std::optional<QString> flawOf(const Rule &rule, const Condition &condition)
{
    if (const auto *expression = std::get_if<Expression>(&condition)) {
        if (auto flaw = thresholdFlaw(rule, *expression))
            return flaw;
    } else if (rule.raise || rule.clear) {
        return QCoreApplication::translate("automation", "raise and clear are for conditions with a number.");
    }
    if (rule.id.trimmed().isEmpty())
        return QCoreApplication::translate("automation", "it has no id.");
    if (rule.labels.size() > mostLabels || rule.source.labels.size() > mostLabels)
        return QCoreApplication::translate("automation", "at most %1 labels.").arg(mostLabels);
    if (rule.suppress.contains(rule.id))
        return QCoreApplication::translate("automation", "it cannot suppress itself.");
    if (const auto flaw = core::flawOf(rule, QStringLiteral("rule")))
        return flaw->message;
    return std::nullopt;
}

Terms termsOf(const Rule &rule)
{
    return {rule.holdFor * inMilliseconds, rule.keepFiringFor * inMilliseconds,
            rule.cooldown * inMilliseconds, rule.flap.multiplier, rule.flap.atMost * inMilliseconds};
}

/// Follows what composite rules rest upon; the id of one that in the end rests upon itself, if there is any.
class Circles
{
public:
    explicit Circles(const QList<Compiled> &rules)
    {
        for (const Compiled &compiled : rules) {
            if (const Formula *formula = compiled.formula())
                m_below.insert(compiled.rule.id, formula->rules());
        }
    }

    QString find()
    {
        QStringList ids = m_below.keys();
        ids.sort();
        for (const QString &id : ids) {
            if (isInCircle(id))
                return id;
        }
        return {};
    }

private:
    enum class Mark { New, Open, Done };

    // By hand, not by recursion: there may be ten thousand rules in one chain.
    bool isInCircle(const QString &start)
    {
        QList<std::pair<QString, qsizetype>> path{{start, 0}};
        while (!path.isEmpty()) {
            auto &[id, child] = path.last();
            const QStringList below = m_below.value(id);
            m_marks[id] = child < below.size() ? Mark::Open : Mark::Done;
            if (child >= below.size()) {
                path.removeLast();
                continue;
            }
            const QString next = below.at(child++);
            const Mark mark = m_marks.value(next, Mark::New);
            if (mark == Mark::Open)
                return true;
            if (mark == Mark::New)
                path.append({next, 0});
        }
        return false;
    }

    QHash<QString, QStringList> m_below;
    QHash<QString, Mark> m_marks;
};
} // namespace

const Selection *Compiled::selection() const
{
    if (const Expression *numbers = expression())
        return &numbers->of;
    const StateIs *is = state();
    return is == nullptr ? nullptr : &is->of;
}

bool Compiled::isAbout(const QString &device, const QString &name, const Labels &labels) const
{
    const Selection *of = selection();
    if (of == nullptr)
        return false;
    const auto &devices = rule.source.devices;
    const auto isIt = [&](const QString &pattern) { return fits(pattern, device); };
    if (!devices.isEmpty() && std::none_of(devices.begin(), devices.end(), isIt))
        return false;
    const auto &wanted = rule.source.labels;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!fits(it.value(), labels.value(it.key())))
            return false;
    }
    return of->matches(name, labels);
}

bool Compiled::isOfStates() const { return rule.kind == RuleKind::State; }

bool Compiled::isOfAbsence() const
{
    return expression() != nullptr && expression()->aggregate == Aggregate::Absent;
}

qint64 Compiled::window() const { return expression() == nullptr ? 0 : expression()->window; }

bool Compiled::namesDevices() const
{
    const auto &devices = rule.source.devices;
    return !devices.isEmpty() && std::none_of(devices.begin(), devices.end(),
                                              [](const QString &one) { return one.contains(u'*'); });
}

bool Compiled::looksAtTheSame(const Compiled &other) const
{
    return rule.source == other.rule.source && rule.groupBy == other.rule.groupBy &&
           rule.kind == other.rule.kind && condition == other.condition &&
           rule.isEnabled == other.rule.isEnabled;
}

bool Compiled::isRaisedBy(double value) const { return holds(value, expression()->comparison, raise); }

bool Compiled::isClearAt(double value) const
{
    if (!clear)
        return !isRaisedBy(value);
    return looksUp(expression()->comparison) ? value <= *clear : value >= *clear;
}

core::Result<Compiled> compile(const Rule &rule)
{
    auto condition = readCondition(rule.condition, rule.kind);
    if (!condition)
        return refusal(rule, condition.error().message);
    if (const auto flaw = flawOf(rule, *condition))
        return refusal(rule, *flaw);
    Compiled compiled{rule, *condition, termsOf(rule), 0, rule.clear};
    if (const Expression *expression = compiled.expression())
        compiled.raise = expression->threshold.value_or(rule.raise.value_or(0));
    // An absence is one of a device unless it is said otherwise: there are no labels to go by.
    if (compiled.isOfAbsence() && rule.groupBy.isEmpty())
        compiled.rule.groupBy = QStringList{QStringLiteral("source")};
    return compiled;
}

core::Result<QList<Compiled>> compileAll(const QList<Rule> &rules)
{
    QList<Compiled> all;
    QHash<QString, int> known;
    for (const Rule &rule : rules) {
        auto compiled = compile(rule);
        if (!compiled)
            return compiled.error();
        if (known.contains(rule.id))
            return refusal(rule, QCoreApplication::translate("automation", "there is another of this id."));
        known.insert(rule.id, int(all.size()));
        all << *compiled;
    }
    for (const Compiled &compiled : all) {
        QStringList named = compiled.rule.suppress;
        if (const Formula *formula = compiled.formula())
            named << formula->rules();
        for (const QString &id : named) {
            if (!known.contains(id))
                return refusal(compiled.rule,
                               QCoreApplication::translate("automation", "there is no rule “%1”.").arg(id));
        }
    }
    if (const QString id = Circles(all).find(); !id.isEmpty())
        return refusal(all.at(known.value(id)).rule,
                       QCoreApplication::translate("automation", "in the end it rests upon itself."));
    return all;
}

} // namespace automation::rules
