// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string_view>
#include <sys/types.h>

struct ssl_st;

namespace bench {

/// TLS of one client on its socket. It trusts whoever answers, and keeps no buffers while idle.
class TlsClient
{
public:
    enum class Progress { UnderWay, Done, Failed };

    /// `descriptor` is connected, does not block, and stays its owner's.
    explicit TlsClient(int descriptor);

    /// Goes on with the handshake; the little a client says in it fits into any socket.
    Progress shakeHands();
    /// As ::recv: negative with EAGAIN when there is nothing now, 0 at the end.
    ssize_t receive(char *data, size_t size);
    /// False when not all of it has left.
    bool send(std::string_view bytes);

private:
    std::unique_ptr<ssl_st, void (*)(ssl_st *)> m_ssl;
};

} // namespace bench
