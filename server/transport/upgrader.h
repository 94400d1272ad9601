// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWebSocketServer>

namespace transport {

/// Lets QWebSocketServer answer the WebSocket handshake (RFC 6455 §4.2). The connection itself stays with its
/// owner: the server sees only a stand-in that holds the request's head.
class Upgrader final
{
public:
    Upgrader();

    /// The answer to `head`, up to its empty line; empty when the request is no good.
    QByteArray answer(const QByteArray &head);

private:
    QWebSocketServer m_server;
};

} // namespace transport
