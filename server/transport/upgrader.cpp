// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/upgrader.h"

#include "transport/plainstream.h"

#include <QTcpSocket>
#include <QWebSocket>

#include <fcntl.h>

namespace transport {

namespace {
/// A second descriptor for the connection, so that the QTcpSocket can go together with its QWebSocket: the
/// two would cost 19 KB for the whole life of the connection.
std::unique_ptr<Stream> duplicate(const QTcpSocket &socket)
{
    const int descriptor = ::fcntl(int(socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    return descriptor < 0 ? nullptr : std::make_unique<PlainStream>(descriptor);
}
} // namespace

Upgrader::Upgrader(QObject *parent)
    : QObject(parent), m_server(QStringLiteral("belfry"), QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QWebSocketServer::newConnection, this, &Upgrader::takeOver);
}

QByteArray Upgrader::key(const QHostAddress &peer, quint16 peerPort, quint16 localPort)
{
    return peer.toString().toLatin1() + ' ' + QByteArray::number(peerPort) + ' ' +
           QByteArray::number(localPort);
}

void Upgrader::upgrade(QTcpSocket *socket, Taken taken)
{
    const QByteArray name = key(socket->peerAddress(), socket->peerPort(), socket->localPort());
    m_pending.insert(name, {socket, std::move(taken)});
    connect(socket, &QTcpSocket::disconnected, this, [this, name] { m_pending.remove(name); });
    m_server.handleConnection(socket);
}

void Upgrader::takeOver()
{
    while (QWebSocket *webSocket = m_server.nextPendingConnection()) {
        const Pending pending =
            m_pending.take(key(webSocket->peerAddress(), webSocket->peerPort(), webSocket->localPort()));
        webSocket->setParent(this);
        if (!pending.socket) {
            webSocket->deleteLater();
            continue;
        }
        QTcpSocket *old = pending.socket;
        const QByteArray early = old->readAll();
        old->flush(); // the 101
        std::unique_ptr<Stream> stream = old->bytesToWrite() == 0 ? duplicate(*old) : nullptr;
        // The QWebSocket must see the end of its socket, or its destructor would write a Close frame; and it
        // must go first, because it keeps a bare pointer.
        disconnect(old, nullptr, &m_server, nullptr);
        old->setParent(webSocket->parent());
        connect(webSocket, &QObject::destroyed, old, &QObject::deleteLater);
        if (stream)
            pending.taken(std::move(stream), early);
        old->abort();
        webSocket->deleteLater();
    }
}

} // namespace transport
