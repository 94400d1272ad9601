// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/opening.h"

#include "transport/httpparser.h"

namespace transport {

Opening Opening::of(QByteArray front)
{
    if (front.isEmpty())
        return {};
    const qsizetype end = front.indexOf("\r\n\r\n");
    const qsizetype lineFeed = front.indexOf('\n');
    const bool isStrange =
        front.front() != 'G' || lineFeed == 0 || (lineFeed > 0 && front.at(lineFeed - 1) != '\r');
    if (end < 0 && front.size() <= HttpParser::maxHead && !isStrange)
        return {};
    Opening opening;
    opening.kind = Kind::Http;
    opening.hasMore = front.size() > end + 4;
    HttpParser parser;
    if (end < 0 || isStrange || parser.parse(front) != HttpParser::Outcome::Request)
        return opening;
    opening.request = parser.take();
    if (opening.request.method == "GET" &&
        opening.request.header(QByteArrayLiteral("upgrade")).toLower() == "websocket")
        opening.kind = Kind::WebSocket;
    return opening;
}

} // namespace transport
