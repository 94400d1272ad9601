// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/jsontext.h"
#include "core/schema.h"

#include <memory>

namespace core {

/// A JSON object that travels through the house as the described value it was made of, and becomes JSON only
/// where somebody wants JSON. It does not change; threads may share it.
class Payload
{
public:
    Payload() = default;                                   ///< {}
    Payload(QJsonObject json) : m_json(std::move(json)) {} // implicit: as good as the value
    template <Described T>
    Payload(T value, NameCase nameCase = NameCase::Snake) // implicit: a value is its own payload
        : m_value(std::make_shared<const T>(std::move(value))), m_kind(&kindOf<T>), m_nameCase(nameCase)
    {
    }

    [[nodiscard]] QJsonObject json() const
    {
        return m_kind == nullptr ? m_json : m_kind->toJson(m_value.get(), m_nameCase);
    }
    /// The value where it travels as a T; null where it came as JSON.
    template <Described T>
    [[nodiscard]] const T *get() const
    {
        return m_kind == &kindOf<T> && m_nameCase == NameCase::Snake ? static_cast<const T *>(m_value.get())
                                                                     : nullptr;
    }
    /// The value. Errors: Invalid, when it came as JSON that is not a T.
    template <Described T>
    [[nodiscard]] Result<T> as() const
    {
        const T *value = get<T>();
        return value == nullptr ? fromJson<T>(json()) : *value;
    }
    /// One member, by its canonical name; undefined when there is none of this name.
    [[nodiscard]] QJsonValue member(QLatin1String name) const
    {
        return m_kind == nullptr ? m_json.value(name) : m_kind->member(m_value.get(), name, m_nameCase);
    }
    /// It as an object, compact.
    [[nodiscard]] QByteArray text() const
    {
        QByteArray text;
        JsonText out(text);
        out.begin('{');
        writeMembers(out);
        out.end('}');
        return text;
    }
    /// Its members, into an object that has been begun.
    void writeMembers(JsonText &out) const
    {
        if (m_kind == nullptr)
            out.members(m_json);
        else
            m_kind->writeMembers(out, m_value.get(), m_nameCase);
    }

private:
    struct Kind
    {
        QJsonObject (*toJson)(const void *, NameCase);
        void (*writeMembers)(JsonText &, const void *, NameCase);
        QJsonValue (*member)(const void *, QLatin1String, NameCase);
    };
    template <Described T>
    static QJsonValue memberOf(const T &value, QLatin1String name, NameCase nameCase)
    {
        QJsonObject one;
        const auto take = [&](const auto &field) {
            if (name == QLatin1String(field.name))
                detail::writeField(one, value, field, nameCase);
        };
        std::apply([&](const auto &...field) { (take(field), ...); }, T::fields());
        return one.isEmpty() ? QJsonValue(QJsonValue::Undefined) : one.begin().value();
    }
    template <Described T>
    static constexpr Kind kindOf{[](const void *value, NameCase nameCase) {
                                     return core::toJson(*static_cast<const T *>(value), nameCase).toObject();
                                 },
                                 [](JsonText &out, const void *value, NameCase nameCase) {
                                     core::writeMembers(out, *static_cast<const T *>(value), nameCase);
                                 },
                                 [](const void *value, QLatin1String name, NameCase nameCase) {
                                     return memberOf(*static_cast<const T *>(value), name, nameCase);
                                 }};

    QJsonObject m_json;
    std::shared_ptr<const void> m_value;
    const Kind *m_kind = nullptr;
    NameCase m_nameCase = NameCase::Snake;
};

} // namespace core
