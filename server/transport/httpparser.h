// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/http.h"

#include <memory>

namespace transport {

/// Takes HTTP/1 requests (RFC 9112) out of a byte stream. Strict: no bare line feeds, no folded headers, no
/// Content-Length beside Transfer-Encoding.
class HttpParser
{
public:
    static constexpr qsizetype maxHead = 16LL * 1024;
    static constexpr int maxHeaders = 100;
    static constexpr qsizetype maxBody = 1024LL * 1024;

    enum class Outcome { NeedsMore, Request, Failed };

    HttpParser();
    ~HttpParser();

    /// Reads on and removes what it used from the front of `input`. After Request call `take`; Failed stays,
    /// and only `failureStatus` makes sense.
    Outcome parse(QByteArray &input);
    /// The request just read, or what came of one whose body is due. Peer and ports are the caller's to fill.
    HttpRequest take();
    /// True once a request's head was read and found good, until its body is there too.
    [[nodiscard]] bool isBodyDue() const;
    /// Whether the connection may go on after that request.
    [[nodiscard]] bool isKeptAlive() const;
    /// 400, 413, 415, 417, 431, 501 or 505.
    [[nodiscard]] int failureStatus() const;
    /// True once per request whose client waits for "100 Continue" before it sends the body.
    bool takeExpectation();
    /// True while a request has begun but is not complete.
    [[nodiscard]] bool isInside() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace transport
