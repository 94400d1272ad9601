// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <concepts>
#include <limits>
#include <optional>
#include <vector>

namespace core {

/// How field names are written on a wire; the canonical spelling is Snake.
enum class NameCase { Snake, Camel };

/// What values a field may have.
struct Limits
{
    double least = std::numeric_limits<double>::lowest();
    double most = std::numeric_limits<double>::max();
    int longest = std::numeric_limits<int>::max(); ///< characters of a string, items of a list
};

class Codec;

/// One field of a described type: its canonical name, what it means, what values it may have.
struct Field
{
    const char *name;
    const char *text;
    const Codec *codec;
    std::size_t offset; ///< from the beginning of the value
    Limits limits{};
    bool isNullable = false; ///< an empty optional is written as null instead of left out
    bool hasDefault = false; ///< may be absent: the struct's own initial value counts

    [[nodiscard]] Field between(double low, double high) const
    {
        Field copy = *this;
        copy.limits.least = low;
        copy.limits.most = high;
        return copy;
    }
    [[nodiscard]] Field atMost(int length) const
    {
        Field copy = *this;
        copy.limits.longest = length;
        return copy;
    }
    [[nodiscard]] Field nullable() const
    {
        Field copy = *this;
        copy.isNullable = true;
        return copy;
    }
    [[nodiscard]] Field defaulted() const
    {
        Field copy = *this;
        copy.hasDefault = true;
        return copy;
    }
};

/// What a described type answers for its `static core::Fields fields()`.
using Fields = std::vector<Field>;

/// Specialise for an enum: `static constexpr std::array list{"word", …}` in declaration order.
template <class E>
struct Words;

template <class T>
concept Described = requires
{
    T::fields();
};
template <class T>
concept Worded = std::is_enum_v<T> && requires
{
    Words<T>::list;
};

template <class T>
struct ListOf : std::false_type
{
};
template <class T>
struct ListOf<QList<T>> : std::true_type
{
    using Item = T;
};
template <class T>
struct MapOf : std::false_type
{
};
template <class T>
struct MapOf<QMap<QString, T>> : std::true_type
{
    using Item = T;
};
template <class T>
struct OptionalOf : std::false_type
{
};
template <class T>
struct OptionalOf<std::optional<T>> : std::true_type
{
    using Item = T;
};
template <class T>
concept Listed = ListOf<T>::value;
template <class T>
concept Mapped = MapOf<T>::value;
template <class T>
concept Optional = OptionalOf<T>::value;
template <class T>
concept Number = (std::integral<T> || std::floating_point<T>)&&!std::same_as<T, bool>;

/// A canonical name in the spelling of a dialect: "usage_percent" → "usagePercent".
QString spelled(const char *name, NameCase nameCase);

/// ISO 8601, UTC, milliseconds, `Z` (decision 10 of the contracts).
QString timeText(const QDateTime &time);
/// Reads any ISO 8601 time with an offset; invalid for anything else.
QDateTime timeFromText(const QString &text);

} // namespace core
