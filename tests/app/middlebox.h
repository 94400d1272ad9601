// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QEventLoop>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>

/// A port that passes everything on to another one, which the test may change meanwhile.
class Relay : public QObject
{
public:
    Relay()
    {
        connect(&m_server, &QTcpServer::newConnection, this, &Relay::pass);
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// How often somebody came. Who tried before this is counted.
    int settledConnections()
    {
        QCoreApplication::processEvents();
        QTcpSocket last;
        last.connectToHost(QHostAddress::LocalHost, port());
        const int before = connections;
        while (connections == before || last.state() != QAbstractSocket::ConnectedState)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        while (m_server.hasPendingConnections())
            QCoreApplication::processEvents();
        return --connections;
    }
    /// Ends everything that is open.
    void cut()
    {
        const auto open = m_server.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
        for (QTcpSocket *socket : open)
            socket->abort();
    }

    quint16 target = 0;
    int connections = 0;

private:
    void pass()
    {
        QTcpSocket *near = m_server.nextPendingConnection();
        auto *far = new QTcpSocket(near);
        ++connections;
        for (const auto &[from, to] : {std::pair(near, far), std::pair(far, near)}) {
            connect(from, &QTcpSocket::readyRead, to, [from = from, to = to] { to->write(from->readAll()); });
            connect(from, &QTcpSocket::disconnected, to, [to = to] { to->disconnectFromHost(); });
        }
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        far->connectToHost(QHostAddress::LocalHost, target);
    }

    QTcpServer m_server;
};

/// A server that speaks TLS with its own certificate, hears everybody out, and answers each request alike.
class Impostor : public QObject
{
public:
    Impostor(const QByteArray &certificate, const QByteArray &key)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromData(certificate));
        tls.setPrivateKey(QSslKey(key, QSsl::Ec));
        m_server.setSslConfiguration(tls);
        connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                heard += socket->readAll();
                if (!answer.isEmpty()) {
                    socket->write(answer);
                    socket->disconnectFromHost();
                }
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Nobody is left who might say something yet.
    [[nodiscard]] bool isAlone() const
    {
        const auto sockets = m_server.findChildren<QSslSocket *>();
        return std::all_of(sockets.begin(), sockets.end(), [](const QSslSocket *socket) {
            return socket->state() == QAbstractSocket::UnconnectedState;
        });
    }

    QByteArray answer;
    QByteArray heard;

private:
    QSslServer m_server;
};
