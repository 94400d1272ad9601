// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"

namespace core {

/// A network: the addresses that share their first bits (RFC 4632 §3.1, RFC 4291 §2.3).
class Subnet
{
public:
    Subnet() = default;
    /// Bits of `address` behind the prefix are cleared; `prefix` is 0 to the address' bits.
    Subnet(const Address &address, int prefix);
    /// 192.0.2.0/24, 2001:db8::/48; an address alone is a network of itself. Nothing when it is none.
    static std::optional<Subnet> parse(QStringView text);

    [[nodiscard]] bool isNull() const { return m_address.isNull(); }
    /// The first.
    [[nodiscard]] const Address &address() const { return m_address; }
    [[nodiscard]] Address last() const;
    [[nodiscard]] int prefix() const { return m_prefix; }
    /// How many addresses; the largest value where it does not fit.
    [[nodiscard]] quint64 size() const;
    [[nodiscard]] bool contains(const Address &address) const;
    [[nodiscard]] bool contains(const Subnet &other) const;
    /// Its one canonical form, always with a prefix; empty for none.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Subnet &, const Subnet &) = default;
    friend std::strong_ordering operator<=>(const Subnet &, const Subnet &) = default;
    friend size_t qHash(const Subnet &subnet, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, subnet.m_address, subnet.m_prefix);
    }

private:
    Address m_address;
    int m_prefix = 0;
};

} // namespace core
