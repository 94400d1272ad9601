// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/http.h"

namespace transport {

/// What the bytes at the front of a connection begin: a request of HTTP, or one to become a WebSocket.
struct Opening
{
    enum class Kind { Incomplete, Http, WebSocket };

    Kind kind = Kind::Incomplete;
    HttpRequest request;  ///< of a WebSocket: its head
    bool hasMore = false; ///< bytes follow the head

    /// `front`: all there is, or at least one byte more than a head may have.
    static Opening of(QByteArray front);
};

} // namespace transport
