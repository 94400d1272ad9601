// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/websocket.h"

#include "fuzz/heap.h"
#include "fuzz/pieces.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

#include <QList>
#include <QtEndian>

#include <algorithm>

using wire::WebSocketDecoder;
using wire::WebSocketEvent;
using wire::WebSocketOpcode;

namespace fuzz {

namespace {
/// What a decoder made of a stream.
struct Reading
{
    QList<WebSocketEvent> events;
    quint16 failure = 0;
    QByteArray reason;
    bool isInsideMessage = false;

    bool operator==(const Reading &) const = default;
};

void drain(WebSocketDecoder &decoder, Reading &reading)
{
    while (auto event = decoder.next())
        reading.events.append(*event);
}

Reading read(QByteArrayView stream, qint64 limit, Pieces pieces)
{
    WebSocketDecoder decoder;
    decoder.setMessageLimit(limit);
    Reading reading;
    for (; !pieces.atEnd(); drain(decoder, reading))
        decoder.feed(pieces.next());
    reading.isInsideMessage = decoder.isInsideMessage();
    if (decoder.failure()) {
        reading.failure = decoder.failure()->code;
        reading.reason = decoder.failure()->reason;
    }
    const bool hasEnded = reading.failure != 0 || (!reading.events.isEmpty() &&
                                                   reading.events.last().opcode == WebSocketOpcode::Close);
    if (hasEnded) {
        decoder.feed(QByteArrayView("\x82\x81\0\0\0\0x", 7));
        decoder.feed(stream);
        require(!decoder.next(), "nothing comes out after a failure or a Close");
        require(decoder.failure().has_value() == (reading.failure != 0), "the verdict stays");
    }
    return reading;
}

Reading readWhole(QByteArrayView stream, qint64 limit)
{
    WebSocketDecoder decoder;
    decoder.setMessageLimit(limit);
    Reading reading;
    decoder.feed(stream);
    drain(decoder, reading);
    reading.isInsideMessage = decoder.isInsideMessage();
    if (decoder.failure()) {
        reading.failure = decoder.failure()->code;
        reading.reason = decoder.failure()->reason;
    }
    return reading;
}

/// RFC 6455 §5 told plainly, over a stream that lies there whole.
class Rfc
{
public:
    Rfc(QByteArrayView stream, qint64 limit) : m_rest(stream), m_limit(limit)
    {
        while (m_isValid && !m_isIncomplete && !m_isClosed)
            frame();
    }

    [[nodiscard]] const QList<WebSocketEvent> &events() const { return m_events; }
    /// False when a frame that has come whole, or the head of one that has not, must not be.
    [[nodiscard]] bool isValid() const { return m_isValid; }
    /// True when the stream ends inside a frame or message: what has come of it may already be wrong.
    [[nodiscard]] bool isIncomplete() const { return m_isInside || !m_rest.isEmpty(); }

private:
    void frame()
    {
        m_isIncomplete = m_rest.size() < 2;
        if (m_isIncomplete)
            return;
        const uint first = uchar(m_rest[0]);
        const uint second = uchar(m_rest[1]);
        m_isValid = (second & 0x80) != 0;
        quint64 length = second & 0x7F;
        const qsizetype wide = length == 126 ? 2 : length == 127 ? 8 : 0;
        m_isIncomplete = m_rest.size() < 2 + wide + 4;
        if (!m_isValid || m_isIncomplete)
            return;
        if (wide > 0) {
            length = 0;
            for (const char byte : m_rest.sliced(2, wide))
                length = length << 8 | uchar(byte);
            m_isValid = wide == 2 ? length > 125 : length > 0xFFFF && length >> 63 == 0;
        }
        const bool isFinal = (first & 0x80) != 0;
        const uint opcode = first & 0x0F;
        m_isValid = m_isValid && (first & 0x70) == 0 && (opcode <= 2 || (opcode >= 8 && opcode <= 10));
        const bool isControl = opcode >= 8;
        if (isControl)
            m_isValid = m_isValid && isFinal && length <= 125;
        else
            m_isValid = m_isValid && (opcode == 0) == m_isInside &&
                        length <= quint64(std::max<qint64>(0, m_limit - m_message.size()));
        if (!m_isValid)
            return;
        const qsizetype head = 2 + wide + 4;
        m_isIncomplete = quint64(m_rest.size() - head) < length;
        if (m_isIncomplete)
            return;
        QByteArray payload = m_rest.sliced(head, qsizetype(length)).toByteArray();
        for (qsizetype i = 0; i < payload.size(); ++i)
            payload[i] = char(payload[i] ^ m_rest[head - 4 + i % 4]);
        m_rest = m_rest.sliced(head + payload.size());
        if (isControl)
            control(WebSocketOpcode(opcode), payload);
        else
            data(opcode, payload, isFinal);
    }

    void control(WebSocketOpcode opcode, const QByteArray &payload)
    {
        quint16 code = 0;
        if (opcode == WebSocketOpcode::Close) {
            m_isClosed = true;
            code = payload.isEmpty() ? quint16(1005) : quint16(0);
            if (payload.size() >= 2)
                code = qFromBigEndian<quint16>(payload.constData());
            m_isValid = payload.isEmpty() || (payload.size() >= 2 && wire::isWebSocketCloseCode(code) &&
                                              payload.mid(2).isValidUtf8());
        }
        if (m_isValid)
            m_events.append({opcode, opcode == WebSocketOpcode::Close ? payload.mid(2) : payload, code});
    }

    void data(uint opcode, const QByteArray &payload, bool isFinal)
    {
        if (!m_isInside)
            m_opcode = WebSocketOpcode(opcode);
        m_isInside = !isFinal;
        m_message += payload;
        wire::Utf8Check utf8;
        if (m_opcode == WebSocketOpcode::Text)
            m_isValid = utf8.feed(m_message) && (!isFinal || utf8.isComplete());
        if (!isFinal)
            return;
        if (m_isValid)
            m_events.append({m_opcode, m_message, 0});
        m_message.clear();
    }

    QByteArrayView m_rest;
    qint64 m_limit;
    QList<WebSocketEvent> m_events;
    QByteArray m_message;
    WebSocketOpcode m_opcode = WebSocketOpcode::Text;
    bool m_isInside = false;
    bool m_isValid = true;
    bool m_isIncomplete = false;
    bool m_isClosed = false;
};

/// A server's frame made a client's: masked, and final or not.
QByteArray masked(QByteArray frame, bool isFinal)
{
    static constexpr char mask[] = "\x37\xfa\x21\x3d";
    const int wide = (frame[1] & 0x7F) == 126 ? 2 : (frame[1] & 0x7F) == 127 ? 8 : 0;
    for (qsizetype i = 2 + wide; i < frame.size(); ++i)
        frame[i] = char(frame[i] ^ mask[(i - 2 - wide) % 4]);
    frame[0] = char(isFinal ? frame[0] : frame[0] & 0x7F);
    frame[1] = char(frame[1] | 0x80);
    return frame.insert(2 + wide, mask);
}

QByteArray fragmented(const WebSocketEvent &message)
{
    QByteArray stream;
    WebSocketOpcode opcode = message.opcode;
    for (Pieces pieces(message.payload); !pieces.atEnd(); opcode = WebSocketOpcode::Continuation) {
        stream += masked(wire::webSocketFrame(opcode, pieces.next()), false);
        stream += masked(wire::webSocketFrame(WebSocketOpcode::Ping, "between"), true);
    }
    return stream + masked(wire::webSocketFrame(opcode, {}), true);
}

QByteArray encoded(const WebSocketEvent &event)
{
    if (event.opcode == WebSocketOpcode::Close && event.closeCode != 1005)
        return masked(wire::webSocketCloseFrame(event.closeCode, event.payload), true);
    return masked(wire::webSocketFrame(event.opcode, event.payload), true);
}

void checkEvent(const WebSocketEvent &event, qint64 limit)
{
    switch (event.opcode) {
    case WebSocketOpcode::Continuation:
        require(false, "a fragment is not an event");
        break;
    case WebSocketOpcode::Text:
        require(event.payload.isValidUtf8(), "text is UTF-8");
        [[fallthrough]];
    case WebSocketOpcode::Binary:
        require(event.payload.size() <= limit, "a message keeps to the limit");
        break;
    case WebSocketOpcode::Close:
        require(event.closeCode == 1005 || wire::isWebSocketCloseCode(event.closeCode),
                "a close code is one a peer may send");
        require(event.payload.isValidUtf8(), "a close reason is UTF-8");
        [[fallthrough]];
    case WebSocketOpcode::Ping:
    case WebSocketOpcode::Pong:
        require(event.payload.size() <= 125, "a control frame is short");
        break;
    }
}

void checkWhole(const QList<WebSocketEvent> &events, qint64 limit)
{
    QByteArray stream;
    for (const WebSocketEvent &event : events)
        stream += encoded(event);
    const Reading again = readWhole(stream, limit);
    require(again.events == events && again.failure == 0, "what is encoded is decoded to the same");
}

void checkFragments(QList<WebSocketEvent> events, qint64 limit)
{
    events.removeIf([](const WebSocketEvent &event) {
        return event.opcode != WebSocketOpcode::Text && event.opcode != WebSocketOpcode::Binary;
    });
    QByteArray stream;
    for (const WebSocketEvent &event : events)
        stream += fragmented(event);
    Reading joined = read(stream, limit, Pieces(stream));
    joined.events.removeIf([](const WebSocketEvent &event) { return event.opcode == WebSocketOpcode::Ping; });
    require(joined.events == events && joined.failure == 0, "fragments make the same message");
}

void checkCloseFrame(QByteArrayView reason)
{
    const QByteArray frame = wire::webSocketCloseFrame(1000, reason);
    require(frame.size() <= 2 + 125, "a Close frame is short");
    require(reason.startsWith(QByteArrayView(frame).sliced(4)),
            "a Close frame carries the reason's beginning");
    if (reason.size() <= 123)
        require(frame.size() == 4 + reason.size(), "a short reason is not cut");
    else if (wire::isUtf8(reason))
        require(frame.size() >= 4 + 120 && wire::isUtf8(QByteArrayView(frame).sliced(4)),
                "a reason is cut between code points");
}
} // namespace

void websocket(QByteArrayView input)
{
    if (input.isEmpty())
        return;
    const qint64 limit = 8 * qint64(uchar(input.front()));
    const QByteArrayView stream = input.sliced(1);

    const Reading whole = readWhole(stream, limit);
    {
        const HeapWatch heap;
        require(read(stream, limit, Pieces(stream)) == whole, "pieces read as the whole");
        require(HeapWatch::peak() <= size_t(32 * stream.size()) + 1024, "memory is bounded by what came");
    }
    const Rfc rfc(stream, limit);
    require(whole.events == rfc.events(), "the events are those of RFC 6455");
    require(rfc.isValid() || whole.failure != 0, "what RFC 6455 forbids is refused");
    require(!rfc.isValid() || whole.failure == 0 || rfc.isIncomplete(), "what RFC 6455 allows is read");

    for (const WebSocketEvent &event : whole.events)
        checkEvent(event, limit);
    if (whole.failure != 0) {
        require(wire::isWebSocketCloseCode(whole.failure), "a failure can be told to the peer");
        require(!whole.reason.isEmpty() && whole.reason.size() <= 123, "a failure says why");
    }
    // One of the two at a time, for the fuzzer's speed.
    if (stream.size() % 4 == 0)
        checkWhole(whole.events, limit);
    else if (stream.size() % 4 == 1)
        checkFragments(whole.events, limit);
    checkCloseFrame(stream);
}

} // namespace fuzz
