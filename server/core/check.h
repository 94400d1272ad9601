// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/schema.h"

namespace core {

/// What `fromJson` would find wrong with a value that never was JSON: limits its fields declare, text that no
/// peer can be relied on to carry. Nothing: it is sound.
template <class T>
std::optional<Error> flawOf(const T &value, const Where &path = QStringLiteral("data"))
{
    std::optional<Error> flaw;
    if constexpr (Described<T>) {
        const auto check = [&](const auto &field) {
            const auto &member = value.*field.member;
            const Where where(path, field.name, NameCase::Snake);
            flaw = flawOf(member, where);
            if (!flaw)
                flaw = detail::checkLimits(field, member, where);
            return flaw.has_value();
        };
        std::apply([&](const auto &...field) { (void)(check(field) || ...); }, T::fields());
    } else if constexpr (Listed<T>) {
        for (qsizetype i = 0; i < value.size() && !flaw; ++i)
            flaw = flawOf(value[i], Where(path, i));
    } else if constexpr (Mapped<T>) {
        for (auto it = value.begin(); it != value.end() && !flaw; ++it)
            flaw = flawOf(it.value(), Where(path, it.key()));
    } else if constexpr (Optional<T>) {
        if (value)
            flaw = flawOf(*value, path);
    } else if constexpr (std::same_as<T, QString>) {
        if (!isCarriable(value))
            flaw = expected(path, QStringLiteral("text without NUL or broken surrogates"));
    } else if constexpr (std::same_as<T, QDateTime>) {
        if (!value.isValid())
            flaw = expected(path, QStringLiteral("an ISO 8601 time with its offset"));
    }
    return flaw;
}

} // namespace core
