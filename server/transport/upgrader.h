// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/stream.h"

#include <QHash>
#include <QPointer>
#include <QWebSocketServer>

#include <functional>
#include <memory>

class QTcpSocket;

namespace transport {

/// Lets QWebSocketServer answer the handshake (RFC 6455 §4.2) and takes the connection from it.
class Upgrader final : public QObject
{
    Q_OBJECT
public:
    /// Gets the connection, and the bytes that came behind the head.
    using Taken = std::function<void(std::unique_ptr<Stream> stream, const QByteArray &early)>;

    explicit Upgrader(QObject *parent);

    /// `socket` has its whole head unread. It stays its owner's, who must not read from it; after `taken` it
    /// is of no more use. Nothing is called when the handshake fails: the socket is closed then.
    void upgrade(QTcpSocket *socket, Taken taken);

private:
    struct Pending
    {
        QPointer<QTcpSocket> socket;
        Taken taken;
    };

    void takeOver();
    static QByteArray key(const QHostAddress &peer, quint16 peerPort, quint16 localPort);

    QWebSocketServer m_server;
    QHash<QByteArray, Pending> m_pending;
};

} // namespace transport
