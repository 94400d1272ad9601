// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/handshake.h"

#include <QFuture>
#include <QList>
#include <QPair>

#include <functional>

namespace transport {

/// A complete HTTP/1.1 request.
struct HttpRequest : Handshake
{
    QByteArray method; ///< upper case
    QByteArray body;   ///< at most 1 MiB
};

/// What is answered. Content-Length, Date, security headers and CORS are the connection's to add.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    bool mayCompress = false; ///< the connection may send the body in gzip where that gains
};

/// Answers a request; the future is finished on the engine thread. May be called with requests pipelined.
using HttpHandler = std::function<QFuture<HttpResponse>(const HttpRequest &)>;

/// A future that already holds its response.
QFuture<HttpResponse> respond(HttpResponse response);

} // namespace transport
