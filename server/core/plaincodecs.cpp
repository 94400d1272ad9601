// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plaincodecs.h"

namespace core {

namespace {

/// False for text with NUL or a lone surrogate, which no peer can be relied on to carry.
bool isCarriable(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isNull() || c.isLowSurrogate())
            return false;
        if (c.isHighSurrogate()) {
            if (i + 1 >= text.size() || !text.at(i + 1).isLowSurrogate())
                return false;
            ++i;
        }
    }
    return true;
}

class TextCodec final : public Codec
{
public:
    [[nodiscard]] QJsonValue toJson(const void *value, NameCase) const override { return of(value); }
    void write(JsonText &out, const void *value, NameCase) const override { out.value(of(value)); }
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase,
                              const Where &where) const override
    {
        if (!json.isString())
            return expected(where, QStringLiteral("a string"));
        *static_cast<QString *>(value) = json.toString();
        return flawOf(value, where);
    }
    [[nodiscard]] std::optional<Error> flawOf(const void *value, const Where &where) const override
    {
        if (isCarriable(of(value)))
            return std::nullopt;
        return expected(where, QStringLiteral("text without NUL or broken surrogates"));
    }
    [[nodiscard]] std::optional<Error> excessOf(const void *value, const Limits &limits,
                                                const Where &where) const override
    {
        if (of(value).size() <= limits.longest)
            return std::nullopt;
        return expected(where, QStringLiteral("at most %1 characters").arg(limits.longest));
    }
    [[nodiscard]] QJsonObject schema(NameCase) const override { return schemaOfType("string"); }

private:
    static const QString &of(const void *value) { return *static_cast<const QString *>(value); }
};

class TruthCodec final : public Codec
{
public:
    [[nodiscard]] QJsonValue toJson(const void *value, NameCase) const override { return of(value); }
    void write(JsonText &out, const void *value, NameCase) const override { out.value(of(value)); }
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase,
                              const Where &where) const override
    {
        if (!json.isBool())
            return expected(where, QStringLiteral("true or false"));
        *static_cast<bool *>(value) = json.toBool();
        return std::nullopt;
    }
    [[nodiscard]] QJsonObject schema(NameCase) const override { return schemaOfType("boolean"); }

private:
    static bool of(const void *value) { return *static_cast<const bool *>(value); }
};

class TimeCodec final : public Codec
{
public:
    [[nodiscard]] QJsonValue toJson(const void *value, NameCase) const override
    {
        return timeText(of(value));
    }
    void write(JsonText &out, const void *value, NameCase) const override { out.value(timeText(of(value))); }
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase,
                              const Where &where) const override
    {
        *static_cast<QDateTime *>(value) = timeFromText(json.toString());
        return flawOf(value, where);
    }
    [[nodiscard]] std::optional<Error> flawOf(const void *value, const Where &where) const override
    {
        if (of(value).isValid())
            return std::nullopt;
        return expected(where, QStringLiteral("an ISO 8601 time with its offset"));
    }
    [[nodiscard]] QJsonObject schema(NameCase) const override
    {
        QJsonObject schema = schemaOfType("string");
        schema.insert(QStringLiteral("format"), QStringLiteral("date-time"));
        return schema;
    }

private:
    static const QDateTime &of(const void *value) { return *static_cast<const QDateTime *>(value); }
};

class ObjectCodec final : public Codec
{
public:
    [[nodiscard]] QJsonValue toJson(const void *value, NameCase) const override { return of(value); }
    void write(JsonText &out, const void *value, NameCase) const override { out.value(of(value)); }
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase,
                              const Where &where) const override
    {
        if (!json.isObject())
            return expected(where, QStringLiteral("an object"));
        *static_cast<QJsonObject *>(value) = json.toObject();
        return std::nullopt;
    }
    [[nodiscard]] QJsonObject schema(NameCase) const override { return schemaOfType("object"); }

private:
    static const QJsonObject &of(const void *value) { return *static_cast<const QJsonObject *>(value); }
};

class AnyCodec final : public Codec
{
public:
    [[nodiscard]] QJsonValue toJson(const void *value, NameCase) const override { return of(value); }
    void write(JsonText &out, const void *value, NameCase) const override { out.value(of(value)); }
    std::optional<Error> read(void *value, const QJsonValue &json, NameCase, const Where &) const override
    {
        *static_cast<QJsonValue *>(value) = json;
        return std::nullopt;
    }
    [[nodiscard]] QJsonObject schema(NameCase) const override { return {}; }

private:
    static const QJsonValue &of(const void *value) { return *static_cast<const QJsonValue *>(value); }
};

} // namespace

const Codec &textCodec()
{
    static const TextCodec codec;
    return codec;
}

const Codec &truthCodec()
{
    static const TruthCodec codec;
    return codec;
}

const Codec &timeCodec()
{
    static const TimeCodec codec;
    return codec;
}

const Codec &objectCodec()
{
    static const ObjectCodec codec;
    return codec;
}

const Codec &anyCodec()
{
    static const AnyCodec codec;
    return codec;
}

QString numberText(double value) { return QString::number(value, 'g', 12); }

QJsonObject schemaOfType(const char *type) { return {{QStringLiteral("type"), QString::fromLatin1(type)}}; }

QJsonValue WordCodec::toJson(const void *value, NameCase) const
{
    return QString::fromLatin1(m_words[index(value)]);
}

void WordCodec::write(JsonText &out, const void *value, NameCase) const
{
    out.value(QLatin1String(m_words[index(value)]));
}

std::optional<Error> WordCodec::read(void *value, const QJsonValue &json, NameCase, const Where &where) const
{
    const QString word = json.toString();
    QStringList words;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        if (json.isString() && word == QLatin1String(m_words[i])) {
            set(value, i);
            return std::nullopt;
        }
        words << QLatin1String(m_words[i]);
    }
    return expected(where, words.join(QLatin1Char('|')));
}

QJsonObject WordCodec::schema(NameCase) const
{
    QJsonArray words;
    for (const char *word : m_words)
        words.append(QLatin1String(word));
    QJsonObject schema = schemaOfType("string");
    schema.insert(QStringLiteral("enum"), words);
    return schema;
}

} // namespace core
