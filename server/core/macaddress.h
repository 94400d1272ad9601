// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace core {

/// An EUI-48 hardware address.
class MacAddress
{
public:
    /// No address at all; the address of zeros is none either.
    MacAddress() = default;
    /// The lowest 48 bits.
    explicit MacAddress(quint64 value) : m_value(value & 0xffff'ffff'ffffULL) {}
    /// Six pairs of hexadecimal digits joined by ':' or '-', three groups of four joined by '.', or twelve
    /// digits; nothing where it is none of these.
    static std::optional<MacAddress> parse(QStringView text);

    [[nodiscard]] bool isNull() const { return m_value == 0; }
    [[nodiscard]] quint64 value() const { return m_value; }
    /// IEEE 802: the second-lowest bit of the first octet. Phones and laptops make such addresses up for each
    /// network they join.
    [[nodiscard]] bool isLocallyAdministered() const { return ((m_value >> 41U) & 1U) != 0; }
    [[nodiscard]] bool isMulticast() const { return ((m_value >> 40U) & 1U) != 0; }
    /// Upper case with colons, 48:8F:5A:10:22:9C; empty for none.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const MacAddress &, const MacAddress &) = default;
    friend std::strong_ordering operator<=>(const MacAddress &, const MacAddress &) = default;
    friend size_t qHash(const MacAddress &mac, size_t seed = 0) noexcept
    {
        return ::qHash(mac.m_value, seed);
    }

private:
    quint64 m_value = 0;
};

} // namespace core

Q_DECLARE_TYPEINFO(core::MacAddress, Q_RELOCATABLE_TYPE);
