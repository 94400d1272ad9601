// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>

namespace core {

namespace {
constexpr int bitsPerByte = 8;
constexpr qsizetype longestText = INET6_ADDRSTRLEN;
constexpr std::array<quint8, 12> mappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
} // namespace

Address::Address(quint32 v4) : m_family(Family::V4)
{
    for (int i = 0; i < 4; ++i)
        m_bytes.at(size_t(i)) = quint8(v4 >> unsigned((3 - i) * bitsPerByte));
}

Address::Address(const std::array<quint8, 16> &v6) : m_family(Family::V6), m_bytes(v6)
{
    if (!std::equal(mappedPrefix.begin(), mappedPrefix.end(), m_bytes.begin()))
        return;
    m_family = Family::V4;
    std::copy(v6.begin() + mappedPrefix.size(), v6.end(), m_bytes.begin());
    std::fill(m_bytes.begin() + 4, m_bytes.end(), quint8(0));
}

std::optional<Address> Address::parse(QStringView text)
{
    // What follows a null is not seen by what reads the address.
    if (text.size() > longestText || text.contains(QChar(0)))
        return std::nullopt;
    const QByteArray plain = text.toUtf8();
    std::array<quint8, sizeof(in6_addr)> bytes{};
    if (::inet_pton(AF_INET, plain.constData(), bytes.data()) == 1) {
        Address address;
        address.m_family = Family::V4;
        std::copy(bytes.begin(), bytes.begin() + 4, address.m_bytes.begin());
        return address;
    }
    if (::inet_pton(AF_INET6, plain.constData(), bytes.data()) == 1)
        return Address(bytes);
    return std::nullopt;
}

int Address::bits() const
{
    switch (m_family) {
    case Family::None:
        return 0;
    case Family::V4:
        return 4 * bitsPerByte;
    case Family::V6:
        return int(m_bytes.size()) * bitsPerByte;
    }
    return 0;
}

quint32 Address::v4() const
{
    quint32 value = 0;
    for (size_t i = 0; i < 4; ++i)
        value = (value << unsigned(bitsPerByte)) | m_bytes.at(i);
    return value;
}

std::optional<Address> Address::next(quint32 steps) const
{
    Address further = *this;
    quint64 carry = steps;
    for (int i = bits() / bitsPerByte - 1; i >= 0 && carry > 0; --i) {
        carry += further.m_bytes.at(size_t(i));
        further.m_bytes.at(size_t(i)) = quint8(carry);
        carry >>= unsigned(bitsPerByte);
    }
    return carry == 0 && !isNull() ? std::optional(further) : std::nullopt;
}

QString Address::toString() const
{
    if (isNull())
        return {};
    std::array<char, INET6_ADDRSTRLEN> out{};
    ::inet_ntop(m_family == Family::V4 ? AF_INET : AF_INET6, m_bytes.data(), out.data(), out.size());
    return QString::fromLatin1(out.data());
}

bool Address::isLoopback() const
{
    if (m_family == Family::V4)
        return m_bytes[0] == 127;
    return m_family == Family::V6 && m_bytes.back() == 1 &&
           std::all_of(m_bytes.begin(), m_bytes.end() - 1, [](quint8 byte) { return byte == 0; });
}

bool Address::isLinkLocal() const
{
    if (m_family == Family::V4)
        return m_bytes[0] == 169 && m_bytes[1] == 254;
    return m_family == Family::V6 && m_bytes[0] == 0xfe && (m_bytes[1] & 0xc0) == 0x80;
}

bool Address::isMulticast() const
{
    if (m_family == Family::V4)
        return m_bytes[0] >= 224 && m_bytes[0] < 240;
    return m_family == Family::V6 && m_bytes[0] == 0xff;
}

bool Address::isPrivate() const
{
    if (m_family == Family::V4) {
        return m_bytes[0] == 10 || (m_bytes[0] == 172 && (m_bytes[1] & 0xf0) == 16) ||
               (m_bytes[0] == 192 && m_bytes[1] == 168);
    }
    return m_family == Family::V6 && (m_bytes[0] & 0xfe) == 0xfc;
}

} // namespace core
