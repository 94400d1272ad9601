// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/listener.h"
#include "transport/rawclient.h"
#include "transport/websocketconnection.h"

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
using transport::WebSocketConnection;

namespace {

/// A stream that notes every write and takes as many bytes as the test says.
class NotedStream final : public transport::Stream
{
public:
    explicit NotedStream(QByteArrayList *writes) : m_writes(writes) {}
    qint64 read(char *data, qint64 size) override
    {
        const qint64 count = qMin(size, qint64(input.size()));
        std::copy_n(input.constData(), count, data);
        input.remove(0, count);
        return count;
    }
    bool write(const QByteArray &bytes) override
    {
        m_writes->append(bytes);
        if (isStuck)
            unsent += bytes.size();
        return true;
    }
    [[nodiscard]] qint64 bytesUnsent() const override { return unsent; }
    bool finish() override { return isFinished = canFinish; }
    void close() override { isClosed = true; }
    void say(const QByteArray &bytes)
    {
        input += bytes;
        while (!input.isEmpty() && !isClosed)
            tellReadable();
    }
    void drain()
    {
        unsent = 0;
        tellDrained();
    }

    QByteArray input;
    qint64 unsent = 0;
    bool isStuck = false;
    bool canFinish = false;
    bool isFinished = false;
    bool isClosed = false;

private:
    QByteArrayList *m_writes;
};

} // namespace

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
    void sendsOneWritePerTurn();
    void joinsOnceForAll();
    void tellsWhenItDrained();
    void boundsPongs();
    void boundsWhatItHolds();
    void pingsAndDropsTheSilent();
    void closesTrickledMessagesWith1008_data();
    void closesTrickledMessagesWith1008();
    void countsEachMessageAnew();
    void givesUpOnAPeerThatDoesNotClose();
    void hearsAPeerOutAfterTheClose();
    void closesAtOnceWhatCannotBeHalfClosed();
    void refusesUpgrades_data();
    void refusesUpgrades();
    void refusesBytesBehindTheHead();
    void turnsAwayWith1013();
    void closesWith1001WhenTheListenerCloses();
    void leavesNoDescriptorBehind();

private:
    support::FakeClock m_clock;
    support::SeededEntropy m_entropy;
    std::unique_ptr<transport::Listener> m_listener;
    QPointer<Channel> m_channel;
    transport::Handshake m_handshake; // of the newest channel, as it was opened
    quint16 m_port = 0;
};

void TestWebSocketTransport::init()
{
    auto router = std::make_shared<transport::Router>();
    router->webSocket("/ws*", [this](Channel *channel) {
        m_channel = channel;
        m_handshake = channel->handshake();
        connect(channel, &Channel::textReceived, channel,
                [channel](const QByteArray &text) { channel->send(SharedFrame::text(text)); });
        connect(channel, &Channel::binaryReceived, channel,
                [channel](const QByteArray &bytes) { channel->send(SharedFrame::binary(bytes)); });
    });
    router->http("GET", "/page", [](const auto &) { return transport::respond({}); });
    transport::ListenerOptions options;
    options.maxConnections = 2;
    options.isPrivileged = [](const transport::Handshake &handshake) {
        return handshake.token() == QLatin1String("x");
    };
    m_listener = std::make_unique<transport::Listener>(router, options, m_clock, m_entropy);
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

void TestWebSocketTransport::sendsOneWritePerTurn()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto *connection =
        new WebSocketConnection(std::make_unique<NotedStream>(&writes), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QByteArray all;
    for (int i = 0; i < 10; ++i) {
        const SharedFrame message = SharedFrame::text(QByteArray::number(i));
        connection->write(message.webSocketFrame());
        all += message.webSocketFrame();
    }
    QVERIFY(writes.isEmpty());
    QCOMPARE(connection->bytesUnsent(), all.size());
    QCoreApplication::processEvents();
    QCOMPARE(writes, QByteArrayList{all});
    QCOMPARE(connection->bytesUnsent(), 0);
    delete connection;
}

void TestWebSocketTransport::joinsOnceForAll()
{
    QByteArrayList writes;
    transport::Turn turn;
    std::vector<std::unique_ptr<WebSocketConnection>> connections;
    for (int i = 0; i < 3; ++i)
        connections.push_back(std::make_unique<WebSocketConnection>(
            std::make_unique<NotedStream>(&writes), QByteArray(), turn, m_clock.steady(), nullptr));
    const QByteArrayList facts{"one ", "two ", "three "};
    for (const QByteArray &fact : facts) {
        for (const auto &connection : connections)
            connection->write(fact);
        connections[1]->write("own ");
    }
    QCoreApplication::processEvents();
    QCOMPARE(writes, (QByteArrayList{"one two three ", "one own two own three own ", "one two three "}));
    QCOMPARE(writes[0].constData(), writes[2].constData());
}

void TestWebSocketTransport::tellsWhenItDrained()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    auto *connection = new WebSocketConnection(std::move(noted), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QSignalSpy drained(connection, &WebSocketConnection::drained);
    connection->write("frame");
    QCoreApplication::processEvents();
    QCOMPARE(drained.size(), 1);
    stream->isStuck = true;
    connection->write("frame");
    QCoreApplication::processEvents();
    QCOMPARE(drained.size(), 1);
    QVERIFY(connection->isCongested());
    stream->drain();
    QCOMPARE(drained.size(), 2);
    delete connection;
}

void TestWebSocketTransport::boundsPongs()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    stream->isStuck = true;
    QPointer<WebSocketConnection> connection =
        new WebSocketConnection(std::move(noted), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QSignalSpy closed(connection, &WebSocketConnection::closed);
    const QByteArray pings = frame(0x89, QByteArray(125, 'p')).repeated(400);
    qint64 most = 0;
    for (int i = 0; i < 100 && closed.isEmpty(); ++i) {
        stream->say(pings);
        if (connection)
            most = qMax(most, connection->bytesUnsent());
        QCoreApplication::processEvents();
    }
    QCOMPARE(closed.size(), 1);
    QVERIFY(most <= WebSocketConnection::maxUnsentForPong + pings.size());
}

void TestWebSocketTransport::boundsWhatItHolds()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    noted->isStuck = true;
    auto *connection = new WebSocketConnection(std::move(noted), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QSignalSpy closed(connection, &WebSocketConnection::closed);
    const QByteArray frame(1024 * 1024, 'x');
    for (int i = 0; i < 20; ++i)
        connection->write(frame);
    QVERIFY(!connection->isOpen());
    QVERIFY(closed.isEmpty()); // never inside write
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1008);
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

void TestWebSocketTransport::closesTrickledMessagesWith1008_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("goOn");
    QTest::newRow("empty continuations") << frame(0x01, "a") << frame(0x00, "");
    QTest::newRow("pings between") << frame(0x02, "a") << frame(0x89, "");
    QTest::newRow("one frame, byte by byte")
        << frame(0x81, QByteArray(1000, 'x')).first(10) << QByteArray("x");
}

void TestWebSocketTransport::closesTrickledMessagesWith1008()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, goOn);
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    const std::chrono::milliseconds second{1'000};
    std::chrono::milliseconds now = m_clock.steady();
    auto *connection = new WebSocketConnection(std::move(noted), {}, turn, now, nullptr);
    connection->start();
    stream->say(begin);
    for (int i = 0; i < 30; ++i) {
        connection->tick(now += second);
        stream->say(goOn);
    }
    QVERIFY(connection->isOpen());
    connection->tick(now += second);
    QVERIFY(!connection->isOpen());
    QSignalSpy closed(connection, &WebSocketConnection::closed);
    for (int i = 0; i < 3 && closed.isEmpty(); ++i)
        connection->tick(now += second);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1008);
}

void TestWebSocketTransport::countsEachMessageAnew()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    const std::chrono::milliseconds pause{20'000};
    std::chrono::milliseconds now = m_clock.steady();
    auto *connection = new WebSocketConnection(std::move(noted), {}, turn, now, nullptr);
    connection->start();
    QSignalSpy messages(connection, &WebSocketConnection::textReceived);
    stream->say(frame(0x01, "a"));
    for (int i = 0; i < 5; ++i) {
        connection->tick(now += pause);
        stream->say(frame(0x80, "b").append(frame(0x01, "a"))); // an end and a beginning in one
    }
    stream->say(frame(0x80, "b"));
    connection->tick(now += 2 * pause);
    QVERIFY(connection->isOpen());
    QCOMPARE(messages.size(), 6);
    delete connection;
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

void TestWebSocketTransport::hearsAPeerOutAfterTheClose()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    stream->canFinish = true;
    QPointer<WebSocketConnection> connection =
        new WebSocketConnection(std::move(noted), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QSignalSpy closed(connection, &WebSocketConnection::closed);
    QSignalSpy messages(connection, &WebSocketConnection::textReceived);
    stream->say(frame(0x88, "\x03\xe8"));
    QCoreApplication::processEvents();
    QCOMPARE(writes, QByteArrayList{QByteArray("\x88\x02\x03\xe8")});
    QVERIFY(stream->isFinished);
    QCOMPARE(closed.size(), 1);
    stream->say(frame(0x81, "too late") + frame(0x89, "x"));
    connection->write("too late");
    QCoreApplication::processEvents();
    QVERIFY(messages.isEmpty());
    QCOMPARE(writes.size(), 1);
    connection->tick(m_clock.steady() + std::chrono::milliseconds(1'000));
    QVERIFY(!stream->isClosed);
    connection->tick(m_clock.steady() + std::chrono::milliseconds(2'000));
    QVERIFY(stream->isClosed);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(connection.isNull());
    QCOMPARE(closed.size(), 1);
}

void TestWebSocketTransport::closesAtOnceWhatCannotBeHalfClosed()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    auto *connection = new WebSocketConnection(std::move(noted), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QSignalSpy closed(connection, &WebSocketConnection::closed);
    stream->say(frame(0x88, "\x03\xe8"));
    QCoreApplication::processEvents();
    QVERIFY(stream->isClosed);
    QCOMPARE(closed.size(), 1);
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
