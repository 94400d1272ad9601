// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace core {

namespace {
constexpr qsizetype numberSize = 32; // "-2.2250738585072014e-308" and more
constexpr char16_t firstPrintable = 0x20;
constexpr char16_t firstBeyondAscii = 0x80;
constexpr char16_t firstOfThreeBytes = 0x800;

bool isPlain(char16_t unit)
{
    return unit >= firstPrintable && unit < firstBeyondAscii && unit != u'"' && unit != u'\\';
}

char continued(char32_t code, int shift) { return char(0x80 | ((code >> shift) & 0x3f)); }

void appendEscape(QByteArray &out, char16_t unit)
{
    constexpr std::array shorts{std::pair{u'"', '"'},  std::pair{u'\\', '\\'}, std::pair{u'\b', 'b'},
                                std::pair{u'\f', 'f'}, std::pair{u'\n', 'n'},  std::pair{u'\r', 'r'},
                                std::pair{u'\t', 't'}};
    const auto *known =
        std::find_if(shorts.begin(), shorts.end(), [&](const auto &each) { return each.first == unit; });
    out.append('\\');
    if (known != shorts.end()) {
        out.append(known->second);
        return;
    }
    constexpr auto digits = "0123456789abcdef";
    out.append('u');
    for (int shift = 12; shift >= 0; shift -= 4)
        out.append(digits[(unit >> shift) & 0xf]);
}

/// A character beyond ASCII, not a lone surrogate, in UTF-8 (RFC 3629 §3).
void appendUtf8(QByteArray &out, char32_t code)
{
    if (code < firstOfThreeBytes) {
        out.append(char(0xc0 | (code >> 6)));
    } else if (code < 0x10000) {
        out.append(char(0xe0 | (code >> 12)));
        out.append(continued(code, 6));
    } else {
        out.append(char(0xf0 | (code >> 18)));
        out.append(continued(code, 12));
        out.append(continued(code, 6));
    }
    out.append(continued(code, 0));
}
} // namespace

char *JsonText::room(qsizetype bytes)
{
    const qsizetype size = m_out.size();
    const char last = size == m_start ? '[' : m_out.at(size - 1);
    const bool isFirst = last == '{' || last == '[' || last == ':';
    m_out.resize(size + bytes + (isFirst ? 0 : 1));
    char *at = m_out.data() + size;
    if (!isFirst)
        *at++ = ',';
    return at;
}

void JsonText::quote(QStringView text)
{
    const char16_t *at = text.utf16();
    const char16_t *const end = at + text.size();
    const char16_t *plainEnd = std::find_if_not(at, end, isPlain);
    char *to = room(plainEnd - at + 1);
    *to++ = '"';
    std::transform(at, plainEnd, to, [](char16_t unit) { return char(unit); });
    at = plainEnd;
    while (at != end) {
        const char16_t unit = *at++;
        if (unit < firstBeyondAscii) {
            appendEscape(m_out, unit);
        } else if (!QChar::isSurrogate(unit)) {
            appendUtf8(m_out, unit);
        } else if (QChar::isHighSurrogate(unit) && at != end && QChar::isLowSurrogate(*at)) {
            appendUtf8(m_out, QChar::surrogateToUcs4(unit, *at++));
        } else {
            appendEscape(m_out, unit);
        }
        plainEnd = std::find_if_not(at, end, isPlain);
        const qsizetype size = m_out.size();
        m_out.resize(size + (plainEnd - at));
        std::transform(at, plainEnd, m_out.data() + size, [](char16_t plain) { return char(plain); });
        at = plainEnd;
    }
    m_out.append('"');
}

void JsonText::begin(char bracket) { *room(1) = bracket; }

void JsonText::end(char bracket) { m_out.append(bracket); }

void JsonText::bare(QByteArrayView json) { std::copy(json.begin(), json.end(), room(json.size())); }

void JsonText::key(QLatin1String name)
{
    char *at = room(name.size() + qsizetype(std::strlen("\"\":")));
    *at++ = '"';
    at = std::copy(name.begin(), name.end(), at);
    *at++ = '"';
    *at = ':';
}

void JsonText::key(QStringView name)
{
    quote(name);
    m_out.append(':');
}

void JsonText::value(qint64 number)
{
    std::array<char, numberSize> digits;
    const auto [end, failure] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    bare(QByteArrayView(digits.data(), end));
}

void JsonText::value(double number)
{
    if (!std::isfinite(number)) {
        null();
        return;
    }
    std::array<char, numberSize> digits;
    const auto [end, failure] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    bare(QByteArrayView(digits.data(), end));
}

void JsonText::value(QStringView text) { quote(text); }

void JsonText::value(QLatin1String plain)
{
    char *at = room(plain.size() + qsizetype(std::strlen("\"\"")));
    *at++ = '"';
    at = std::copy(plain.begin(), plain.end(), at);
    *at = '"';
}

void JsonText::value(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        value(json.toBool());
        break;
    case QJsonValue::Double: {
        // Whole numbers beyond 2^53 are kept as such.
        const double real = json.toDouble();
        const qint64 whole = json.toInteger();
        if (double(whole) == real)
            value(whole);
        else
            value(real);
        break;
    }
    case QJsonValue::String:
        value(json.toString());
        break;
    case QJsonValue::Array:
        value(json.toArray());
        break;
    case QJsonValue::Object:
        value(json.toObject());
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        null();
        break;
    }
}

void JsonText::value(const QJsonObject &json)
{
    begin('{');
    members(json);
    end('}');
}

void JsonText::members(const QJsonObject &json)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        key(it.key());
        value(QJsonValue(it.value()));
    }
}

void JsonText::value(const QJsonArray &json)
{
    begin('[');
    for (const QJsonValue item : json)
        value(item);
    end(']');
}

QByteArray jsonText(const QJsonObject &json)
{
    QByteArray text;
    JsonText(text).value(json);
    return text;
}

} // namespace core
