// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/selection.h"

#include <QCoreApplication>

#include <algorithm>

namespace automation::rules {

namespace {
constexpr qsizetype mostMatchers = 16;

core::Result<Matcher> readMatcher(Scanner &scanner)
{
    auto label = scanner.expectName(QCoreApplication::translate("automation", "the name of a label"));
    if (!label)
        return label.error();
    Matcher matcher{*label, {}, scanner.takes(QLatin1String("!="))};
    if (!matcher.isNot) {
        if (const auto sign = scanner.expect(QLatin1String("=")); !sign)
            return sign.error();
    }
    auto pattern = scanner.expectName(QCoreApplication::translate("automation", "what the label is"));
    if (!pattern)
        return pattern.error();
    matcher.pattern = *pattern;
    return matcher;
}

QString textOf(const Matcher &matcher)
{
    QString value = matcher.pattern;
    value.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return written(matcher.label) + QLatin1String(matcher.isNot ? "!=\"" : "=\"") + value + u'"';
}
} // namespace

bool fits(QStringView pattern, QStringView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1; // where to begin anew, one character later, when what follows the star does not fit
    qsizetype begun = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            begun = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++begun;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + p, pattern.end(), [](QChar c) { return c == u'*'; });
}

bool Matcher::matches(const Labels &labels) const { return fits(pattern, labels.value(label)) != isNot; }

bool Selection::matchesLabels(const Labels &carried) const
{
    return std::all_of(labels.begin(), labels.end(),
                       [&](const Matcher &matcher) { return matcher.matches(carried); });
}

bool Selection::matches(const QString &other, const Labels &carried) const
{
    return fits(name, other) && matchesLabels(carried);
}

QString Selection::text() const
{
    if (labels.isEmpty())
        return written(name);
    QStringList parts;
    for (const Matcher &matcher : labels)
        parts << textOf(matcher);
    return written(name) + u'{' + parts.join(QLatin1String(", ")) + u'}';
}

core::Result<Selection> readSelection(Scanner &scanner)
{
    auto name =
        scanner.expectName(QCoreApplication::translate("automation", "the name of a series or a state"));
    if (!name)
        return name.error();
    Selection selection{*name, {}};
    if (!scanner.takes(QLatin1String("{")))
        return selection;
    while (!scanner.takes(QLatin1String("}"))) {
        if (!selection.labels.isEmpty()) {
            if (const auto comma = scanner.expect(QLatin1String(",")); !comma)
                return comma.error();
        }
        if (selection.labels.size() >= mostMatchers)
            return scanner.wrongAt(
                scanner.next().place,
                QCoreApplication::translate("automation", "at most %1 labels.").arg(mostMatchers));
        auto matcher = readMatcher(scanner);
        if (!matcher)
            return matcher.error();
        selection.labels << *matcher;
    }
    return selection;
}

} // namespace automation::rules
