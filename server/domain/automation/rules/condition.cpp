// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/condition.h"

#include <QCoreApplication>

namespace automation::rules {

namespace {
constexpr qsizetype longestCondition = 4096;

core::Error misplaced(const Scanner &scanner, const QString &sentence)
{
    return scanner.wrongAt(0, sentence);
}

core::Result<Condition> readNumbers(Scanner &scanner, RuleKind kind)
{
    const auto aggregate = aggregateOf(scanner.next().text);
    if (scanner.next().kind != Token::Kind::Word || !aggregate)
        return scanner.expected(QCoreApplication::translate(
            "automation", "one of avg, min, max, sum, rate, delta, p95, last, count, absent, predict"));
    if (*aggregate == Aggregate::Changes)
        return misplaced(
            scanner, QCoreApplication::translate("automation", "changes() is for rules of the kind state."));
    if (kind == RuleKind::Absence && *aggregate != Aggregate::Absent)
        return misplaced(scanner,
                         QCoreApplication::translate(
                             "automation", "a rule of the kind absence asks with absent(series[time])."));
    scanner.take();
    auto expression = readExpression(scanner, *aggregate);
    return expression ? core::Result<Condition>(*expression) : expression.error();
}

core::Result<Condition> readState(Scanner &scanner)
{
    const QString first = scanner.next().text;
    auto selection = readSelection(scanner);
    if (!selection)
        return selection.error();
    if (scanner.next().text == QLatin1String("(")) {
        if (first != textOf(Aggregate::Changes))
            return misplaced(scanner, QCoreApplication::translate(
                                          "automation", "of states there is only changes(), not %1().")
                                          .arg(first));
        auto expression = readExpression(scanner, Aggregate::Changes);
        return expression ? core::Result<Condition>(*expression) : expression.error();
    }
    const qsizetype place = scanner.next().place;
    auto comparison = readComparison(scanner);
    if (!comparison)
        return comparison.error();
    if (*comparison != Comparison::Same && *comparison != Comparison::Other)
        return scanner.wrongAt(
            place, QCoreApplication::translate("automation", "a state is compared with == or !=."));
    auto value = scanner.expectName(QCoreApplication::translate("automation", "the state, such as offline"));
    if (!value)
        return value.error();
    return StateIs{*selection, *value, *comparison == Comparison::Other};
}

core::Result<Condition> readAny(Scanner &scanner, RuleKind kind)
{
    switch (kind) {
    case RuleKind::Metric:
    case RuleKind::Absence:
        return readNumbers(scanner, kind);
    case RuleKind::State:
        return readState(scanner);
    case RuleKind::Composite: {
        auto formula = readFormula(scanner);
        return formula ? core::Result<Condition>(*formula) : formula.error();
    }
    default:
        return core::Error{
            core::ErrorCode::Invalid,
            QCoreApplication::translate("automation",
                                        "Rules of the kind %1 cannot be made yet. There are metric, state, "
                                        "absence and composite.")
                .arg(QLatin1String(core::Words<RuleKind>::list[size_t(kind)]))};
    }
}
} // namespace

QString StateIs::text() const { return of.text() + QLatin1String(isNot ? " != " : " == ") + written(value); }

core::Result<Condition> readCondition(const QString &text, RuleKind kind)
{
    if (text.size() > longestCondition)
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate("automation", "A condition has at most %1 characters.")
                               .arg(longestCondition)};
    Scanner scanner(text);
    auto condition = readAny(scanner, kind);
    if (condition && scanner.next().kind != Token::Kind::End)
        return scanner.expected(QCoreApplication::translate("automation", "the end"));
    return condition;
}

QString textOf(const Condition &condition)
{
    return std::visit([](const auto &one) { return one.text(); }, condition);
}

} // namespace automation::rules
