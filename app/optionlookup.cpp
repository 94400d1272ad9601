// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/optionlookup.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace app {

namespace {
/// Nothing for a word that is neither.
std::optional<bool> readSwitch(const QString &text)
{
    const QString word = text.toLower();
    if (QStringList{QStringLiteral("1"), QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("on")}
            .contains(word))
        return true;
    if (QStringList{QStringLiteral("0"), QStringLiteral("false"), QStringLiteral("no"), QStringLiteral("off")}
            .contains(word))
        return false;
    return std::nullopt;
}
} // namespace

QString OptionLookup::environmentName(const QString &option)
{
    return QStringLiteral("BELFRY_") + QString(option).toUpper().replace(QLatin1Char('-'), QLatin1Char('_'));
}

QList<ConfigValue> OptionLookup::all(const QString &name) const
{
    const auto withoutLine = [](const QStringList &texts) {
        QList<ConfigValue> values;
        for (const QString &text : texts)
            values << ConfigValue{text, 0};
        return values;
    };
    if (m_parser.isSet(name))
        return withoutLine(m_parser.values(name));
    const QString twin = qEnvironmentVariable(environmentName(name).toLatin1().constData());
    if (twin.isEmpty())
        return m_config.values(name);
    return withoutLine(name == QLatin1String("log-rules") ? QStringList{twin}
                                                          : twin.split(QLatin1Char(','), Qt::SkipEmptyParts));
}

QStringList OptionLookup::texts(const QString &name) const
{
    QStringList texts;
    const QList<ConfigValue> values = all(name);
    for (const ConfigValue &value : values)
        texts << value.text;
    return texts;
}

ConfigValue OptionLookup::one(const QString &name) const
{
    const QList<ConfigValue> values = all(name);
    return values.isEmpty() ? ConfigValue() : values.last();
}

std::optional<OptionError> OptionLookup::flag(const QString &name, bool &out) const
{
    out = m_parser.isSet(name);
    if (out)
        return std::nullopt;
    const ConfigValue value = one(name);
    if (value.text.isEmpty() && value.line == 0)
        return std::nullopt;
    const std::optional<bool> read = readSwitch(value.text);
    if (!read) {
        return bad(
            name, value,
            QCoreApplication::translate("Options", "%1 takes yes or no, not \"%2\".").arg(name, value.text));
    }
    out = *read;
    return std::nullopt;
}

OptionError OptionLookup::bad(const QString &name, const ConfigValue &value, const QString &sentence) const
{
    const auto error = [](const QString &text) { return core::Error{core::ErrorCode::Invalid, text}; };
    if (value.line > 0) {
        return {error(QStringLiteral("%1:%2: %3").arg(m_config.path()).arg(value.line).arg(sentence)), true};
    }
    if (!m_parser.isSet(name) && !qEnvironmentVariableIsEmpty(environmentName(name).toLatin1().constData()))
        return {error(QStringLiteral("%1: %2").arg(environmentName(name), sentence)), false};
    return {error(sentence), false};
}

} // namespace app
