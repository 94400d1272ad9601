// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "core/macaddress.h"

#include <optional>

struct nlmsghdr;
struct nlattr;

namespace network::sources {

/// The attributes behind the fixed head of a message of the kernel; what is too short for what is asked is
/// not there.
class Attributes
{
public:
    Attributes(const nlmsghdr &message, size_t headSize);
    /// Those within an attribute, from `skip` bytes on.
    Attributes(const void *bytes, size_t size) : m_bytes(static_cast<const char *>(bytes)), m_size(size) {}

    [[nodiscard]] std::optional<core::Address> address(int type) const;
    [[nodiscard]] std::optional<core::MacAddress> mac(int type) const;
    [[nodiscard]] std::optional<quint32> number(int type) const;
    [[nodiscard]] QString text(int type) const;
    [[nodiscard]] QByteArrayView bytes(int type) const;

private:
    const char *m_bytes;
    size_t m_size;
};

} // namespace network::sources
