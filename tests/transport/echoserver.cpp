// SPDX-License-Identifier: GPL-3.0-or-later
// A server with nothing behind it: `/ws` and `/engine.io/` echo, `/socket.io/` does what the Socket.IO suite
// asks of a server under test.
#include "transport/epolldispatcher.h"
#include "transport/listener.h"
#include "wire/socketio.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QTextStream>

#include <memory>

namespace {

void echo(transport::Channel *channel)
{
    channel->setMessageLimit(1'000'000);
    QObject::connect(channel, &transport::Channel::textReceived, channel, [channel](const QByteArray &text) {
        channel->send(transport::SharedFrame::text(text));
    });
    QObject::connect(
        channel, &transport::Channel::binaryReceived, channel,
        [channel](const QByteArray &bytes) { channel->send(transport::SharedFrame::binary(bytes)); });
}

/// One Socket.IO client of the suite.
class Peer : public QObject
{
public:
    Peer(transport::Channel *channel, core::Clock &clock, core::Entropy &entropy)
        : QObject(channel), m_channel(channel), m_entropy(entropy)
    {
        channel->setMessageLimit(1'000'000);
        connect(channel, &transport::Channel::textReceived, this,
                [this](const QByteArray &text) { take(m_decoder.text(text)); });
        connect(channel, &transport::Channel::binaryReceived, this,
                [this](const QByteArray &bytes) { take(m_decoder.binary(bytes)); });
        m_connectLimit = clock.after(std::chrono::milliseconds(1000), [this] {
            if (m_joined.isEmpty())
                refuse();
        });
    }

private:
    void refuse() { m_channel->close(transport::CloseCode::Normal, QByteArrayLiteral("forced close")); }

    void send(const wire::SocketIoPacket &packet)
    {
        m_channel->send(transport::SharedFrame::text(wire::encodeSocketIo(packet)));
        for (const QByteArray &attachment : packet.attachments)
            m_channel->send(transport::SharedFrame::binary(attachment));
    }

    void take(const wire::SocketIoDecoder::Decoded &decoded)
    {
        if (!decoded) {
            refuse();
        } else if (decoded->has_value()) {
            if ((*decoded)->type == wire::SocketIoType::Connect)
                join(**decoded);
            else if (!m_joined.contains((*decoded)->nsp) ||
                     (*decoded)->type == wire::SocketIoType::ConnectError)
                refuse();
            else if ((*decoded)->type == wire::SocketIoType::Disconnect)
                m_joined.removeAll((*decoded)->nsp);
            else if ((*decoded)->type == wire::SocketIoType::Event)
                hear(**decoded);
        }
    }

    void join(const wire::SocketIoPacket &packet)
    {
        if (packet.nsp != QLatin1String("/") && packet.nsp != QLatin1String("/custom")) {
            const QJsonObject error{{QStringLiteral("message"), QStringLiteral("Invalid namespace")}};
            send({wire::SocketIoType::ConnectError, packet.nsp, {}, error, {}});
            return;
        }
        if (m_joined.contains(packet.nsp)) {
            refuse();
            return;
        }
        m_joined.append(packet.nsp);
        send({wire::SocketIoType::Connect,
              packet.nsp,
              {},
              QJsonObject{{QStringLiteral("sid"), m_entropy.token()}},
              {}});
        send({wire::SocketIoType::Event,
              packet.nsp,
              {},
              QJsonArray{QStringLiteral("auth"), packet.data.toObject()},
              {}});
    }

    void hear(const wire::SocketIoPacket &packet)
    {
        QJsonArray args = packet.array();
        const QString name = args.takeAt(0).toString();
        if (name == QLatin1String("message-with-ack") && packet.id) {
            send({wire::SocketIoType::Ack, packet.nsp, packet.id, args, packet.attachments});
        } else if (name == QLatin1String("message")) {
            args.prepend(QStringLiteral("message-back"));
            send({wire::SocketIoType::Event, packet.nsp, {}, args, packet.attachments});
        }
    }

    transport::Channel *m_channel;
    core::Entropy &m_entropy;
    wire::SocketIoDecoder m_decoder;
    QStringList m_joined;
    std::unique_ptr<core::Timer> m_connectLimit;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new transport::EpollDispatcher);
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    core::SystemClock clock;
    core::SystemEntropy entropy;
    transport::EngineIoOptions engineIo;
    if (arguments.size() > 3) {
        engineIo.pingInterval = std::chrono::milliseconds(arguments.at(2).toInt());
        engineIo.pingTimeout = std::chrono::milliseconds(arguments.at(3).toInt());
    }
    auto router = std::make_shared<transport::Router>();
    router->webSocket(QByteArrayLiteral("/ws"), echo);
    router->engineIo(QByteArrayLiteral("/engine.io/"), engineIo, echo);
    router->engineIo(QByteArrayLiteral("/socket.io/"), engineIo,
                     [&](transport::Channel *channel) { new Peer(channel, clock, entropy); });
    router->http(QByteArrayLiteral("GET"), QByteArrayLiteral("/"), [](const transport::HttpRequest &) {
        return transport::respond({200, QByteArrayLiteral("text/plain"), QByteArrayLiteral("hello"), {}});
    });
    transport::ListenerOptions options;
    options.maxConnections = 20'000;
    options.maxSockets = 20'000;
    options.allowedOrigins = arguments.mid(4);
    transport::Listener listener(router, options, clock, entropy);
    const auto opened = listener.listen(QStringLiteral("localhost"), quint16(arguments.value(1).toUInt()));
    if (!opened) {
        QTextStream(stderr) << opened.error().message << Qt::endl;
        return 1;
    }
    QTextStream(stdout) << listener.urls().join(QLatin1Char(' ')) << Qt::endl;
    return application.exec();
}
