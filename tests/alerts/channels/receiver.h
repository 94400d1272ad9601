// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>

namespace channeltest {

/// An HTTP server that says what a test laid down, whatever it is asked.
class Receiver final : public QObject
{
    Q_OBJECT
public:
    Receiver()
    {
        connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &Receiver::accept);
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
    }
    /// From now on it speaks TLS.
    void encrypt(const QByteArray &certificate, const QByteArray &key)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(certificate));
        tls.setPrivateKey(QSslKey(key, QSsl::Ec));
        m_server.setSslConfiguration(tls);
        m_isEncrypted = true;
    }
    [[nodiscard]] QString url(const QString &path = QStringLiteral("/x")) const
    {
        return QStringLiteral("%1://127.0.0.1:%2%3")
            .arg(m_isEncrypted ? QStringLiteral("https") : QStringLiteral("http"))
            .arg(m_server.serverPort())
            .arg(path);
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    static QByteArray answer(int status, const QByteArray &body = {}, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " x\r\n" + headers +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    QByteArrayList answers;     ///< one after the other; the last again and again; empty: it hangs
    QByteArray greeting;        ///< said before it was asked anything
    QList<QByteArray> requests; ///< head and body
    int connections = 0;

private:
    class Server final : public QSslServer
    {
    public:
        explicit Server(Receiver &receiver) : m_receiver(receiver) {}

    protected:
        void incomingConnection(qintptr descriptor) override
        {
            if (m_receiver.m_isEncrypted) {
                QSslServer::incomingConnection(descriptor);
                return;
            }
            auto *socket = new QTcpSocket(this);
            socket->setSocketDescriptor(descriptor);
            addPendingConnection(socket);
        }

    private:
        Receiver &m_receiver;
    };

    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++connections;
            socket->write(greeting);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            read(socket);
        }
    }
    void read(QTcpSocket *socket)
    {
        const QByteArray heard = socket->property("heard").toByteArray() + socket->readAll();
        socket->setProperty("heard", heard);
        const qsizetype end = heard.indexOf("\r\n\r\n");
        const qsizetype from = heard.indexOf("Content-Length: ") + 16;
        if (end < 0 || heard.size() < end + 4 + heard.mid(from, heard.indexOf('\r', from) - from).toInt())
            return;
        requests << heard;
        socket->setProperty("heard", QByteArray());
        if (answers.isEmpty())
            return;
        socket->write(answers.size() > 1 ? answers.takeFirst() : answers.first());
        socket->disconnectFromHost();
    }

    Server m_server{*this};
    bool m_isEncrypted = false;
};

} // namespace channeltest
