// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/rawclient.h"

namespace rawclient {

QList<Response> RawClient::responses(bool headOnly)
{
    QList<Response> found;
    const QByteArray all = received();
    qsizetype at = 0;
    for (;;) {
        const qsizetype end = all.indexOf("\r\n\r\n", at);
        if (end < 0)
            return found;
        const QList<QByteArray> lines = all.mid(at, end - at).split('\n');
        Response response;
        response.status = lines.first().split(' ').value(1).toInt();
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            response.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = headOnly ? 0 : response.headers.value("content-length").toInt();
        if (all.size() < end + 4 + length)
            return found;
        response.body = all.mid(end + 4, length);
        at = end + 4 + length;
        found.append(response);
    }
}

QList<QByteArray> RawClient::frames()
{
    QList<QByteArray> found;
    const QByteArray all = received();
    qsizetype at = all.indexOf("\r\n\r\n") + 4;
    while (at >= 4 && all.size() - at >= 2) {
        const int opcode = all[at] & 0x0F;
        qsizetype length = uchar(all[at + 1]) & 0x7F;
        qsizetype head = 2;
        if (length == 126 && all.size() - at >= 4) {
            length = uchar(all[at + 2]) << 8 | uchar(all[at + 3]);
            head = 4;
        }
        if (all.size() - at < head + length)
            break;
        const QByteArray payload = all.mid(at + head, length);
        if (opcode == 8)
            found.append("close " + QByteArray::number(uchar(payload[0]) << 8 | uchar(payload[1])));
        else if (opcode == 9 || opcode == 10)
            found.append((opcode == 9 ? "ping " : "pong ") + payload);
        else
            found.append(payload);
        at += head + length;
    }
    return found;
}

void RawClient::upgrade(const QByteArray &target, const QByteArray &extraHeaders)
{
    send(get(target, "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                         extraHeaders));
}

QByteArray get(const QByteArray &target, const QByteArray &extraHeaders)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + extraHeaders + "\r\n";
}

QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &extraHeaders)
{
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + extraHeaders +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray frame(int firstByte, const QByteArray &payload)
{
    QByteArray out(1, char(firstByte));
    if (payload.size() < 126) {
        out += char(0x80 | payload.size());
    } else {
        out += char(0x80 | 126);
        out += char(payload.size() >> 8);
        out += char(payload.size());
    }
    const QByteArray mask = QByteArrayLiteral("mask");
    out += mask;
    for (qsizetype i = 0; i < payload.size(); ++i)
        out += char(payload[i] ^ mask[i % 4]);
    return out;
}

} // namespace rawclient
