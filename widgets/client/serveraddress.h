// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QUrl>

namespace client {

/// Where a Belfry is, in the forms its doors need.
struct ServerAddress
{
    QUrl http;    ///< root of the HTTP door, ending in "/"
    QUrl console; ///< the WebSocket of the console dialect

    /// As a person would write it: host and port.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isEncrypted() const { return http.scheme() == QLatin1String("https"); }
};

/// Reads what a person gives to --connect: ws, wss, http or https URL, or host:port. Without a scheme this
/// computer is reached in plain text and every other by TLS; without a port, 8000, or 443 behind https and
/// wss. Errors: Invalid, with what is wrong with it.
core::Result<ServerAddress> readServerAddress(const QString &text);

/// True where a host is a loopback address, or "localhost".
bool isThisComputer(const QString &host);

} // namespace client
