// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QUrlQuery>

namespace transport {

/// What a peer said before its first message.
struct Handshake
{
    QByteArray path; ///< percent-decoded, without the query
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names; repeated ones joined by ", "
    QHostAddress peer;
    quint16 peerPort = 0;
    quint16 localPort = 0;
    bool isSecure = false;      ///< came by TLS
    bool isLocalSocket = false; ///< came by the Unix socket in the data directory, from its owner
    QByteArray tongue;          ///< "websocket", "engine.io" or "local"

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const
    {
        return headers.value(lowerCaseName);
    }
    [[nodiscard]] bool isLoopback() const { return isLocalSocket || peer.isLoopback(); }
    /// "Bearer" token of the Authorization header, else the `token` query item, else empty.
    [[nodiscard]] QString token() const;
};

} // namespace transport
