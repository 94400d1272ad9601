// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace core {

/// An IPv4 or IPv6 address, without a zone.
class Address
{
public:
    enum class Family : quint8 { None, V4, V6 };

    /// No address at all.
    Address() = default;
    /// Host byte order.
    explicit Address(quint32 v4);
    explicit Address(const std::array<quint8, 16> &v6);
    /// Dotted decimal (four numbers, nothing shortened) or RFC 4291 §2.2; nothing where it is neither. An
    /// IPv4-mapped IPv6 address is the IPv4 address.
    static std::optional<Address> parse(QStringView text);

    [[nodiscard]] Family family() const { return m_family; }
    [[nodiscard]] bool isNull() const { return m_family == Family::None; }
    /// 32, 128; 0 for none.
    [[nodiscard]] int bits() const;
    [[nodiscard]] quint32 v4() const;
    /// Network byte order; the first four count for IPv4.
    [[nodiscard]] const std::array<quint8, 16> &bytes() const { return m_bytes; }
    /// The address `steps` further on, within its family; nothing behind the last.
    [[nodiscard]] std::optional<Address> next(quint32 steps = 1) const;
    /// IPv6 as RFC 5952 has it; empty for none.
    [[nodiscard]] QString toString() const;

    [[nodiscard]] bool isLoopback() const;
    [[nodiscard]] bool isLinkLocal() const;
    [[nodiscard]] bool isMulticast() const;
    /// RFC 1918, RFC 4193.
    [[nodiscard]] bool isPrivate() const;

    friend bool operator==(const Address &, const Address &) = default;
    friend std::strong_ordering operator<=>(const Address &, const Address &) = default;
    friend size_t qHash(const Address &address, size_t seed = 0) noexcept
    {
        return qHashBits(address.m_bytes.data(), address.m_bytes.size(), seed + size_t(address.m_family));
    }

private:
    Family m_family = Family::None;
    std::array<quint8, 16> m_bytes{};
};

} // namespace core

Q_DECLARE_TYPEINFO(core::Address, Q_RELOCATABLE_TYPE);
