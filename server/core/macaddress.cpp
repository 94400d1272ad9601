// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/macaddress.h"

namespace core {

namespace {
constexpr int digits = 12;
constexpr unsigned bitsPerDigit = 4;

std::optional<unsigned> digitOf(QChar letter)
{
    if (letter >= u'0' && letter <= u'9')
        return letter.unicode() - u'0';
    if (letter >= u'a' && letter <= u'f')
        return letter.unicode() - u'a' + 10U;
    if (letter >= u'A' && letter <= u'F')
        return letter.unicode() - u'A' + 10U;
    return std::nullopt;
}

/// How many digits stand between two separators; nothing where such a text is not written.
std::optional<int> groupOf(QStringView text)
{
    if (text.size() == digits)
        return digits;
    if (text.size() == digits + 5 && (text.at(2) == u':' || text.at(2) == u'-'))
        return 2;
    if (text.size() == digits + 2 && text.at(4) == u'.')
        return 4;
    return std::nullopt;
}
} // namespace

std::optional<MacAddress> MacAddress::parse(QStringView text)
{
    const auto group = groupOf(text);
    if (!group)
        return std::nullopt;
    quint64 value = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i % (*group + 1) == *group) {
            if (text.at(i) != text.at(*group))
                return std::nullopt;
            continue;
        }
        const auto digit = digitOf(text.at(i));
        if (!digit)
            return std::nullopt;
        value = (value << bitsPerDigit) | *digit;
    }
    return MacAddress(value);
}

QString MacAddress::toString() const
{
    if (isNull())
        return {};
    const QString plain = QStringLiteral("%1").arg(m_value, digits, 16, QLatin1Char('0')).toUpper();
    QString text;
    for (int i = 0; i < digits; i += 2)
        text += (i == 0 ? QString() : QStringLiteral(":")) + plain.mid(i, 2);
    return text;
}

} // namespace core
