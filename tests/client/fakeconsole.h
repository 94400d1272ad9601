// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/event.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <memory>

/// The other side of the console dialect, as far as a test needs it.
class FakeConsole : public QObject
{
public:
    FakeConsole()
    {
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            socket.reset(m_server.nextPendingConnection());
            ++connections;
            connect(socket.get(), &QWebSocket::textMessageReceived, this, &FakeConsole::receive);
            if (greets)
                send({{QStringLiteral("hello"),
                       QJsonObject{{QStringLiteral("server"), QStringLiteral("belfry")},
                                   {QStringLiteral("version"), QStringLiteral("0.1.0")},
                                   {QStringLiteral("epoch"), epoch},
                                   {QStringLiteral("sequence"), sequence},
                                   {QStringLiteral("signed_in"), guests}}}});
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QString url() const
    {
        return QStringLiteral("ws://127.0.0.1:%1").arg(m_server.serverPort());
    }
    void send(const QJsonObject &message)
    {
        socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    }
    void say(qint64 number)
    {
        core::Event event;
        event.sequence = quint64(number);
        event.topic = core::Topic(QStringLiteral("metrics.sampled"));
        event.at = QDateTime::fromMSecsSinceEpoch(number * 1000, Qt::UTC);
        send(core::toJson(event));
    }
    void cut()
    {
        socket->abort();
        socket.release()->deleteLater();
    }
    /// The parameters of the last request of that name; empty when there was none.
    [[nodiscard]] QJsonObject last(const QString &command) const { return heard.value(command); }

    std::unique_ptr<QWebSocket> socket;
    QMap<QString, QJsonObject> heard;
    QMap<QString, int> counts;
    QString epoch = QStringLiteral("first");
    QString goodToken = QStringLiteral("good");
    qint64 sequence = 0;
    int connections = 0;
    bool greets = true;
    bool guests = false;
    bool recovers = false;
    bool silent = false;

private:
    void receive(const QString &text)
    {
        const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
        const QString command = message.value(QLatin1String("command")).toString();
        const QJsonObject params = message.value(QLatin1String("params")).toObject();
        heard.insert(command, params);
        ++counts[command];
        if (silent)
            return;
        QJsonObject answer{{QStringLiteral("id"), message.value(QLatin1String("id"))}};
        const bool refused = command == QLatin1String("identity.authenticate") &&
                             params.value(QLatin1String("token")).toString() != goodToken;
        if (refused || command == QLatin1String("test.fail"))
            answer.insert(
                QStringLiteral("error"),
                QJsonObject{{QStringLiteral("code"), refused ? QStringLiteral("authentication_required")
                                                             : QStringLiteral("forbidden")},
                            {QStringLiteral("message"), QStringLiteral("No.")}});
        else if (command == QLatin1String("session.subscribe"))
            answer.insert(QStringLiteral("reply"), QJsonObject{{QStringLiteral("epoch"), epoch},
                                                               {QStringLiteral("sequence"), sequence},
                                                               {QStringLiteral("recovered"), recovers}});
        else
            answer.insert(QStringLiteral("reply"), QJsonObject{{QStringLiteral("said"), command}});
        send(answer);
    }

    QWebSocketServer m_server{QStringLiteral("fake"), QWebSocketServer::NonSecureMode};
};
