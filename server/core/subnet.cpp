// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subnet.h"

#include <algorithm>
#include <limits>

namespace core {

namespace {
constexpr int bitsPerByte = 8;

/// The address with every bit behind `prefix` cleared, or set.
Address filled(const Address &address, int prefix, bool isSet)
{
    std::array<quint8, 16> bytes = address.bytes();
    for (int bit = prefix; bit < address.bits(); ++bit) {
        const auto mask = quint8(0x80U >> unsigned(bit % bitsPerByte));
        quint8 &byte = bytes.at(size_t(bit / bitsPerByte));
        byte = isSet ? quint8(byte | mask) : quint8(byte & ~mask);
    }
    if (address.family() == Address::Family::V6)
        return Address(bytes);
    return Address((quint32(bytes[0]) << 24U) | (quint32(bytes[1]) << 16U) | (quint32(bytes[2]) << 8U) |
                   bytes[3]);
}

/// The prefix length behind the slash; nothing when it is none.
std::optional<int> prefixOf(QStringView text, int longest)
{
    const bool isNumber =
        !text.isEmpty() && text.size() <= 3 &&
        std::all_of(text.begin(), text.end(), [](QChar letter) { return letter >= u'0' && letter <= u'9'; });
    const int prefix = text.toInt();
    return isNumber && prefix <= longest ? std::optional(prefix) : std::nullopt;
}
} // namespace

Subnet::Subnet(const Address &address, int prefix)
    : m_address(address.isNull() ? address : filled(address, prefix, false)), m_prefix(prefix)
{
}

std::optional<Subnet> Subnet::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto address = Address::parse(slash < 0 ? text : text.left(slash));
    if (!address)
        return std::nullopt;
    const auto prefix =
        slash < 0 ? std::optional(address->bits()) : prefixOf(text.mid(slash + 1), address->bits());
    return prefix ? std::optional(Subnet(*address, *prefix)) : std::nullopt;
}

Address Subnet::last() const { return isNull() ? Address() : filled(m_address, m_prefix, true); }

quint64 Subnet::size() const
{
    if (isNull())
        return 0;
    const int free = m_address.bits() - m_prefix;
    return free < 64 ? quint64(1) << unsigned(free) : std::numeric_limits<quint64>::max();
}

bool Subnet::contains(const Address &address) const
{
    if (isNull() || address.family() != m_address.family())
        return false;
    const int whole = m_prefix / bitsPerByte;
    if (!std::equal(address.bytes().begin(), address.bytes().begin() + whole, m_address.bytes().begin()))
        return false;
    const int rest = m_prefix % bitsPerByte;
    const auto mask = quint8(0xffU << unsigned(bitsPerByte - rest));
    return rest == 0 ||
           (address.bytes().at(size_t(whole)) & mask) == (m_address.bytes().at(size_t(whole)) & mask);
}

bool Subnet::contains(const Subnet &other) const
{
    return other.m_prefix >= m_prefix && contains(other.m_address);
}

QString Subnet::toString() const
{
    return isNull() ? QString() : QStringLiteral("%1/%2").arg(m_address.toString()).arg(m_prefix);
}

} // namespace core
