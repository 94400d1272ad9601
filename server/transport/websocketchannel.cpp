// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/websocketchannel.h"

namespace transport {

WebSocketChannel::WebSocketChannel(WebSocketConnection *connection, Handshake handshake,
                                   QSet<Channel *> &list)
    : m_connection(connection), m_handshake(std::move(handshake)), m_list(list)
{
    m_list.insert(this);
    m_handshake.tongue = QByteArrayLiteral("websocket");
    connect(connection, &WebSocketConnection::textReceived, this, &Channel::textReceived);
    connect(connection, &WebSocketConnection::binaryReceived, this, &Channel::binaryReceived);
    connect(connection, &WebSocketConnection::closed, this, [this](int code, const QByteArray &reason) {
        deleteLater();
        Q_EMIT closed(code, reason);
    });
}

WebSocketChannel::~WebSocketChannel() { m_list.remove(this); }

void WebSocketChannel::forgetHead()
{
    m_handshake.query = QUrlQuery(); // an empty one that was cleared would still hold its data
    m_handshake.headers.clear();
}

void WebSocketChannel::send(const SharedFrame &frame)
{
    if (isOpen() && !frame.isNull())
        m_connection->write(frame.webSocketFrame());
}

void WebSocketChannel::sendAll(std::span<const SharedFrame *const> frames)
{
    if (!isOpen())
        return;
    QVarLengthArray<const QByteArray *, usualBurst> encoded;
    for (const SharedFrame *frame : frames)
        encoded.append(&frame->webSocketFrame());
    m_connection->write(encoded);
}

void WebSocketChannel::flush()
{
    if (m_connection)
        m_connection->flush();
}

void WebSocketChannel::close(CloseCode code, const QByteArray &reason)
{
    if (m_connection)
        m_connection->close(quint16(code), reason);
}

void WebSocketChannel::forwardDrained()
{
    if (m_connection && !std::exchange(m_isForwarding, true))
        connect(m_connection, &WebSocketConnection::drained, this, &Channel::drained);
}

qint64 WebSocketChannel::bytesUnsent() const { return m_connection ? m_connection->bytesUnsent() : 0; }
bool WebSocketChannel::isWritable() const { return isOpen() && !m_connection->isCongested(); }
bool WebSocketChannel::isOpen() const { return m_connection && m_connection->isOpen(); }

void WebSocketChannel::setMessageLimit(qint64 bytes)
{
    if (m_connection)
        m_connection->setMessageLimit(bytes);
}

} // namespace transport
