// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/codec.h"

#include <cmath>
#include <span>

namespace core {

/// Text any peer can carry; excess: characters.
const Codec &textCodec();
const Codec &truthCodec();
/// ISO 8601, UTC, milliseconds.
const Codec &timeCodec();
/// An object of any members.
const Codec &objectCodec();
/// Anything JSON can say.
const Codec &anyCodec();

QString numberText(double value);
QJsonObject schemaOfType(const char *type);

/// Whole numbers, and others; excess: the range.
template <Number T>
class NumberCodec final : public Codec
{
public:
    [[nodiscard]] QJsonValue toJson(const void *value, NameCase) const override { return wide(value); }
    void write(JsonText &out, const void *value, NameCase) const override { out.value(wide(value)); }
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase,
                              const Where &where) const override
    {
        if (!json.isDouble())
            return expected(where, QStringLiteral("a number"));
        const double number = json.toDouble();
        if constexpr (std::integral<T>) {
            if (std::floor(number) != number)
                return expected(where, QStringLiteral("a whole number"));
            if (number < double(std::numeric_limits<T>::lowest()) ||
                number > double(std::numeric_limits<T>::max()))
                return expected(where, QStringLiteral("a smaller number"));
            *static_cast<T *>(value) = T(json.toInteger(qint64(number)));
        } else {
            *static_cast<T *>(value) = T(number);
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Error> excessOf(const void *value, const Limits &limits,
                                                const Where &where) const override
    {
        const double number = double(*static_cast<const T *>(value));
        if (number >= limits.least && number <= limits.most)
            return std::nullopt;
        return expected(
            where,
            QStringLiteral("a number from %1 to %2").arg(numberText(limits.least), numberText(limits.most)));
    }
    [[nodiscard]] QJsonObject schema(NameCase) const override
    {
        return schemaOfType(std::integral<T> ? "integer" : "number");
    }

private:
    static auto wide(const void *value)
    {
        return std::conditional_t<std::integral<T>, qint64, double>(*static_cast<const T *>(value));
    }
};

/// Words of an enumeration.
class WordCodec : public Codec
{
public:
    explicit WordCodec(std::span<const char *const> words) : m_words(words) {}

    [[nodiscard]] QJsonValue toJson(const void *value, NameCase) const override;
    void write(JsonText &out, const void *value, NameCase) const override;
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase,
                              const Where &where) const override;
    [[nodiscard]] QJsonObject schema(NameCase) const override;

protected:
    /// Which word a value is, and back.
    [[nodiscard]] virtual std::size_t index(const void *value) const = 0;
    virtual void set(void *value, std::size_t index) const = 0;

private:
    std::span<const char *const> m_words;
};

template <Worded E>
class WordsCodec final : public WordCodec
{
public:
    WordsCodec() : WordCodec(Words<E>::list) {}

protected:
    [[nodiscard]] std::size_t index(const void *value) const override
    {
        return std::size_t(*static_cast<const E *>(value));
    }
    void set(void *value, std::size_t index) const override { *static_cast<E *>(value) = E(index); }
};

} // namespace core
