// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/expression.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace automation::rules {

namespace {
constexpr std::array aggregateWords{"avg", "min",  "max",   "sum",    "rate",    "delta",
                                    "p95", "last", "count", "absent", "changes", "predict"};
constexpr std::array comparisonSigns{">", ">=", "<", "<=", "==", "!="};
constexpr double longestWindow = 30.0 * 86400;
constexpr double toMilliseconds = 1000;

core::Result<qint64> readWindow(Scanner &scanner)
{
    if (const auto bracket = scanner.expect(QLatin1String("[")); !bracket)
        return bracket.error();
    if (scanner.next().kind != Token::Kind::Duration)
        return scanner.expected(QCoreApplication::translate("automation", "a time such as 5m"));
    const Token time = scanner.take();
    if (time.number < 1 || time.number > longestWindow)
        return scanner.wrongAt(
            time.place,
            QCoreApplication::translate("automation", "a window is from 1s to 30d, not %1.").arg(time.text));
    if (const auto bracket = scanner.expect(QLatin1String("]")); !bracket)
        return bracket.error();
    return qint64(time.number * toMilliseconds);
}

core::Result<void> readThreshold(Scanner &scanner, Expression &expression)
{
    auto comparison = readComparison(scanner);
    if (!comparison)
        return comparison.error();
    expression.comparison = *comparison;
    if (scanner.takes(QLatin1String("raise")))
        return {};
    expression.isTime = scanner.next().kind == Token::Kind::Duration;
    auto number = scanner.expectNumber();
    if (!number)
        return number.error();
    expression.threshold = *number;
    return {};
}
} // namespace

bool holds(double value, Comparison comparison, double threshold)
{
    switch (comparison) {
    case Comparison::Above:
        return value > threshold;
    case Comparison::AtLeast:
        return value >= threshold;
    case Comparison::Below:
        return value < threshold;
    case Comparison::AtMost:
        return value <= threshold;
    case Comparison::Same:
        return value == threshold;
    case Comparison::Other:
        return value != threshold;
    }
    return false;
}

bool looksUp(Comparison comparison)
{
    return comparison != Comparison::Below && comparison != Comparison::AtMost;
}

QString textOf(Comparison comparison) { return QString::fromLatin1(comparisonSigns[size_t(comparison)]); }

QString textOf(Aggregate aggregate) { return QString::fromLatin1(aggregateWords[size_t(aggregate)]); }

std::optional<Aggregate> aggregateOf(const QString &word)
{
    const auto *known = std::find_if(aggregateWords.begin(), aggregateWords.end(),
                                     [&](const char *one) { return word == QLatin1String(one); });
    if (known == aggregateWords.end())
        return std::nullopt;
    return Aggregate(known - aggregateWords.begin());
}

core::Result<Comparison> readComparison(Scanner &scanner)
{
    for (size_t i = 0; i < comparisonSigns.size(); ++i) {
        if (scanner.takes(QLatin1String(comparisonSigns[i])))
            return Comparison(i);
    }
    return scanner.expected(QCoreApplication::translate("automation", "one of > >= < <= == !="));
}

core::Result<Expression> readExpression(Scanner &scanner, Aggregate aggregate)
{
    Expression expression;
    expression.aggregate = aggregate;
    if (const auto open = scanner.expect(QLatin1String("(")); !open)
        return open.error();
    auto selection = readSelection(scanner);
    if (!selection)
        return selection.error();
    expression.of = *selection;
    auto window = readWindow(scanner);
    if (!window)
        return window.error();
    expression.window = *window;
    if (aggregate == Aggregate::Predict) {
        if (const auto comma = scanner.expect(QLatin1String(",")); !comma)
            return comma.error();
        auto target = scanner.expectNumber();
        if (!target)
            return target.error();
        expression.target = *target;
    }
    if (const auto close = scanner.expect(QLatin1String(")")); !close)
        return close.error();
    if (expression.isCompared()) {
        if (const auto threshold = readThreshold(scanner, expression); !threshold)
            return threshold.error();
    }
    return expression;
}

QString Expression::text() const
{
    QString text =
        textOf(aggregate) + u'(' + of.text() + u'[' + writtenTime(double(window) / toMilliseconds) + u']';
    if (aggregate == Aggregate::Predict)
        text += QLatin1String(", ") + writtenNumber(target);
    text += u')';
    if (!isCompared())
        return text;
    const QString number = !threshold ? QStringLiteral("raise")
                           : isTime   ? writtenTime(*threshold)
                                      : writtenNumber(*threshold);
    return text + u' ' + textOf(comparison) + u' ' + number;
}

} // namespace automation::rules
