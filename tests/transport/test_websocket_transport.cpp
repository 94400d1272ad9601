// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/census.h"
#include "transport/listener.h"
#include "transport/rawclient.h"

#include <QDir>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using rawclient::frame;
using rawclient::get;
using rawclient::RawClient;
using transport::Channel;
using transport::SharedFrame;

class TestWebSocketTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void echoesToAQtClient();
    void tellsTheHandshake();
    void upgradesAKeptAliveConnection();
    void acceptsTextSplitInsideACodePoint();
    void closesUnmaskedFramesWith1002();
    void closesBigMessagesWith1009();
    void answersPingAndClose();
    void pingsAndDropsTheSilent();
    void givesUpOnAPeerThatDoesNotClose();
    void refusesUpgrades_data();
    void refusesUpgrades();
    void refusesBytesBehindTheHead();
    void turnsAwayWith1013();
    void countsWhoCameByAnotherListener();
    void countsAloneWithoutCensus();
    void closesWith1001WhenTheListenerCloses();
    void leavesNoDescriptorBehind();

private:
    support::FakeClock m_clock;
    support::SeededEntropy m_entropy;
    std::shared_ptr<transport::Router> m_router;
    transport::ListenerOptions m_options;
    std::unique_ptr<transport::Listener> m_listener;
    QPointer<Channel> m_channel;
    transport::Handshake m_handshake; // of the newest channel, as it was opened
    quint16 m_port = 0;
};

void TestWebSocketTransport::init()
{
    m_router = std::make_shared<transport::Router>();
    m_router->webSocket("/ws*", [this](Channel *channel) {
        m_channel = channel;
        m_handshake = channel->handshake();
        connect(channel, &Channel::textReceived, channel,
                [channel](const QByteArray &text) { channel->send(SharedFrame::text(text)); });
        connect(channel, &Channel::binaryReceived, channel,
                [channel](const QByteArray &bytes) { channel->send(SharedFrame::binary(bytes)); });
    });
    m_router->http("GET", "/page", [](const auto &) { return transport::respond({}); });
    m_options = {};
    m_options.census = std::make_shared<transport::Census>();
    m_options.maxConnections = 2;
    m_options.isPrivileged = [](const transport::Handshake &handshake) {
        return handshake.token() == QLatin1String("x");
    };
    m_listener = std::make_unique<transport::Listener>(m_router, m_options, m_clock, m_entropy);
    QVERIFY(m_listener->listen(QStringLiteral("127.0.0.1"), 0));
    m_port = m_listener->port();
}

void TestWebSocketTransport::cleanup()
{
    m_listener.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(m_channel.isNull());
    QCOMPARE(m_clock.timerCount(), 0);
}

void TestWebSocketTransport::echoesToAQtClient()
{
    QWebSocket client;
    QSignalSpy connected(&client, &QWebSocket::connected);
    QSignalSpy texts(&client, &QWebSocket::textMessageReceived);
    QSignalSpy binaries(&client, &QWebSocket::binaryMessageReceived);
    client.open(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_port)));
    QTRY_COMPARE(connected.size(), 1);
    QTRY_COMPARE(m_listener->channelCount(), 1);
    m_channel->setMessageLimit(1'000'000);
    const QString big(900'000, QLatin1Char('x'));
    client.sendTextMessage(QStringLiteral("h\u00e9llo"));
    client.sendTextMessage(big);
    client.sendBinaryMessage(QByteArray("\0\xff", 2));
    QTRY_COMPARE(binaries.size(), 1);
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts.at(0).at(0).toString(), QStringLiteral("h\u00e9llo"));
    QCOMPARE(texts.at(1).at(0).toString(), big);
    QCOMPARE(binaries.at(0).at(0).toByteArray(), QByteArray("\0\xff", 2));
    QSignalSpy closed(m_channel, &Channel::closed);
    client.close(QWebSocketProtocol::CloseCodeNormal, QStringLiteral("done"));
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1000);
    QCOMPARE(closed.at(0).at(1).toByteArray(), QByteArray("done"));
    QCOMPARE(m_listener->channelCount(), 0);
}

void TestWebSocketTransport::tellsTheHandshake()
{
    RawClient client(m_port);
    client.upgrade("/ws/a%20b?x=1&token=secret", "User-Agent: test\r\n");
    QTRY_VERIFY(m_channel);
    const transport::Handshake &handshake = m_handshake; // as whoever opens the channel sees it
    QCOMPARE(handshake.path, QByteArray("/ws/a b"));
    QCOMPARE(handshake.query.queryItemValue(QStringLiteral("x")), QStringLiteral("1"));
    QCOMPARE(handshake.header("user-agent"), QByteArray("test"));
    QCOMPARE(handshake.token(), QStringLiteral("secret"));
    QCOMPARE(handshake.tongue, QByteArray("websocket"));
    QCOMPARE(handshake.localPort, m_port);
    QCOMPARE(handshake.peerPort, client.socket().localPort());
    QVERIFY(handshake.isLoopback());
    QVERIFY(!handshake.isSecure);
    RawClient bearer(m_port);
    bearer.upgrade("/ws?token=ignored", "Authorization: Bearer better\r\n");
    QTRY_COMPARE(m_handshake.token(), QStringLiteral("better"));
}

void TestWebSocketTransport::upgradesAKeptAliveConnection()
{
    RawClient client(m_port);
    client.send(get("/page"));
    QTRY_COMPARE(client.responses().size(), 1);
    const QByteArray head = get("/ws", "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                       "Sec-WebSocket-Version: 13\r\n"
                                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    client.send(head.first(40));
    client.send(head.mid(40));
    QTRY_COMPARE(client.responses().size(), 2);
    QCOMPARE(client.responses().last().status, 101);
    client.send(frame(0x81, "hello"));
    QTRY_VERIFY(client.received().endsWith("hello"));
}

void TestWebSocketTransport::acceptsTextSplitInsideACodePoint()
{
    RawClient client(m_port);
    client.upgrade("/ws");
    QTRY_VERIFY(m_channel);
    client.send(frame(0x01, "x\xe2\x82").append(frame(0x80, "\xacy")));
    QTRY_COMPARE(client.frames(), QByteArrayList{"x\xe2\x82\xacy"});
}

void TestWebSocketTransport::closesUnmaskedFramesWith1002()
{
    RawClient client(m_port);
    client.upgrade("/ws");
    QTRY_VERIFY(m_channel);
    QSignalSpy closed(m_channel, &Channel::closed);
    client.send("\x81\x05hello");
    QTRY_COMPARE(client.frames(), QByteArrayList{"close 1002"});
    QVERIFY(!m_channel->isOpen());
    // What it goes on saying is thrown away, and not for long.
    client.send(QByteArray(100'000, 'x'));
    QTest::qWait(10);
    QVERIFY(closed.isEmpty());
    m_clock.advance(std::chrono::milliseconds(3'000));
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1002);
}

void TestWebSocketTransport::closesBigMessagesWith1009()
{
    RawClient client(m_port);
    client.upgrade("/ws");
    QTRY_VERIFY(m_channel);
    client.send(frame(0x81, QByteArray(16 * 1024, 'x')));
    QTRY_COMPARE(client.frames().size(), 1);
    client.send(frame(0x81, QByteArray(16 * 1024 + 1, 'x')));
    QTRY_COMPARE(client.frames().last(), QByteArray("close 1009"));
}

void TestWebSocketTransport::answersPingAndClose()
{
    RawClient client(m_port);
    client.upgrade("/ws");
    QTRY_VERIFY(m_channel);
    client.send(frame(0x89, "hi")
                    .append(frame(0x88, "\x0f\xa1"
                                        "bye")));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.frames(), (QByteArrayList{"pong hi", "close 4001"}));
}

void TestWebSocketTransport::pingsAndDropsTheSilent()
{
    RawClient silent(m_port);
    silent.upgrade("/ws");
    QTRY_VERIFY(m_channel);
    QSignalSpy closed(m_channel, &Channel::closed);
    m_clock.advance(std::chrono::milliseconds(31'000));
    QTRY_COMPARE(silent.frames(), QByteArrayList{"ping "});
    silent.send(frame(0x8a, "").append(frame(0x81, "behind the pong")));
    QTRY_COMPARE(silent.frames().last(), QByteArray("behind the pong"));
    m_clock.advance(std::chrono::milliseconds(74'000));
    QVERIFY(closed.isEmpty());
    m_clock.advance(std::chrono::milliseconds(3'000));
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1006);
    QTRY_VERIFY(silent.isClosed());
}

void TestWebSocketTransport::givesUpOnAPeerThatDoesNotClose()
{
    RawClient client(m_port);
    client.upgrade("/ws");
    QTRY_VERIFY(m_channel);
    QSignalSpy closed(m_channel, &Channel::closed);
    m_channel->close(transport::CloseCode::Authentication, "Authentication required");
    m_channel->send(SharedFrame::text("too late"));
    QVERIFY(!m_channel->isOpen());
    QTRY_COMPARE(client.frames(), QByteArrayList{"close 4001"});
    QVERIFY(closed.isEmpty());
    m_clock.advance(std::chrono::milliseconds(7'000));
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 4001);
    QTRY_VERIFY(client.isClosed());
}

void TestWebSocketTransport::refusesUpgrades_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray upgrade = "Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n";
    const QByteArray version = "Sec-WebSocket-Version: 13\r\n";
    const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    QTest::newRow("good") << get("/ws", upgrade + version + key) << 101;
    QTest::newRow("own origin") << get("/ws", upgrade + version + key + "Origin: http://localhost\r\n")
                                << 101;
    QTest::newRow("unknown path") << get("/other", upgrade + version + key) << 404;
    QTest::newRow("HTTP path") << get("/page", upgrade + version + key) << 404;
    QTest::newRow("foreign origin") << get("/ws", upgrade + version + key + "Origin: http://evil.example\r\n")
                                    << 403;
    QTest::newRow("two origins") << get("/ws",
                                        upgrade + version + key +
                                            "Origin: http://localhost\r\nOrigin: http://evil.example\r\n")
                                 << 403;
    QTest::newRow("version 8") << get("/ws", upgrade + key + "Sec-WebSocket-Version: 8\r\n") << 426;
    QTest::newRow("no version") << get("/ws", upgrade + key) << 426;
    QTest::newRow("no key") << get("/ws", upgrade + version) << 400;
    QTest::newRow("short key") << get("/ws", upgrade + version + "Sec-WebSocket-Key: c2hvcnQ=\r\n") << 400;
    QTest::newRow("no connection token") << get("/ws", "Upgrade: websocket\r\n" + version + key) << 400;
    QTest::newRow("no upgrade") << get("/ws", version + key) << 404;
    QTest::newRow("POST") << rawclient::post("/ws", "", upgrade + version + key) << 404;
}

void TestWebSocketTransport::refusesUpgrades()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RawClient client(m_port);
    client.send(request);
    QTRY_COMPARE(client.responses().size(), 1);
    QCOMPARE(client.responses().first().status, status);
    QVERIFY(!client.responses().first().headers.contains("sec-websocket-extensions"));
    QCOMPARE(!m_channel.isNull(), status == 101);
}

void TestWebSocketTransport::refusesBytesBehindTheHead()
{
    RawClient client(m_port);
    client.send(get("/ws", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
                    .append(frame(0x81, "early")));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.responses().first().status, 400);
}

void TestWebSocketTransport::turnsAwayWith1013()
{
    RawClient first(m_port);
    RawClient second(m_port);
    RawClient third(m_port);
    first.upgrade("/ws");
    second.upgrade("/ws");
    QTRY_COMPARE(m_listener->channelCount(), 2);
    third.upgrade("/ws");
    QTRY_COMPARE(third.frames(), QByteArrayList{"close 1013"});
    QCOMPARE(m_listener->channelCount(), 2);
    RawClient known(m_port);
    known.upgrade("/ws?token=x");
    QTRY_COMPARE(m_listener->channelCount(), 3);
    first.send(frame(0x81, "still here"));
    QTRY_COMPARE(first.frames(), QByteArrayList{"still here"});
}

void TestWebSocketTransport::countsWhoCameByAnotherListener()
{
    auto second = std::make_unique<transport::Listener>(m_router, m_options, m_clock, m_entropy);
    QVERIFY(second->listen(QStringLiteral("127.0.0.1"), 0));
    RawClient here(m_port);
    RawClient there(second->port());
    here.upgrade("/ws");
    there.upgrade("/ws");
    QTRY_COMPARE(m_listener->channelCount() + second->channelCount(), 2);
    for (const quint16 port : {m_port, second->port()}) {
        RawClient tooMany(port);
        tooMany.upgrade("/ws");
        QTRY_COMPARE(tooMany.frames(), QByteArrayList{"close 1013"});
    }
    RawClient known(second->port());
    known.upgrade("/ws?token=x");
    QTRY_COMPARE(second->channelCount(), 2);
    // Who leaves makes room at every door, and so does a door that goes with all who came by it.
    second.reset();
    RawClient late(m_port);
    late.upgrade("/ws");
    QTRY_COMPARE(m_listener->channelCount(), 2);
    here.socket().abort();
    QTRY_COMPARE(m_listener->channelCount(), 1);
    RawClient last(m_port);
    last.upgrade("/ws");
    QTRY_COMPARE(m_listener->channelCount(), 2);
}

void TestWebSocketTransport::countsAloneWithoutCensus()
{
    m_options.census.reset();
    transport::Listener alone(m_router, m_options, m_clock, m_entropy);
    QVERIFY(alone.listen(QStringLiteral("127.0.0.1"), 0));
    RawClient here(m_port);
    here.upgrade("/ws");
    QTRY_COMPARE(m_listener->channelCount(), 1);
    RawClient first(alone.port());
    RawClient second(alone.port());
    first.upgrade("/ws");
    second.upgrade("/ws");
    QTRY_COMPARE(alone.channelCount(), 2);
}

void TestWebSocketTransport::closesWith1001WhenTheListenerCloses()
{
    RawClient client(m_port);
    client.upgrade("/ws");
    QTRY_VERIFY(m_channel);
    QSignalSpy closed(m_channel, &Channel::closed);
    m_listener->close();
    QTRY_COMPARE(client.frames(), QByteArrayList{"close 1001"});
    client.send(frame(0x88, "\x03\xe9"));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(closed.at(0).at(0).toInt(), 1001);
    QTcpSocket late;
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    QVERIFY(!late.waitForConnected());
}

void TestWebSocketTransport::leavesNoDescriptorBehind()
{
    const auto descriptors = [] { return QDir(QStringLiteral("/proc/self/fd")).count(); };
    const auto before = descriptors();
    for (int i = 0; i < 20; ++i) {
        RawClient client(m_port);
        client.upgrade("/ws");
        QTRY_COMPARE(m_listener->channelCount(), 1);
        client.socket().disconnectFromHost();
        QTRY_COMPARE(m_listener->channelCount(), 0);
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(descriptors(), before);
}

QTEST_GUILESS_MAIN(TestWebSocketTransport)
#include "test_websocket_transport.moc"
