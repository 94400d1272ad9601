// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"

#include <optional>
#include <sys/socket.h>

namespace network::sources {

/// An address and a port as the system calls want them.
struct SocketAddress
{
    SocketAddress(const core::Address &address, quint16 port);

    [[nodiscard]] const sockaddr *data() const { return reinterpret_cast<const sockaddr *>(&storage); }
    [[nodiscard]] int family() const { return storage.ss_family; }

    sockaddr_storage storage{};
    socklen_t size = 0;
};

/// The address in what a system call gave; nothing for another family.
std::optional<core::Address> addressIn(const sockaddr_storage &storage);

} // namespace network::sources
