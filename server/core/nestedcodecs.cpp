// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nestedcodecs.h"

namespace core {

QJsonValue OptionalCodec::toJson(const void *value, NameCase nameCase) const
{
    const void *item = held(value);
    return item == nullptr ? QJsonValue(QJsonValue::Null) : m_item.toJson(item, nameCase);
}

void OptionalCodec::write(JsonText &out, const void *value, NameCase nameCase) const
{
    if (const void *item = held(value))
        m_item.write(out, item, nameCase);
    else
        out.null();
}

std::optional<Error> OptionalCodec::read(void *value, const QJsonValue &json, NameCase nameCase,
                                         const Where &where) const
{
    return m_item.read(emplace(value), json, nameCase, where);
}

std::optional<Error> OptionalCodec::flawOf(const void *value, const Where &where) const
{
    const void *item = held(value);
    return item == nullptr ? std::nullopt : m_item.flawOf(item, where);
}

std::optional<Error> OptionalCodec::excessOf(const void *value, const Limits &limits,
                                             const Where &where) const
{
    const void *item = held(value);
    return item == nullptr ? std::nullopt : m_item.excessOf(item, limits, where);
}

QJsonValue ListCodec::toJson(const void *value, NameCase nameCase) const
{
    QJsonArray array;
    for (qsizetype i = 0; i < size(value); ++i)
        array.append(m_item.toJson(at(value, i), nameCase));
    return array;
}

void ListCodec::write(JsonText &out, const void *value, NameCase nameCase) const
{
    out.begin('[');
    for (qsizetype i = 0; i < size(value); ++i)
        m_item.write(out, at(value, i), nameCase);
    out.end(']');
}

std::optional<Error> ListCodec::read(void *value, const QJsonValue &json, NameCase nameCase,
                                     const Where &where) const
{
    if (!json.isArray())
        return expected(where, QStringLiteral("a list"));
    clear(value);
    const QJsonArray array = json.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (auto wrong = m_item.read(append(value), array.at(i), nameCase, Where(where, i)))
            return wrong;
    }
    return std::nullopt;
}

std::optional<Error> ListCodec::flawOf(const void *value, const Where &where) const
{
    for (qsizetype i = 0; i < size(value); ++i) {
        if (auto flaw = m_item.flawOf(at(value, i), Where(where, i)))
            return flaw;
    }
    return std::nullopt;
}

std::optional<Error> ListCodec::excessOf(const void *value, const Limits &limits, const Where &where) const
{
    if (size(value) <= limits.longest)
        return std::nullopt;
    return expected(where, QStringLiteral("at most %1 items").arg(limits.longest));
}

QJsonObject ListCodec::schema(NameCase nameCase) const
{
    return {{QStringLiteral("type"), QStringLiteral("array")},
            {QStringLiteral("items"), m_item.schema(nameCase)}};
}

QJsonValue MapCodec::toJson(const void *value, NameCase nameCase) const
{
    QJsonObject object;
    for (const auto &[key, item] : entries(value))
        object.insert(key, m_item.toJson(item, nameCase));
    return object;
}

void MapCodec::write(JsonText &out, const void *value, NameCase nameCase) const
{
    out.begin('{');
    for (const auto &[key, item] : entries(value)) {
        out.key(key);
        m_item.write(out, item, nameCase);
    }
    out.end('}');
}

std::optional<Error> MapCodec::read(void *value, const QJsonValue &json, NameCase nameCase,
                                    const Where &where) const
{
    if (!json.isObject())
        return expected(where, QStringLiteral("an object"));
    clear(value);
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (auto wrong = m_item.read(insert(value, it.key()), it.value(), nameCase, Where(where, it.key())))
            return wrong;
    }
    return std::nullopt;
}

std::optional<Error> MapCodec::flawOf(const void *value, const Where &where) const
{
    for (const auto &[key, item] : entries(value)) {
        if (auto flaw = m_item.flawOf(item, Where(where, key)))
            return flaw;
    }
    return std::nullopt;
}

QJsonObject MapCodec::schema(NameCase nameCase) const
{
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("additionalProperties"), m_item.schema(nameCase)}};
}

} // namespace core
