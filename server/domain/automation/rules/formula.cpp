// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/formula.h"

#include <QCoreApplication>

#include <algorithm>

namespace automation::rules {

namespace {
constexpr int deepest = 32;

/// Reads a formula by descent: `or` binds least, `not` most.
class FormulaReader
{
public:
    explicit FormulaReader(Scanner &scanner) : m_scanner(scanner) {}

    core::Result<Formula> read() { return joined(Formula::Kind::Or, QLatin1String("or")); }

private:
    core::Result<Formula> joined(Formula::Kind kind, QLatin1String word)
    {
        Formula formula{kind, {}, {}};
        do {
            auto part =
                kind == Formula::Kind::Or ? joined(Formula::Kind::And, QLatin1String("and")) : single();
            if (!part)
                return part.error();
            formula.parts << *part;
        } while (m_scanner.takes(word));
        return formula.parts.size() == 1 ? formula.parts.first() : formula;
    }

    core::Result<Formula> single()
    {
        if (++m_depth > deepest)
            return m_scanner.wrongAt(m_scanner.next().place,
                                     QCoreApplication::translate("automation", "this is nested too deeply."));
        auto formula = unguarded();
        --m_depth;
        return formula;
    }

    core::Result<Formula> unguarded()
    {
        if (m_scanner.takes(QLatin1String("not"))) {
            auto part = single();
            return part ? core::Result<Formula>(Formula{Formula::Kind::Not, {}, {*part}}) : part;
        }
        if (m_scanner.takes(QLatin1String("("))) {
            auto inner = read();
            if (!inner)
                return inner;
            if (const auto close = m_scanner.expect(QLatin1String(")")); !close)
                return close.error();
            return inner;
        }
        auto rule = m_scanner.expectName(QCoreApplication::translate("automation", "the id of a rule"));
        return rule ? core::Result<Formula>(Formula{Formula::Kind::Rule, *rule, {}}) : rule.error();
    }

    Scanner &m_scanner;
    int m_depth = 0;
};

/// In parentheses unless it is one thing: what is nested is written so that nobody needs to know what binds
/// more.
QString bracketed(const Formula &part)
{
    const bool isOne = part.kind == Formula::Kind::Rule || part.kind == Formula::Kind::Not;
    return isOne ? part.text() : u'(' + part.text() + u')';
}
} // namespace

bool Formula::holds(const std::function<bool(const QString &)> &fires) const
{
    const auto partHolds = [&](const Formula &part) { return part.holds(fires); };
    switch (kind) {
    case Kind::Rule:
        return fires(rule);
    case Kind::Not:
        return !parts.first().holds(fires);
    case Kind::And:
        return std::all_of(parts.begin(), parts.end(), partHolds);
    case Kind::Or:
        return std::any_of(parts.begin(), parts.end(), partHolds);
    }
    return false;
}

QStringList Formula::rules() const
{
    if (kind == Kind::Rule)
        return {rule};
    QStringList named;
    for (const Formula &part : parts)
        named << part.rules();
    named.removeDuplicates();
    return named;
}

QString Formula::text() const
{
    if (kind == Kind::Rule)
        return written(rule);
    if (kind == Kind::Not)
        return QLatin1String("not ") + bracketed(parts.first());
    QStringList texts;
    for (const Formula &part : parts)
        texts << bracketed(part);
    return texts.join(QLatin1String(kind == Kind::And ? " and " : " or "));
}

core::Result<Formula> readFormula(Scanner &scanner) { return FormulaReader(scanner).read(); }

} // namespace automation::rules
