// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema.h"
#include "domain/automation/rules/ruleyaml.h"
#include "domain/automation/rules/scanner.h"

#include <QRegularExpression>
#include <QSet>

namespace automation::rules {

namespace {
bool isTimeField(const QString &name)
{
    static const QSet<QString> times{QStringLiteral("for"), QStringLiteral("keep_firing_for"),
                                     QStringLiteral("cooldown"), QStringLiteral("at_most")};
    return times.contains(name);
}

/// Whether every reader of YAML takes it for just this text.
bool isPlainText(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z0-9_-]+)*\\z"));
    static const QSet<QString> others{
        QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("yes"),
        QStringLiteral("no"),   QStringLiteral("on"),    QStringLiteral("off"),
        QStringLiteral("y"),    QStringLiteral("n"),     QStringLiteral("null")};
    return plain.match(text).hasMatch() && !others.contains(text.toLower());
}

QString quoted(const QString &text)
{
    QString out(u'"');
    for (const QChar c : text) {
        const ushort code = c.unicode();
        const bool isOdd = code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029 ||
                           code == 0xfeff || code >= 0xfffe;
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (isOdd)
            out += QStringLiteral("\\u%1").arg(uint(code), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + u'"';
}

QString textOfScalar(const QString &name, const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return isTimeField(name) ? writtenTime(value.toDouble()) : writtenNumber(value.toDouble());
    const QString text = value.toString();
    return isPlainText(text) ? text : quoted(text);
}

/// Writes what stands behind a name, with what is in it on lines of its own.
void writeValue(QString &out, const QString &name, const QJsonValue &value, int indent)
{
    const QString margin(indent, u' ');
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        out += items.isEmpty() ? QStringLiteral(" []\n") : QStringLiteral("\n");
        for (const QJsonValue &item : items)
            out += margin + QLatin1String("- ") + textOfScalar(name, item) + u'\n';
    } else if (value.isObject()) {
        const QJsonObject members = value.toObject();
        out += members.isEmpty() ? QStringLiteral(" {}\n") : QStringLiteral("\n");
        for (auto it = members.begin(); it != members.end(); ++it) {
            const QString key = isPlainText(it.key()) ? it.key() : quoted(it.key());
            out += margin + key + u':';
            writeValue(out, it.key(), it.value(), indent + 2);
        }
    } else {
        out += u' ' + textOfScalar(name, value) + u'\n';
    }
}
} // namespace

QByteArray rulesToYaml(const QList<Rule> &rules)
{
    if (rules.isEmpty())
        return "[]\n";
    static const QSet<QString> always{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("kind"),
                                      QStringLiteral("condition")};
    const QJsonObject usual = core::toJson(Rule{}).toObject();
    QString out;
    for (const Rule &rule : rules) {
        const QJsonObject json = core::toJson(rule).toObject();
        bool isFirst = true;
        for (const core::Field &field : Rule::fields()) {
            const QString name = QString::fromLatin1(field.name);
            const QJsonValue value = json.value(name);
            if (value.isUndefined() || (value == usual.value(name) && !always.contains(name)))
                continue;
            out += QLatin1String(isFirst ? "- " : "  ") + name + u':';
            writeValue(out, name, value, 4);
            isFirst = false;
        }
    }
    return out.toUtf8();
}

} // namespace automation::rules
