// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/websocketconnection.h"

#include <QMetaMethod>

#include <array>

namespace transport {

namespace {
constexpr qint64 readChunk = 64LL * 1024; // per turn: no client holds up the others
constexpr int closeAbnormal = 1006;       // RFC 6455 §7.1.5: lost without a Close frame
// Time for a peer that broke the protocol to read why; it may be flooding us meanwhile.
constexpr std::chrono::milliseconds failureTimeout{2'000};
} // namespace

WebSocketConnection::WebSocketConnection(std::unique_ptr<Stream> stream, const QByteArray &early, Turn &turn,
                                         std::chrono::milliseconds now, QObject *parent)
    : Occupant(parent), m_stream(std::move(stream)), m_turn(turn), m_now(now), m_lastHeard(now),
      m_lastPing(now)
{
    m_decoder.feed(early);
}

void WebSocketConnection::start()
{
    m_stream->setListener(this);
    // What came early is read in a later turn, when the owner has connected to the signals.
    QMetaObject::invokeMethod(this, &WebSocketConnection::read, Qt::QueuedConnection);
}

void WebSocketConnection::streamDrained()
{
    m_isHeldUp = false;
    if (m_state == State::Finishing) {
        part();
    } else if (m_isDraining && m_state == State::Open && m_pending.isEmpty()) {
        m_isDraining = false;
        Q_EMIT drained();
    }
}

void WebSocketConnection::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&WebSocketConnection::drained))
        m_isDrainedHeard = true;
}

bool WebSocketConnection::isCongested() const { return m_isHeldUp && m_stream->bytesUnsent() > 0; }

qint64 WebSocketConnection::bytesUnsent() const
{
    return m_pending.size() + (m_isHeldUp ? m_stream->bytesUnsent() : 0);
}

void WebSocketConnection::write(const QByteArray &frames)
{
    const QByteArray *const one = &frames;
    write(std::span(&one, 1));
}

void WebSocketConnection::write(std::span<const QByteArray *const> frames)
{
    if (m_state != State::Open)
        return;
    qint64 size = bytesUnsent();
    for (const QByteArray *each : frames)
        size += each->size();
    if (size > maxUnsent) {
        // Not at once: the caller may be going through a list that this connection is in.
        m_state = State::Finishing;
        m_closeCode = int(CloseCode::Policy);
        m_closeReason = QByteArrayLiteral("too slow: 17 MiB were waiting");
        m_pending.clear();
        QMetaObject::invokeMethod(this, &WebSocketConnection::lose, Qt::QueuedConnection);
        return;
    }
    queue(frames);
}

void WebSocketConnection::queue(const QByteArray &frames)
{
    const QByteArray *const one = &frames;
    queue(std::span(&one, 1));
}

void WebSocketConnection::queue(std::span<const QByteArray *const> frames)
{
    m_turn.add(this);
    if (m_pending.isEmpty() && frames.size() == 1)
        m_pending = *frames.front(); // shares the encoding with the other receivers
    else
        m_turn.join(m_pending, frames);
}

void WebSocketConnection::sendNow()
{
    if (m_state == State::Parting || m_state == State::Gone)
        return;
    m_isDraining = true;
    const bool isAlive = m_stream->write(std::exchange(m_pending, {}));
    m_isHeldUp = m_stream->bytesUnsent() > 0; // the stream says when it has left
    if (!isAlive) {
        lose();
    } else if (!m_isHeldUp && m_state == State::Finishing) {
        part();
    } else if (!m_isHeldUp && m_state == State::Open) {
        m_isDraining = false;
        if (m_isDrainedHeard)
            Q_EMIT drained();
    }
}

void WebSocketConnection::read()
{
    if (m_state == State::Gone)
        return;
    std::array<char, readChunk> bytes;
    const qint64 count = m_stream->read(bytes.data(), readChunk);
    if (count < 0) {
        lose();
        return;
    }
    m_lastHeard = m_now;
    // What comes after a failure or a Close is thrown away, so that the peer can still read why.
    if (m_state == State::Finishing || m_state == State::Parting || m_decoder.failure())
        return;
    m_decoder.feed(QByteArrayView(bytes.data(), count));
    decode();
}

void WebSocketConnection::decode()
{
    if (m_isDecoding) // a receiver that runs an event loop
        return;
    m_isDecoding = true;
    while (m_state == State::Open || m_state == State::Closing) {
        const auto event = m_decoder.next();
        if (!event)
            break;
        if (event->opcode == wire::WebSocketOpcode::Text || event->opcode == wire::WebSocketOpcode::Binary)
            m_messageBegan.reset();
        handle(*event);
    }
    m_isDecoding = false;
    if (m_decoder.isInsideMessage() && !m_messageBegan)
        m_messageBegan = m_now;
    if (m_decoder.failure())
        fail(m_decoder.failure()->code, m_decoder.failure()->reason);
}

void WebSocketConnection::handle(const wire::WebSocketEvent &event)
{
    switch (event.opcode) {
    case wire::WebSocketOpcode::Text:
        if (m_state == State::Open)
            Q_EMIT textReceived(event.payload);
        break;
    case wire::WebSocketOpcode::Binary:
        if (m_state == State::Open)
            Q_EMIT binaryReceived(event.payload);
        break;
    case wire::WebSocketOpcode::Ping:
        if (m_state != State::Open)
            break;
        if (bytesUnsent() > maxUnsentForPong)
            drop(int(CloseCode::Policy), QByteArrayLiteral("pings without reading the answers"));
        else
            queue(wire::webSocketFrame(wire::WebSocketOpcode::Pong, event.payload));
        break;
    case wire::WebSocketOpcode::Close:
        if (m_state == State::Open) {
            m_closeCode = event.closeCode;
            m_closeReason = event.payload;
            queue(event.closeCode == 1005 ? wire::webSocketFrame(wire::WebSocketOpcode::Close, {})
                                          : wire::webSocketCloseFrame(event.closeCode, {}));
        }
        m_state = State::Finishing;
        m_closeBegan = m_now;
        m_turn.add(this);
        break;
    default:
        break;
    }
}

void WebSocketConnection::close(quint16 code, const QByteArray &reason)
{
    if (m_state != State::Open)
        return;
    queue(wire::webSocketCloseFrame(code, reason));
    m_state = State::Closing;
    m_closeCode = code;
    m_closeReason = reason;
    m_closeBegan = m_now;
}

void WebSocketConnection::fail(quint16 code, const QByteArray &reason)
{
    if (m_state != State::Open)
        return;
    close(code, reason);
    m_closeBegan -= closeTimeout - failureTimeout;
}

void WebSocketConnection::tick(std::chrono::milliseconds now)
{
    m_now = now;
    if (m_state == State::Open && now - m_lastHeard > silenceLimit) {
        drop(closeAbnormal, QByteArrayLiteral("silent for 75 s"));
    } else if (m_messageBegan && m_state == State::Open && now - *m_messageBegan > messageTimeout) {
        fail(quint16(CloseCode::Policy), QByteArrayLiteral("message incomplete after 30 s"));
    } else if (m_state == State::Open && now - m_lastPing >= pingInterval) {
        m_lastPing = now;
        queue(wire::webSocketFrame(wire::WebSocketOpcode::Ping, {}));
    } else if ((m_state == State::Closing || m_state == State::Finishing) &&
               now - m_closeBegan >= closeTimeout) {
        drop(m_closeCode, m_closeReason);
    } else if (m_state == State::Parting && now - m_closeBegan >= partingTimeout) {
        lose();
    }
}

void WebSocketConnection::drop(int code, const QByteArray &reason)
{
    if (m_state == State::Gone)
        return;
    m_closeCode = code;
    m_closeReason = reason;
    lose();
}

void WebSocketConnection::part()
{
    if (!m_stream->finish()) {
        lose();
        return;
    }
    m_state = State::Parting;
    m_closeBegan = m_now;
    Q_EMIT closed(m_closeCode, m_closeReason);
}

void WebSocketConnection::lose()
{
    if (m_state == State::Gone)
        return;
    const bool isSaid = m_state == State::Parting;
    m_state = State::Gone;
    m_pending.clear();
    m_stream->setListener(nullptr);
    m_stream->close();
    deleteLater();
    if (!isSaid)
        Q_EMIT closed(m_closeCode, m_closeReason);
}

} // namespace transport
