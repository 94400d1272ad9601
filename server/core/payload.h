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
    /// The value. Errors: Invalid, when it came as JSON that is not a T.
    template <Described T>
    [[nodiscard]] Result<T> as() const
    {
        if (m_kind == &kindOf<T> && m_nameCase == NameCase::Snake)
            return *static_cast<const T *>(m_value.get());
        return fromJson<T>(json());
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
    };
    template <Described T>
    static constexpr Kind kindOf{[](const void *value, NameCase nameCase) {
                                     return core::toJson(*static_cast<const T *>(value), nameCase).toObject();
                                 },
                                 [](JsonText &out, const void *value, NameCase nameCase) {
                                     core::writeMembers(out, *static_cast<const T *>(value), nameCase);
                                 }};

    QJsonObject m_json;
    std::shared_ptr<const void> m_value;
    const Kind *m_kind = nullptr;
    NameCase m_nameCase = NameCase::Snake;
};

} // namespace core
