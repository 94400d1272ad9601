// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/field.h"

#include <QByteArray>

namespace core {

/// JSON as it is written out, compact. For what is said often: no tree is built first.
class JsonText
{
public:
    /// Appends to `out`, which outlives it.
    explicit JsonText(QByteArray &out) : m_out(out), m_start(out.size()) {}

    void begin(char bracket);
    void end(char bracket);
    /// A member's name; its value follows. `name` needs no escapes.
    void key(QLatin1String name);
    void key(QStringView name);
    void null() { bare("null"); }
    void value(bool truth) { bare(truth ? QByteArrayView("true") : QByteArrayView("false")); }
    void value(qint64 number);
    /// The shortest text that reads back to the same number; null when it is not finite (RFC 8259 §6).
    void value(double number);
    /// A lone surrogate is escaped, so that what comes out is always UTF-8 (RFC 8259 §8.1).
    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    void value(QLatin1String plain); ///< needs no escapes
    void value(const char *) = delete;
    void value(const QJsonValue &json);
    void value(const QJsonObject &json);
    void value(const QJsonArray &json);
    /// The members of an object that has been begun.
    void members(const QJsonObject &json);
    /// JSON that has been written elsewhere.
    void bare(QByteArrayView json);

private:
    /// So many bytes at the end, behind a comma where one is due.
    char *room(qsizetype bytes);
    void quote(QStringView text);

    QByteArray &m_out;
    const qsizetype m_start;
};

/// An object as JSON, compact.
QByteArray jsonText(const QJsonObject &json);

/// Writes a value in its wire form, as `toJson` has it; field names in `nameCase`, map keys as they are.
template <class T>
void writeJson(JsonText &out, const T &value, NameCase nameCase = NameCase::Snake);

/// The members of a described value, into an object that has been begun.
template <Described T>
void writeMembers(JsonText &out, const T &value, NameCase nameCase = NameCase::Snake)
{
    const auto write = [&](const auto &field) {
        const auto &member = value.*field.member;
        if constexpr (Optional<std::remove_cvref_t<decltype(member)>>) {
            if (!member.has_value() && !field.isNullable)
                return;
        }
        if (nameCase == NameCase::Snake)
            out.key(QLatin1String(field.name));
        else
            out.key(spelled(field.name, nameCase));
        writeJson(out, member, nameCase);
    };
    std::apply([&](const auto &...field) { (write(field), ...); }, T::fields());
}

template <class T>
void writeJson(JsonText &out, const T &value, NameCase nameCase)
{
    if constexpr (Described<T>) {
        out.begin('{');
        writeMembers(out, value, nameCase);
        out.end('}');
    } else if constexpr (Worded<T>) {
        out.value(QLatin1String(Words<T>::list[size_t(value)]));
    } else if constexpr (Listed<T>) {
        out.begin('[');
        for (const auto &item : value)
            writeJson(out, item, nameCase);
        out.end(']');
    } else if constexpr (Mapped<T>) {
        out.begin('{');
        for (auto it = value.begin(); it != value.end(); ++it) {
            out.key(it.key());
            writeJson(out, it.value(), nameCase);
        }
        out.end('}');
    } else if constexpr (Optional<T>) {
        if (value)
            writeJson(out, *value, nameCase);
        else
            out.null();
    } else if constexpr (std::same_as<T, QDateTime>) {
        out.value(timeText(value));
    } else if constexpr (std::integral<T> && !std::same_as<T, bool>) {
        out.value(qint64(value));
    } else {
        out.value(value);
    }
}

} // namespace core
