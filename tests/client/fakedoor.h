// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/serveraddress.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>

/// Answers every POST with what the test laid down.
class FakeDoor : public QObject
{
public:
    FakeDoor()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] client::ServerAddress address() const
    {
        return client::readServerAddress(QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort())).value();
    }

    QByteArray status = QByteArrayLiteral("200 OK");
    QByteArray body = QByteArrayLiteral(
        R"({"access_token":"a1","refresh_token":"r1","token_type":"bearer","expires_in":900})");
    QByteArray root = QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
    QByteArray path;
    QJsonObject heard;

private:
    void read(QTcpSocket *socket)
    {
        m_received += socket->readAll();
        const qsizetype head = m_received.indexOf("\r\n\r\n");
        if (head >= 0 && m_received.startsWith("HEAD")) {
            m_received.clear();
            socket->write(root);
            socket->disconnectFromHost();
            return;
        }
        if (head < 0 || QJsonDocument::fromJson(m_received.mid(head + 4)).isNull())
            return;
        path = m_received.split(' ').value(1);
        heard = QJsonDocument::fromJson(m_received.mid(head + 4)).object();
        m_received.clear();
        socket->write("HTTP/1.1 " + status + "\r\nRetry-After: 7\r\nConnection: close\r\nContent-Length: " +
                      QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QByteArray m_received;
};
