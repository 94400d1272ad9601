// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/schema.h"

namespace core {

template <class T>
QJsonObject schemaOf(NameCase nameCase = NameCase::Snake);

namespace detail {

template <class F>
void describeLimits(QJsonObject &schema, const F &field)
{
    schema.insert(QStringLiteral("description"), QString::fromUtf8(field.text));
    const QString type = schema.value(QLatin1String("type")).toString();
    if (field.least > std::numeric_limits<double>::lowest())
        schema.insert(QStringLiteral("minimum"), field.least);
    if (field.most < std::numeric_limits<double>::max())
        schema.insert(QStringLiteral("maximum"), field.most);
    if (field.longest < std::numeric_limits<int>::max()) {
        const bool list = type == QLatin1String("array");
        schema.insert(list ? QStringLiteral("maxItems") : QStringLiteral("maxLength"), field.longest);
    }
    if (field.isNullable)
        schema.insert(QStringLiteral("type"), QJsonArray{type, QStringLiteral("null")});
}

template <class T, class F>
void describeField(QJsonObject &properties, QJsonArray &required, const F &field, NameCase nameCase)
{
    using M = std::remove_cvref_t<decltype(std::declval<T>().*field.member)>;
    QJsonObject schema = schemaOf<M>(nameCase);
    describeLimits(schema, field);
    properties.insert(spelled(field.name, nameCase), schema);
    if ((!Optional<M> || field.isNullable) && !field.hasDefault)
        required.append(spelled(field.name, nameCase));
}

} // namespace detail

/// JSON Schema (2020-12 vocabulary) of what `fromJson<T>` accepts and `toJson` writes.
template <class T>
QJsonObject schemaOf(NameCase nameCase)
{
    const auto type = [](const char *name) {
        return QJsonObject{{QStringLiteral("type"), QString::fromLatin1(name)}};
    };
    if constexpr (Described<T>) {
        QJsonObject properties;
        QJsonArray required;
        std::apply(
            [&](const auto &...f) { (detail::describeField<T>(properties, required, f, nameCase), ...); },
            T::fields());
        QJsonObject schema = type("object");
        schema.insert(QStringLiteral("properties"), properties);
        if (!required.isEmpty())
            schema.insert(QStringLiteral("required"), required);
        return schema;
    } else if constexpr (Worded<T>) {
        QJsonArray words;
        for (const char *word : Words<T>::list)
            words.append(QLatin1String(word));
        QJsonObject schema = type("string");
        schema.insert(QStringLiteral("enum"), words);
        return schema;
    } else if constexpr (Listed<T>) {
        QJsonObject schema = type("array");
        schema.insert(QStringLiteral("items"), schemaOf<typename ListOf<T>::Item>(nameCase));
        return schema;
    } else if constexpr (Mapped<T>) {
        QJsonObject schema = type("object");
        schema.insert(QStringLiteral("additionalProperties"), schemaOf<typename MapOf<T>::Item>(nameCase));
        return schema;
    } else if constexpr (Optional<T>) {
        return schemaOf<typename OptionalOf<T>::Item>(nameCase);
    } else if constexpr (std::same_as<T, QDateTime>) {
        QJsonObject schema = type("string");
        schema.insert(QStringLiteral("format"), QStringLiteral("date-time"));
        return schema;
    } else if constexpr (std::same_as<T, QString>) {
        return type("string");
    } else if constexpr (std::same_as<T, bool>) {
        return type("boolean");
    } else if constexpr (std::same_as<T, QJsonValue>) {
        return {};
    } else if constexpr (std::integral<T>) {
        return type("integer");
    } else if constexpr (std::floating_point<T>) {
        return type("number");
    } else {
        return type("object");
    }
}

} // namespace core
