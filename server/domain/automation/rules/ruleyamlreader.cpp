// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/compiled.h"
#include "domain/automation/rules/ruleyaml.h"
#include "domain/automation/rules/yamltree.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace automation::rules {

namespace {
constexpr qsizetype mostRules = 5'000;

core::Result<QJsonValue> readNode(const YamlNode &node, const QJsonObject &schema);

core::Error expectedAt(const YamlNode &node, const QString &what)
{
    return wrongAtLine(node.line, QCoreApplication::translate("automation", "expected %1.").arg(what));
}

core::Result<QJsonValue> readScalar(const YamlNode &node, const QString &type)
{
    if (node.kind != YamlNode::Kind::Scalar)
        return expectedAt(node, QCoreApplication::translate("automation", "a single value"));
    if (type == QLatin1String("boolean")) {
        if (node.isQuoted || (node.text != QLatin1String("true") && node.text != QLatin1String("false")))
            return expectedAt(node, QCoreApplication::translate("automation", "true or false"));
        return QJsonValue(node.text == QLatin1String("true"));
    }
    if (type != QLatin1String("number") && type != QLatin1String("integer"))
        return QJsonValue(node.text);
    bool isNumber = false;
    const double number = node.text.toDouble(&isNumber);
    if (isNumber && std::isfinite(number) && !node.isQuoted)
        return QJsonValue(number);
    if (const auto time = timeOf(node.text))
        return QJsonValue(*time);
    return expectedAt(node, QCoreApplication::translate("automation", "a number, or a time such as 5m"));
}

core::Result<QJsonValue> readMap(const YamlNode &node, const QJsonObject &schema)
{
    if (node.kind != YamlNode::Kind::Map)
        return expectedAt(node, QCoreApplication::translate("automation", "names with values"));
    const QJsonObject members = schema.value(QLatin1String("properties")).toObject();
    const QJsonObject any = schema.value(QLatin1String("additionalProperties")).toObject();
    QJsonObject object;
    for (qsizetype i = 0; i < node.keys.size(); ++i) {
        const QString &key = node.keys.at(i);
        const YamlNode &child = node.children[std::size_t(i)];
        if (!members.isEmpty() && !members.contains(key))
            return wrongAtLine(
                child.line,
                QCoreApplication::translate("automation", "a rule has no “%1”.").arg(key.left(64)));
        if (child.kind == YamlNode::Kind::Null)
            continue;
        auto value = readNode(child, members.isEmpty() ? any : members.value(key).toObject());
        if (!value)
            return value;
        object.insert(key, *value);
    }
    return QJsonValue(object);
}

core::Result<QJsonValue> readNode(const YamlNode &node, const QJsonObject &schema)
{
    const QString type = schema.value(QLatin1String("type")).toString();
    if (type == QLatin1String("object"))
        return readMap(node, schema);
    if (type != QLatin1String("array"))
        return readScalar(node, type);
    if (node.kind != YamlNode::Kind::List)
        return expectedAt(node, QCoreApplication::translate("automation", "a list"));
    QJsonArray array;
    for (const YamlNode &child : node.children) {
        auto value = readNode(child, schema.value(QLatin1String("items")).toObject());
        if (!value)
            return value;
        array.append(*value);
    }
    return QJsonValue(array);
}

/// The line of what a message such as "rule.flap.multiplier: expected …" is about, or of what is around it.
int lineOf(const YamlNode &rule, const QString &message)
{
    const YamlNode *node = &rule;
    const QStringList path = message.section(u':', 0, 0).split(u'.').mid(1);
    for (const QString &step : path) {
        const YamlNode *next = node->member(step.section(u'[', 0, 0));
        if (next == nullptr)
            break;
        node = next;
    }
    return node->line;
}

core::Result<Rule> readRule(const YamlNode &node, const QJsonObject &schema)
{
    const auto json = readNode(node, schema);
    if (!json)
        return json.error();
    auto rule = core::fromJson<Rule>(*json, core::NameCase::Snake, QStringLiteral("rule"));
    if (!rule)
        return wrongAtLine(lineOf(node, rule.error().message), rule.error().message);
    if (const auto condition = readCondition(rule->condition, rule->kind); !condition) {
        const YamlNode *written = node.member(QStringLiteral("condition"));
        return wrongAtLine((written == nullptr ? node : *written).line, condition.error().message);
    }
    if (const auto compiled = compile(*rule); !compiled)
        return wrongAtLine(node.line, compiled.error().message);
    return rule;
}

/// The list, be it all there is or under its name.
const YamlNode *listIn(const YamlNode &root)
{
    if (root.kind == YamlNode::Kind::List)
        return &root;
    const YamlNode *named = root.keys.size() == 1 ? root.member(QStringLiteral("rules")) : nullptr;
    return named != nullptr && named->kind == YamlNode::Kind::List ? named : nullptr;
}
} // namespace

core::Result<QList<Rule>> rulesFromYaml(const QByteArray &text)
{
    const auto root = readYaml(text);
    if (!root)
        return root.error();
    const YamlNode *list = listIn(*root);
    if (list == nullptr)
        return expectedAt(*root, QCoreApplication::translate("automation", "a list of rules"));
    if (qsizetype(list->children.size()) > mostRules)
        return wrongAtLine(
            list->line,
            QCoreApplication::translate("automation", "at most %1 rules at once.").arg(mostRules));
    const QJsonObject schema = core::schemaOf<Rule>();
    QList<Rule> rules;
    QSet<QString> ids;
    for (const YamlNode &node : list->children) {
        auto rule = readRule(node, schema);
        if (!rule)
            return rule.error();
        if (ids.contains(rule->id))
            return wrongAtLine(
                node.line,
                QCoreApplication::translate("automation", "there are two rules “%1”.").arg(rule->id));
        ids.insert(rule->id);
        rules << *rule;
    }
    return rules;
}

} // namespace automation::rules
