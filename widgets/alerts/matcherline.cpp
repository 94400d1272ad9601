// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/matcherline.h"

#include "network/kind.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace alerts {

namespace {
constexpr int mostValues = 20; // more of them say nothing to anybody
constexpr int mostMatchers = 8;

QString writtenMatcher(const Matcher &matcher)
{
    QString value = matcher.value;
    value.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    value.replace(u'\n', QLatin1String("\\n"));
    return QStringLiteral("%1%2\"%3\"")
        .arg(matcher.label, QLatin1String(core::Words<Comparison>::list.at(size_t(matcher.comparison))),
             value);
}

/// Letters, digits and what is no sign of a pattern stay as they are.
QString escapedPattern(const QString &value)
{
    QString out;
    for (const QChar letter : value) {
        if (QStringView(u"\\.+*?()|[]{}^$").contains(letter))
            out += u'\\';
        out += letter;
    }
    return out;
}

/// What a matcher may go by although it is no label of its own.
QMap<QString, QString> labelsOf(const Alert &alert)
{
    QMap<QString, QString> labels = alert.labels;
    // What others told of may have the same labels whatever it is about.
    if (!labels.contains(QStringLiteral("rule")) && !labels.contains(QStringLiteral("device"))) {
        labels.insert(QStringLiteral("source"), alert.source);
        labels.insert(QStringLiteral("subject"), alert.subjectId);
    }
    labels.removeIf([](const auto &label) { return label.value().isEmpty(); });
    return labels;
}
} // namespace

QString writtenMatchers(const QList<Matcher> &matchers)
{
    QStringList parts;
    for (const Matcher &matcher : matchers)
        parts << writtenMatcher(matcher);
    return parts.join(QStringLiteral(", "));
}

QString shownMatcher(const Matcher &matcher)
{
    return network::plainLine(
        QStringLiteral("%1 %2 %3")
            .arg(matcher.label, QLatin1String(core::Words<Comparison>::list.at(size_t(matcher.comparison))),
                 matcher.value),
        128);
}

QString shownReach(const QList<Matcher> &matchers, const QStringList &departments)
{
    QStringList words;
    for (const Matcher &matcher : matchers)
        words << shownMatcher(matcher);
    QString line = words.join(QStringLiteral(", "));
    if (!departments.isEmpty())
        line = QCoreApplication::translate("alerts::SilencesPanel", "%1 · only in %2")
                   .arg(line, departments.join(QStringLiteral(", ")));
    return network::plainLine(line, 256);
}

std::optional<Matcher> readMatcher(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\s*([A-Za-z_][A-Za-z0-9_.-]*)\\s*(=~|!~|!=|=)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\"]*?))\\s*$"));
    const QRegularExpressionMatch found = form.match(text);
    if (!found.hasMatch())
        return {};
    Matcher matcher;
    matcher.label = found.captured(1);
    const QString sign = found.captured(2);
    const auto &signs = core::Words<Comparison>::list;
    for (size_t place = 0; place < signs.size(); ++place) {
        if (sign == QLatin1String(signs.at(place)))
            matcher.comparison = Comparison(place);
    }
    matcher.value = found.captured(3).isEmpty() ? found.captured(4) : found.captured(3);
    if (!found.captured(3).isEmpty())
        matcher.value.replace(QLatin1String("\\\""), QLatin1String("\""))
            .replace(QLatin1String("\\\\"), QLatin1String("\\"));
    return matcher;
}

QList<Matcher> commonMatchers(const QList<Alert> &alerts)
{
    QList<Matcher> matchers;
    if (alerts.isEmpty())
        return matchers;
    const QMap<QString, QString> first = labelsOf(alerts.first());
    for (auto label = first.cbegin(); label != first.cend() && matchers.size() < mostMatchers; ++label) {
        QStringList values;
        for (const Alert &alert : alerts) {
            const QString value = labelsOf(alert).value(label.key());
            if (value.isEmpty()) {
                values.clear();
                break;
            }
            if (!values.contains(value))
                values << value;
        }
        if (values.isEmpty() || values.size() > mostValues)
            continue;
        if (values.size() == 1) {
            matchers << Matcher{label.key(), Comparison::Equal, values.first()};
            continue;
        }
        for (QString &value : values)
            value = escapedPattern(value);
        matchers << Matcher{label.key(), Comparison::Matches, values.join(u'|')};
    }
    return matchers;
}

} // namespace alerts
