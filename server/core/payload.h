// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
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
        : m_value(std::make_shared<const T>(std::move(value))), m_codec(&recordOf<T>()), m_nameCase(nameCase)
    {
    }
    /// A value of the type that has this codec.
    Payload(std::shared_ptr<const void> value, const RecordCodec &codec)
        : m_value(std::move(value)), m_codec(&codec)
    {
    }

    [[nodiscard]] QJsonObject json() const
    {
        return m_codec == nullptr ? m_json : m_codec->object(m_value.get(), m_nameCase);
    }
    /// Its address where it travels as a value of the type that has this codec; else null.
    [[nodiscard]] const void *get(const RecordCodec &codec) const
    {
        return m_codec == &codec && m_nameCase == NameCase::Snake ? m_value.get() : nullptr;
    }
    /// The value where it travels as a T; null where it came as JSON.
    template <Described T>
    [[nodiscard]] const T *get() const
    {
        return static_cast<const T *>(get(recordOf<T>()));
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
        return m_codec == nullptr ? m_json.value(name) : m_codec->member(m_value.get(), name, m_nameCase);
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
        if (m_codec == nullptr)
            out.members(m_json);
        else
            m_codec->writeMembers(out, m_value.get(), m_nameCase);
    }

private:
    QJsonObject m_json;
    std::shared_ptr<const void> m_value;
    const RecordCodec *m_codec = nullptr;
    NameCase m_nameCase = NameCase::Snake;
};

} // namespace core
