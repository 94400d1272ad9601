// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QList>
#include <QTcpSocket>

namespace rawclient {

/// One HTTP response as it came.
struct Response
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;
};

/// A TCP client that says exactly what a test tells it and keeps all it hears.
class RawClient
{
public:
    explicit RawClient(quint16 port, const QString &address = QStringLiteral("127.0.0.1"))
    {
        m_socket.connectToHost(address, port);
        m_socket.waitForConnected();
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    const QByteArray &received()
    {
        m_received += m_socket.readAll();
        return m_received;
    }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QTcpSocket &socket() { return m_socket; }

    /// All whole responses received so far. `headOnly`: none of them has a body, whatever it announces.
    QList<Response> responses(bool headOnly = false);
    /// Payloads of the whole, short, unmasked WebSocket frames behind the head; control frames with their
    /// opcode and, for a Close, its code: "close 1001".
    QList<QByteArray> frames();
    /// Asks for a WebSocket.
    void upgrade(const QByteArray &target, const QByteArray &extraHeaders = {});

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// A GET request line and head.
QByteArray get(const QByteArray &target, const QByteArray &extraHeaders = {});
QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &extraHeaders = {});
/// A masked client frame of at most 65535 bytes.
QByteArray frame(int firstByte, const QByteArray &payload);

} // namespace rawclient
