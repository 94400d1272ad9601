// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/sentence.h"

#include "domain/automation/rules/condition.h"

#include <cmath>

namespace automation::rules {

namespace {
/// A number as people want it in a sentence: seconds of a time in its two largest units, else four digits.
QString said(double value, bool isTime)
{
    if (!isTime)
        return QString::number(value, 'g', std::abs(value) >= 1000 ? 8 : 4);
    constexpr double minute = 60;
    constexpr double hour = 3600;
    constexpr double day = 86400;
    if (value >= 2 * day)
        return writtenTime(std::round(value / day) * day);
    if (value >= 2 * hour)
        return writtenTime(std::round(value / hour) * hour);
    return value >= 2 * minute ? writtenTime(std::round(value / minute) * minute)
                               : writtenTime(std::round(value));
}

std::optional<Expression> expressionOf(const Rule &rule)
{
    const auto condition = readCondition(rule.condition, rule.kind);
    const auto *expression = condition ? std::get_if<Expression>(&*condition) : nullptr;
    return expression == nullptr ? std::nullopt : std::optional(*expression);
}

bool isOfTime(const Rule &rule)
{
    const auto expression = expressionOf(rule);
    return expression && (expression->isTime || expression->aggregate == Aggregate::Predict ||
                          expression->aggregate == Aggregate::Absent);
}

std::optional<QString> filled(const QString &word, const Rule &rule, const Transition &transition)
{
    if (word == QLatin1String("value"))
        return transition.value ? said(*transition.value, isOfTime(rule)) : QStringLiteral("–");
    if (word == QLatin1String("threshold"))
        return transition.threshold ? said(*transition.threshold, isOfTime(rule)) : QStringLiteral("–");
    if (word == QLatin1String("state"))
        return transition.word;
    if (word == QLatin1String("rule"))
        return rule.name;
    if (word == QLatin1String("severity"))
        return QString::number(rule.severity);
    if (const auto label = transition.group.find(word); label != transition.group.end())
        return label.value();
    if (const auto label = rule.labels.find(word); label != rule.labels.end())
        return label.value();
    return std::nullopt;
}
} // namespace

QString summaryOf(const Rule &rule, const Transition &transition)
{
    QString text;
    for (qsizetype place = 0; place < rule.summary.size(); ++place) {
        const QChar c = rule.summary.at(place);
        if (c != u'{') {
            text += c;
            continue;
        }
        if (rule.summary.mid(place, 2) == QLatin1String("{{")) {
            text += c;
            ++place;
            continue;
        }
        const qsizetype end = rule.summary.indexOf(u'}', place);
        const QString word = end < 0 ? QString() : rule.summary.mid(place + 1, end - place - 1);
        const auto meant = end < 0 ? std::nullopt : filled(word, rule, transition);
        text += meant ? *meant : QString(c);
        if (meant)
            place = end;
    }
    return text;
}

QString seriesOf(const Rule &rule, const Transition &transition)
{
    const auto expression = expressionOf(rule);
    if (!expression || rule.kind == RuleKind::State)
        return {};
    if (!expression->of.hasPattern())
        return expression->of.name;
    // Of many it is the one that makes the group as bad as it is.
    const QString latest = transition.evidence.isEmpty() ? QString() : transition.evidence.last().name;
    return transition.group.value(QStringLiteral("name"), latest);
}

} // namespace automation::rules
