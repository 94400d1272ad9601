// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/usage/subnet.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>

namespace usage {

namespace {
constexpr int bitsPerByte = 8;
constexpr qsizetype longestText = 64;

/// The prefix length behind the slash; nothing when it is none.
std::optional<int> prefixOf(const QString &text, int longest)
{
    const bool isNumber =
        !text.isEmpty() && text.size() <= 3 &&
        std::all_of(text.begin(), text.end(), [](QChar letter) { return letter >= u'0' && letter <= u'9'; });
    const int prefix = text.toInt();
    return isNumber && prefix <= longest ? std::optional(prefix) : std::nullopt;
}
} // namespace

std::optional<QString> canonicalSubnet(const QString &text)
{
    // What follows a null is not seen by what reads the address.
    if (text.size() > longestText || text.contains(QChar(0)))
        return std::nullopt;
    const qsizetype slash = text.indexOf(u'/');
    const QByteArray address = text.left(slash).toUtf8();
    std::array<uchar, sizeof(in6_addr)> bytes{};
    int family = AF_INET;
    size_t size = sizeof(in_addr);
    if (::inet_pton(AF_INET, address.constData(), bytes.data()) != 1) {
        family = AF_INET6;
        size = sizeof(in6_addr);
        if (::inet_pton(AF_INET6, address.constData(), bytes.data()) != 1)
            return std::nullopt;
    }
    const int longest = int(size) * bitsPerByte;
    const auto prefix = slash < 0 ? std::optional(longest) : prefixOf(text.mid(slash + 1), longest);
    if (!prefix)
        return std::nullopt;
    for (int bit = *prefix; bit < longest; ++bit)
        bytes.at(size_t(bit / bitsPerByte)) &= uchar(~(0x80U >> unsigned(bit % bitsPerByte)));
    std::array<char, INET6_ADDRSTRLEN> out{};
    ::inet_ntop(family, bytes.data(), out.data(), out.size());
    return QStringLiteral("%1/%2").arg(QLatin1String(out.data())).arg(*prefix);
}

} // namespace usage
