// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/nestedcodecs.h"
#include "core/plaincodecs.h"
#include "core/result.h"

// A payload struct says its fields once, in `static core::Fields fields()`, next to it or in the source
// beside its header. Encoding, decoding with validation and JSON Schema follow from that list.

namespace core {

template <class T>
const Codec &codecOf();

/// A field of T, for T::fields().
template <class T, class M>
Field field(const char *name, M T::*member, const char *text)
{
    static const T probe{};
    const auto *start = reinterpret_cast<const char *>(&probe);
    const auto *place = reinterpret_cast<const char *>(&(probe.*member));
    return {name, text, &codecOf<M>(), std::size_t(place - start)};
}

/// The codec of a described type. Such a type does not contain itself.
template <Described T>
const RecordCodec &recordOf()
{
    static const RecordCodec codec(T::fields(),
                                   []() -> std::shared_ptr<void> { return std::make_shared<T>(); });
    return codec;
}

/// The codec of any type that may be a member of a described one.
template <class T>
const Codec &codecOf()
{
    if constexpr (Described<T>) {
        return recordOf<T>();
    } else if constexpr (Worded<T>) {
        static const WordsCodec<T> codec;
        return codec;
    } else if constexpr (Listed<T>) {
        static const ListOfCodec<typename ListOf<T>::Item> codec(codecOf<typename ListOf<T>::Item>());
        return codec;
    } else if constexpr (Mapped<T>) {
        static const MapOfCodec<typename MapOf<T>::Item> codec(codecOf<typename MapOf<T>::Item>());
        return codec;
    } else if constexpr (Optional<T>) {
        static const OptionalOfCodec<typename OptionalOf<T>::Item> codec(
            codecOf<typename OptionalOf<T>::Item>());
        return codec;
    } else if constexpr (std::same_as<T, QString>) {
        return textCodec();
    } else if constexpr (std::same_as<T, bool>) {
        return truthCodec();
    } else if constexpr (std::same_as<T, QDateTime>) {
        return timeCodec();
    } else if constexpr (std::same_as<T, QJsonObject>) {
        return objectCodec();
    } else if constexpr (std::same_as<T, QJsonValue>) {
        return anyCodec();
    } else {
        static const NumberCodec<T> codec;
        return codec;
    }
}

/// A value in its wire form; field names in `nameCase`, map keys as they are.
template <class T>
QJsonValue toJson(const T &value, NameCase nameCase = NameCase::Snake)
{
    return codecOf<T>().toJson(&value, nameCase);
}

/// Writes a value in its wire form, as `toJson` has it.
template <class T>
void writeJson(JsonText &out, const T &value, NameCase nameCase = NameCase::Snake)
{
    codecOf<T>().write(out, &value, nameCase);
}

/// Decodes and validates. Unknown members are passed over, so that newer peers are understood.
/// Errors: Invalid, with the path ("data.options.timeout: expected a number").
template <class T>
Result<T> fromJson(const QJsonValue &json, NameCase nameCase = NameCase::Snake,
                   const Where &where = QStringLiteral("data"))
{
    T value{};
    if (auto wrong = codecOf<T>().read(&value, json, nameCase, where))
        return *std::move(wrong);
    return value;
}

/// What `fromJson` would find wrong with a value that never was JSON: limits its fields declare, text that no
/// peer can be relied on to carry. Nothing: it is sound.
template <class T>
std::optional<Error> flawOf(const T &value, const Where &where = QStringLiteral("data"))
{
    return codecOf<T>().flawOf(&value, where);
}

/// JSON Schema (2020-12 vocabulary) of what `fromJson<T>` accepts and `toJson` writes.
template <class T>
QJsonObject schemaOf(NameCase nameCase = NameCase::Snake)
{
    return codecOf<T>().schema(nameCase);
}

} // namespace core
