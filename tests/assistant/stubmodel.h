// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQueue>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace assistanttest {

/// A chat-completions service on the loopback: each question gets the next reply that was prepared.
class StubModel : public QTcpServer
{
public:
    using Reply = std::function<void(QTcpSocket &)>;

    StubModel()
    {
        QObject::connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("The stub cannot listen.");
    }

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/v1").arg(serverPort()); }
    void prepare(const Reply &reply) { m_replies.enqueue(reply); }
    void prepare(const QByteArray &bytes)
    {
        prepare([bytes](QTcpSocket &socket) {
            socket.write(bytes);
            socket.disconnectFromHost();
        });
    }
    /// The texts of every message of a question.
    [[nodiscard]] QStringList texts(qsizetype question) const
    {
        QStringList out;
        const QJsonArray messages = bodies.at(question).value(u"messages").toArray();
        for (const QJsonValue each : messages)
            out << each.toObject().value(u"content").toString();
        return out;
    }

    static QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
               headers + "\r\n" + body;
    }
    static QByteArray streamHead() { return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"; }
    static QByteArray event(const QJsonObject &delta, const char *reason = nullptr)
    {
        QJsonObject choice{{QStringLiteral("delta"), delta}};
        if (reason != nullptr)
            choice.insert(QStringLiteral("finish_reason"), QLatin1String(reason));
        const QJsonObject object{{QStringLiteral("choices"), QJsonArray{choice}}};
        return "data: " + QJsonDocument(object).toJson(QJsonDocument::Compact) + "\n\n";
    }
    static QByteArray said(const QString &text) { return event({{QStringLiteral("content"), text}}); }
    static QByteArray cost(int tokens)
    {
        return "data: {\"choices\":[],\"usage\":{\"total_tokens\":" + QByteArray::number(tokens) + "}}\n\n";
    }
    static QByteArray end() { return "data: [DONE]\n\n"; }
    /// The whole of an answer, as events.
    static QByteArray stream(const QString &text, int tokens = 100)
    {
        return streamHead() + said(text) + cost(tokens) + end();
    }
    /// It wants something looked up.
    static QByteArray call(const QString &name, const QJsonObject &arguments)
    {
        const QString text = QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
        const QJsonObject function{{QStringLiteral("name"), name}, {QStringLiteral("arguments"), text}};
        const QJsonObject part{{QStringLiteral("index"), 0},
                               {QStringLiteral("id"), QStringLiteral("c-1")},
                               {QStringLiteral("function"), function}};
        return streamHead() + event({{QStringLiteral("tool_calls"), QJsonArray{part}}}, "tool_calls") +
               cost(50) + end();
    }

    QList<QByteArray> heads;
    QList<QJsonObject> bodies;

private:
    void read(QTcpSocket &socket)
    {
        QByteArray bytes = socket.property("heard").toByteArray() + socket.readAll();
        socket.setProperty("heard", bytes);
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = bytes.left(end).toLower();
        const qsizetype place = head.indexOf("content-length: ");
        const qsizetype length = head.mid(place + 16, head.indexOf('\r', place) - place - 16).toInt();
        if (bytes.size() < end + 4 + length)
            return;
        socket.setProperty("heard", QByteArray());
        heads << bytes.left(end);
        bodies << QJsonDocument::fromJson(bytes.mid(end + 4, length)).object();
        if (m_replies.isEmpty())
            socket.disconnectFromHost();
        else
            m_replies.dequeue()(socket);
    }

    QQueue<Reply> m_replies;
};

} // namespace assistanttest
