// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/engineiorig.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using rawclient::get;
using rawclient::RawClient;
using rawclient::Response;
using transport::Channel;
using transport::SharedFrame;
using namespace std::chrono_literals;

void EngineIoRig::init()
{
    auto router = std::make_shared<transport::Router>();
    const auto open = [this](Channel *channel) {
        m_channel = channel;
        m_closed = std::make_unique<QSignalSpy>(channel, &Channel::closed);
        connect(channel, &Channel::textReceived, channel,
                [channel](const QByteArray &text) { channel->send(SharedFrame::text(text)); });
        connect(channel, &Channel::binaryReceived, channel,
                [channel](const QByteArray &bytes) { channel->send(SharedFrame::binary(bytes)); });
    };
    router->engineIo("/socket.io/", {25s, 20s, 10s, 1000}, open);
    router->engineIo("/roomy/", {25s, 20s, 10s, 1'000'000}, open);
    transport::ListenerOptions options;
    options.maxConnections = 2;
    options.isPrivileged = [](const transport::Handshake &handshake) {
        return handshake.token() == QLatin1String("x");
    };
    m_listener = std::make_unique<transport::Listener>(router, options, m_clock, m_entropy);
    QVERIFY(m_listener->listen(QStringLiteral("127.0.0.1"), 0));
    m_port = m_listener->port();
}

void EngineIoRig::cleanup()
{
    m_closed.reset();
    m_listener.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(m_channel.isNull());
    QCOMPARE(m_clock.timerCount(), 0);
}

Response EngineIoRig::ask(RawClient &client, const QByteArray &request)
{
    const auto before = client.responses().size();
    client.send(request);
    if (!QTest::qWaitFor([&] { return client.responses().size() > before; }))
        return {};
    return client.responses().at(before);
}

QByteArray EngineIoRig::open(RawClient &client)
{
    const Response response = ask(client, get("/socket.io/?EIO=4&transport=polling"));
    return QJsonDocument::fromJson(response.body.mid(1))
        .object()
        .value(QLatin1String("sid"))
        .toString()
        .toLatin1();
}
