// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/field.h"
#include "core/result.h"

#include <cmath>

// A payload struct says its fields once, in `static constexpr auto fields()`. Encoding, decoding with
// validation and JSON Schema follow from that list.

namespace core {

/// Where in a message a value stands. Written out only when something is wrong there: most messages are
/// right.
class Where
{
public:
    /// The message itself, under this name.
    Where(QString root) : m_key(std::move(root)) {} // implicit: a name will do
    /// A member of what stands at `parent`; it and `name` outlive this.
    Where(const Where &parent, const char *name, NameCase nameCase)
        : m_parent(&parent), m_name(name), m_nameCase(nameCase)
    {
    }
    /// An entry of the map at `parent`.
    Where(const Where &parent, QString key) : m_parent(&parent), m_key(std::move(key)) {}
    /// An item of the list at `parent`.
    Where(const Where &parent, qsizetype index) : m_parent(&parent), m_index(index) {}

    /// "data.options.ports[2]"
    [[nodiscard]] QString text() const;

private:
    const Where *m_parent = nullptr;
    const char *m_name = nullptr;
    NameCase m_nameCase = NameCase::Snake;
    qsizetype m_index = -1;
    QString m_key;
};

/// A failed decoding: where in the message, and what was expected there.
Error expected(const Where &where, const QString &what);
/// False for text with NUL or a lone surrogate, which no peer can be relied on to carry.
bool isCarriable(const QString &text);
QString numberText(double value);

template <class T>
QJsonValue toJson(const T &value, NameCase nameCase = NameCase::Snake);

namespace detail {

/// Calls `use` with the key of a field, which as a rule needs no string of its own.
template <class Use>
auto withKey(const char *name, NameCase nameCase, Use use)
{
    return nameCase == NameCase::Snake ? use(QLatin1String(name)) : use(spelled(name, nameCase));
}

template <class T, class F>
void writeField(QJsonObject &object, const T &value, const F &field, NameCase nameCase)
{
    const auto &member = value.*field.member;
    QJsonValue json(QJsonValue::Null);
    bool isThere = true;
    if constexpr (Optional<std::remove_cvref_t<decltype(member)>>)
        isThere = member.has_value();
    if (isThere)
        json = toJson(member, nameCase);
    else if (!field.isNullable)
        return;
    withKey(field.name, nameCase, [&](const auto &key) { object.insert(key, json); });
}

} // namespace detail

/// A value in its wire form; field names in `nameCase`, map keys as they are.
template <class T>
QJsonValue toJson(const T &value, NameCase nameCase)
{
    if constexpr (Described<T>) {
        QJsonObject object;
        std::apply([&](const auto &...f) { (detail::writeField(object, value, f, nameCase), ...); },
                   T::fields());
        return object;
    } else if constexpr (Worded<T>) {
        return QString::fromLatin1(Words<T>::list[size_t(value)]);
    } else if constexpr (Listed<T>) {
        QJsonArray array;
        for (const auto &item : value)
            array.append(toJson(item, nameCase));
        return array;
    } else if constexpr (Mapped<T>) {
        QJsonObject object;
        for (auto it = value.begin(); it != value.end(); ++it)
            object.insert(it.key(), toJson(it.value(), nameCase));
        return object;
    } else if constexpr (Optional<T>) {
        return value ? toJson(*value, nameCase) : QJsonValue(QJsonValue::Null);
    } else if constexpr (std::same_as<T, QDateTime>) {
        return timeText(value);
    } else if constexpr (std::integral<T> && !std::same_as<T, bool>) {
        return qint64(value);
    } else {
        return QJsonValue(value);
    }
}

template <class T>
Result<T> fromJson(const QJsonValue &json, NameCase nameCase = NameCase::Snake,
                   const Where &path = QStringLiteral("data"));

namespace detail {

template <Number T>
Result<T> readNumber(const QJsonValue &json, const Where &path)
{
    if (!json.isDouble())
        return expected(path, QStringLiteral("a number"));
    if constexpr (std::integral<T>) {
        const double number = json.toDouble();
        if (std::floor(number) != number)
            return expected(path, QStringLiteral("a whole number"));
        if (number < double(std::numeric_limits<T>::lowest()) ||
            number > double(std::numeric_limits<T>::max()))
            return expected(path, QStringLiteral("a smaller number"));
        return T(json.toInteger(qint64(number)));
    } else {
        return T(json.toDouble());
    }
}

/// Checks a decoded member against the limits its field declares.
template <class F, class M>
std::optional<Error> checkLimits(const F &field, const M &value, const Where &path)
{
    if constexpr (Optional<M>) {
        return value ? checkLimits(field, *value, path) : std::nullopt;
    } else if constexpr (Number<M>) {
        if (double(value) < field.least || double(value) > field.most)
            return expected(path, QStringLiteral("a number from %1 to %2")
                                      .arg(numberText(field.least), numberText(field.most)));
    } else if constexpr (std::same_as<M, QString>) {
        if (value.size() > field.longest)
            return expected(path, QStringLiteral("at most %1 characters").arg(field.longest));
    } else if constexpr (Listed<M>) {
        if (value.size() > field.longest)
            return expected(path, QStringLiteral("at most %1 items").arg(field.longest));
    }
    return std::nullopt;
}

template <class T, class F>
std::optional<Error> readField(const QJsonObject &object, T &out, const F &field, NameCase nameCase,
                               const Where &path)
{
    using M = std::remove_cvref_t<decltype(out.*field.member)>;
    const Where where(path, field.name, nameCase);
    const QJsonValue value =
        withKey(field.name, nameCase, [&](const auto &key) { return object.value(key); });
    if (value.isUndefined() || (Optional<M> && value.isNull())) {
        if (Optional<M> || field.hasDefault)
            return std::nullopt;
        return Error{ErrorCode::Invalid, where.text() + QStringLiteral(": missing")};
    }
    Result<M> member = fromJson<M>(value, nameCase, where);
    if (!member)
        return member.error();
    if (auto failed = checkLimits(field, member.value(), where))
        return failed;
    out.*field.member = std::move(member).value();
    return std::nullopt;
}

template <Described T>
Result<T> readObject(const QJsonValue &json, NameCase nameCase, const Where &path)
{
    if (!json.isObject())
        return expected(path, QStringLiteral("an object"));
    const QJsonObject object = json.toObject();
    T out{};
    std::optional<Error> failed;
    std::apply(
        [&](const auto &...f) {
            (void)((failed = readField(object, out, f, nameCase, path), failed.has_value()) || ...);
        },
        T::fields());
    if (failed)
        return *failed;
    return out;
}

template <Listed T>
Result<T> readList(const QJsonValue &json, NameCase nameCase, const Where &path)
{
    if (!json.isArray())
        return expected(path, QStringLiteral("a list"));
    T out;
    const QJsonArray array = json.toArray();
    for (const QJsonValue item : array) {
        auto read = fromJson<typename ListOf<T>::Item>(item, nameCase, Where(path, out.size()));
        if (!read)
            return read.error();
        out.append(std::move(read).value());
    }
    return out;
}

template <Mapped T>
Result<T> readMap(const QJsonValue &json, NameCase nameCase, const Where &path)
{
    if (!json.isObject())
        return expected(path, QStringLiteral("an object"));
    T out;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        auto read = fromJson<typename MapOf<T>::Item>(it.value(), nameCase, Where(path, it.key()));
        if (!read)
            return read.error();
        out.insert(it.key(), std::move(read).value());
    }
    return out;
}

template <Worded T>
Result<T> readWord(const QJsonValue &json, const Where &path)
{
    const QString word = json.toString();
    for (size_t i = 0; i < Words<T>::list.size(); ++i) {
        if (json.isString() && word == QLatin1String(Words<T>::list[i]))
            return T(i);
    }
    QStringList words;
    for (const char *known : Words<T>::list)
        words << QLatin1String(known);
    return expected(path, words.join(QLatin1Char('|')));
}

} // namespace detail

/// Decodes and validates. Unknown members are passed over, so that newer peers are understood.
/// Errors: Invalid, with the path ("data.options.timeout: expected a number").
template <class T>
Result<T> fromJson(const QJsonValue &json, NameCase nameCase, const Where &path)
{
    if constexpr (Described<T>) {
        return detail::readObject<T>(json, nameCase, path);
    } else if constexpr (Worded<T>) {
        return detail::readWord<T>(json, path);
    } else if constexpr (Listed<T>) {
        return detail::readList<T>(json, nameCase, path);
    } else if constexpr (Mapped<T>) {
        return detail::readMap<T>(json, nameCase, path);
    } else if constexpr (Optional<T>) {
        auto read = fromJson<typename OptionalOf<T>::Item>(json, nameCase, path);
        if (!read)
            return read.error();
        return T(std::move(read).value());
    } else if constexpr (std::same_as<T, QString>) {
        if (!json.isString())
            return expected(path, QStringLiteral("a string"));
        if (!isCarriable(json.toString()))
            return expected(path, QStringLiteral("text without NUL or broken surrogates"));
        return json.toString();
    } else if constexpr (std::same_as<T, bool>) {
        if (!json.isBool())
            return expected(path, QStringLiteral("true or false"));
        return json.toBool();
    } else if constexpr (std::same_as<T, QDateTime>) {
        const QDateTime time = timeFromText(json.toString());
        if (!time.isValid())
            return expected(path, QStringLiteral("an ISO 8601 time with its offset"));
        return time;
    } else if constexpr (std::same_as<T, QJsonObject>) {
        if (!json.isObject())
            return expected(path, QStringLiteral("an object"));
        return json.toObject();
    } else if constexpr (std::same_as<T, QJsonValue>) {
        return json;
    } else {
        return detail::readNumber<T>(json, path);
    }
}

} // namespace core
