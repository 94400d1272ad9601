// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec.h"

namespace core {

namespace {

const void *at(const void *value, const Field &member)
{
    return static_cast<const char *>(value) + member.offset;
}

/// Calls `use` with the key of a member, which as a rule needs no string of its own.
template <class Use>
auto withKey(const Field &member, NameCase nameCase, Use use)
{
    return nameCase == NameCase::Snake ? use(QLatin1String(member.name))
                                       : use(spelled(member.name, nameCase));
}

/// Whether a member is written at all.
bool isSaid(const Field &member, const void *field)
{
    return member.isNullable || member.codec->isThere(field);
}

std::optional<Error> readMember(const Field &member, void *field, const QJsonObject &object,
                                NameCase nameCase, const Where &parent)
{
    const Where where(parent, member.name, nameCase);
    const QJsonValue json = withKey(member, nameCase, [&](const auto &key) { return object.value(key); });
    const bool isOptional = member.codec->isOptional();
    if (json.isUndefined() || (isOptional && json.isNull())) {
        if (isOptional || member.hasDefault)
            return std::nullopt;
        return Error{ErrorCode::Invalid, where.text() + QStringLiteral(": missing")};
    }
    if (auto wrong = member.codec->read(field, json, nameCase, where))
        return wrong;
    return member.codec->excessOf(field, member.limits, where);
}

QJsonObject schemaOfMember(const Field &member, NameCase nameCase)
{
    QJsonObject schema = member.codec->schema(nameCase);
    schema.insert(QStringLiteral("description"), QString::fromUtf8(member.text));
    const QString type = schema.value(QLatin1String("type")).toString();
    if (member.limits.least > std::numeric_limits<double>::lowest())
        schema.insert(QStringLiteral("minimum"), member.limits.least);
    if (member.limits.most < std::numeric_limits<double>::max())
        schema.insert(QStringLiteral("maximum"), member.limits.most);
    if (member.limits.longest < std::numeric_limits<int>::max()) {
        const bool isList = type == QLatin1String("array");
        schema.insert(isList ? QStringLiteral("maxItems") : QStringLiteral("maxLength"),
                      member.limits.longest);
    }
    if (member.isNullable)
        schema.insert(QStringLiteral("type"), QJsonArray{type, QStringLiteral("null")});
    return schema;
}

} // namespace

QJsonObject RecordCodec::object(const void *value, NameCase nameCase) const
{
    QJsonObject object;
    for (const Field &member : m_fields) {
        const void *field = at(value, member);
        if (isSaid(member, field))
            withKey(member, nameCase,
                    [&](const auto &key) { object.insert(key, member.codec->toJson(field, nameCase)); });
    }
    return object;
}

void RecordCodec::writeMembers(JsonText &out, const void *value, NameCase nameCase) const
{
    for (const Field &member : m_fields) {
        const void *field = at(value, member);
        if (!isSaid(member, field))
            continue;
        withKey(member, nameCase, [&](const auto &key) { out.key(key); });
        member.codec->write(out, field, nameCase);
    }
}

QJsonValue RecordCodec::member(const void *value, QLatin1String name, NameCase nameCase) const
{
    for (const Field &member : m_fields) {
        const void *field = at(value, member);
        if (name == QLatin1String(member.name) && isSaid(member, field))
            return member.codec->toJson(field, nameCase);
    }
    return QJsonValue::Undefined;
}

QJsonValue RecordCodec::toJson(const void *value, NameCase nameCase) const { return object(value, nameCase); }

void RecordCodec::write(JsonText &out, const void *value, NameCase nameCase) const
{
    out.begin('{');
    writeMembers(out, value, nameCase);
    out.end('}');
}

std::optional<Error> RecordCodec::read(void *value, const QJsonValue &json, NameCase nameCase,
                                       const Where &where) const
{
    if (!json.isObject())
        return expected(where, QStringLiteral("an object"));
    const QJsonObject object = json.toObject();
    for (const Field &member : m_fields) {
        void *field = static_cast<char *>(value) + member.offset;
        if (auto wrong = readMember(member, field, object, nameCase, where))
            return wrong;
    }
    return std::nullopt;
}

std::optional<Error> RecordCodec::flawOf(const void *value, const Where &where) const
{
    for (const Field &member : m_fields) {
        const Where inside(where, member.name, NameCase::Snake);
        if (auto flaw = member.codec->flawOf(at(value, member), inside))
            return flaw;
        if (auto excess = member.codec->excessOf(at(value, member), member.limits, inside))
            return excess;
    }
    return std::nullopt;
}

QJsonObject RecordCodec::schema(NameCase nameCase) const
{
    QJsonObject properties;
    QJsonArray required;
    for (const Field &member : m_fields) {
        const QString key = spelled(member.name, nameCase);
        properties.insert(key, schemaOfMember(member, nameCase));
        if ((!member.codec->isOptional() || member.isNullable) && !member.hasDefault)
            required.append(key);
    }
    QJsonObject schema{{QStringLiteral("type"), QStringLiteral("object")},
                       {QStringLiteral("properties"), properties}};
    if (!required.isEmpty())
        schema.insert(QStringLiteral("required"), required);
    return schema;
}

} // namespace core
