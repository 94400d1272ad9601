// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/router.h"

namespace engine {

/// Serves the client of Socket.IO, as its authors built it, where pages load it from:
/// `<script src="/socket.io/socket.io.js">`.
void serveSocketIoClient(transport::Router &router);

} // namespace engine
