// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/error.h"
#include "transport/http.h"

#include <QDateTime>

namespace transport {

/// What the connection adds to a response.
struct HttpManner
{
    bool isHead = false;      ///< the body is not sent
    bool isKeptAlive = true;  ///< else "Connection: close"
    QByteArray allowedOrigin; ///< for CORS; empty: none
    QDateTime date;           ///< for the Date header; null: none
};

/// The bytes of a response, security headers included (no-store unless the response says otherwise).
QByteArray encodeHttp(const HttpResponse &response, const HttpManner &manner);
/// An error as JSON: {"error": {"code": word, "message": sentence}}.
HttpResponse httpError(int status, const core::Error &error);
/// The status alone, in words of the protocol.
HttpResponse httpError(int status);

} // namespace transport
