// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlsstream.h"

#include <QSslSocket>

namespace transport {

qint64 bytesUnsent(const QTcpSocket &socket)
{
    const auto *tls = qobject_cast<const QSslSocket *>(&socket);
    return socket.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

TlsStream::TlsStream(QSslSocket *socket) : m_socket(socket)
{
    m_socket->setParent(this);
    connect(m_socket, &QSslSocket::readyRead, this, &TlsStream::wake);
    connect(m_socket, &QSslSocket::disconnected, this, &TlsStream::wake);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &TlsStream::wake);
}

void TlsStream::wake()
{
    if (m_isTelling)
        return;
    // Later: a receiver may close the socket, and this one is in the middle of its own reading.
    m_isTelling = true;
    QMetaObject::invokeMethod(this, &TlsStream::tell, Qt::QueuedConnection);
}

void TlsStream::tell()
{
    m_isTelling = false;
    if (m_isClosed)
        return;
    if (m_isDraining && TlsStream::bytesUnsent() == 0) {
        m_isDraining = false;
        tellDrained();
    }
    if (!m_isClosed &&
        (m_socket->bytesAvailable() > 0 || m_socket->state() != QAbstractSocket::ConnectedState))
        tellReadable();
}

qint64 TlsStream::read(char *data, qint64 size)
{
    const qint64 count = m_socket->read(data, size);
    if (m_socket->bytesAvailable() > 0)
        wake();
    if (count > 0)
        return count;
    return m_socket->state() == QAbstractSocket::ConnectedState ? 0 : -1;
}

bool TlsStream::write(const QByteArray &bytes)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return false;
    m_socket->write(bytes);
    m_socket->flush();
    m_isDraining = TlsStream::bytesUnsent() > 0;
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

qint64 TlsStream::bytesUnsent() const { return m_isClosed ? 0 : transport::bytesUnsent(*m_socket); }

void TlsStream::close()
{
    if (std::exchange(m_isClosed, true))
        return;
    m_socket->disconnect(this);
    // The peer is told (close_notify) where the kernel takes it at once; else it sees the connection end.
    m_socket->disconnectFromHost();
    m_socket->flush();
    m_socket->abort();
}

} // namespace transport
