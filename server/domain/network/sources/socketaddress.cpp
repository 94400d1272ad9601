// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/socketaddress.h"

#include <QtEndian>

#include <cstring>
#include <netinet/in.h>

namespace network::sources {

SocketAddress::SocketAddress(const core::Address &address, quint16 port)
{
    if (address.family() == core::Address::Family::V4) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = qToBigEndian(port);
        v4.sin_addr.s_addr = qToBigEndian(address.v4());
        std::memcpy(&storage, &v4, sizeof v4);
        size = sizeof v4;
        return;
    }
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = qToBigEndian(port);
    std::memcpy(&v6.sin6_addr, address.bytes().data(), sizeof v6.sin6_addr);
    std::memcpy(&storage, &v6, sizeof v6);
    size = sizeof v6;
}

std::optional<core::Address> addressIn(const sockaddr_storage &storage)
{
    if (storage.ss_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &storage, sizeof v4);
        return core::Address(qFromBigEndian(v4.sin_addr.s_addr));
    }
    if (storage.ss_family != AF_INET6)
        return std::nullopt;
    std::array<quint8, 16> bytes{};
    sockaddr_in6 v6{};
    std::memcpy(&v6, &storage, sizeof v6);
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return core::Address(bytes);
}

} // namespace network::sources
