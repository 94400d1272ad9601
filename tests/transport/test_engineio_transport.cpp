// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/engineiorig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using rawclient::frame;
using rawclient::get;
using rawclient::post;
using rawclient::RawClient;
using rawclient::Response;
using transport::SharedFrame;
using namespace std::chrono_literals;

class TestEngineIoTransport : public EngineIoRig
{
    Q_OBJECT
private Q_SLOTS:
    void opensAPollingSession();
    void opensAWebSocketSession();
    void refusesHandshakes_data();
    void refusesHandshakes();
    void refusesUpgrades_data();
    void refusesUpgrades();
    void talksOverWebSocket();
    void closesWebSocketsOnBadPackets();
    void upgrades();
    void carriesWhatWaitedOntoTheWebSocket();
    void dropsOnlyTheProbeThatFails();
    void refusesASecondWebSocket();
    void turnsAwayBeyondTheLimit();
    void keepsAReserveForThePrivileged();
    void pingsAsOftenAsADeadClientMayCost();
    void limitsMessages();
};

void TestEngineIoTransport::opensAPollingSession()
{
    RawClient client(m_port);
    const Response response = ask(client, get("/socket.io/?EIO=4&transport=polling&t=abc&b64=1"));
    QCOMPARE(response.status, 200);
    QCOMPARE(response.headers.value("content-type"), QByteArray("text/plain; charset=UTF-8"));
    QCOMPARE(response.headers.value("cache-control"), QByteArray("no-store"));
    QVERIFY(response.body.startsWith('0'));
    const QJsonObject handshake = QJsonDocument::fromJson(response.body.mid(1)).object();
    QCOMPARE(handshake.keys().size(), 5);
    QCOMPARE(handshake.value(QLatin1String("sid")).toString().size(), 20);
    QCOMPARE(handshake.value(QLatin1String("upgrades")).toArray(), QJsonArray{QStringLiteral("websocket")});
    QCOMPARE(handshake.value(QLatin1String("pingInterval")).toInt(), 25'000);
    QCOMPARE(handshake.value(QLatin1String("pingTimeout")).toInt(), 20'000);
    QCOMPARE(handshake.value(QLatin1String("maxPayload")).toInt(), 1000);
    QVERIFY(m_channel);
    QCOMPARE(m_channel->handshake().tongue, QByteArray("engine.io"));
    QCOMPARE(m_channel->carrier(), QByteArray("polling"));
    QCOMPARE(m_listener->channelCount(), 1);
}

void TestEngineIoTransport::opensAWebSocketSession()
{
    RawClient client(m_port);
    client.upgrade("/socket.io/?EIO=4&transport=websocket");
    QTRY_COMPARE(client.frames().size(), 1);
    const QByteArray packet = client.frames().first();
    QVERIFY(packet.startsWith('0'));
    const QJsonObject handshake = QJsonDocument::fromJson(packet.mid(1)).object();
    QCOMPARE(handshake.keys().size(), 5);
    QCOMPARE(handshake.value(QLatin1String("upgrades")), QJsonValue(QJsonArray{}));
}

void TestEngineIoTransport::refusesHandshakes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("code");
    QTest::newRow("no transport") << get("/socket.io/?EIO=4") << 0;
    QTest::newRow("unknown transport") << get("/socket.io/?EIO=4&transport=abc") << 0;
    QTest::newRow("prototype") << get("/socket.io/?EIO=4&transport=__proto__") << 0;
    QTest::newRow("unknown sid") << get("/socket.io/?EIO=4&transport=polling&sid=abc") << 1;
    QTest::newRow("empty sid") << get("/socket.io/?EIO=4&transport=polling&sid=") << 1;
    QTest::newRow("POST") << post("/socket.io/?EIO=4&transport=polling", "") << 2;
    QTest::newRow("PUT") << QByteArray(
                                "PUT /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n\r\n")
                         << 2;
    QTest::newRow("WebSocket without upgrade") << get("/socket.io/?EIO=4&transport=websocket") << 3;
    QTest::newRow("foreign origin") << get("/socket.io/?EIO=4&transport=polling",
                                           "Origin: http://evil.example\r\n")
                                    << 4;
    QTest::newRow("no EIO") << get("/socket.io/?transport=polling") << 5;
    QTest::newRow("EIO 3") << get("/socket.io/?EIO=3&transport=polling") << 5;
    QTest::newRow("EIO twice") << get("/socket.io/?EIO=4&EIO=3&transport=polling") << 5;
}

void TestEngineIoTransport::refusesHandshakes()
{
    QFETCH(QByteArray, request);
    QFETCH(int, code);
    RawClient client(m_port);
    const Response response = ask(client, request);
    QCOMPARE(response.status, code == 4 ? 403 : 400);
    QCOMPARE(response.headers.value("content-type"), QByteArray("application/json"));
    const QByteArrayList sentences{"Transport unknown", "Session ID unknown", "Bad handshake method",
                                   "Bad request",       "Forbidden",          "Unsupported protocol version"};
    QCOMPARE(response.body,
             R"({"code":)" + QByteArray::number(code) + R"(,"message":")" + sentences.at(code) + R"("})");
    QVERIFY(!m_channel);
}

void TestEngineIoTransport::refusesUpgrades_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("code");
    QTest::newRow("EIO 3") << QByteArray("/socket.io/?EIO=3&transport=websocket") << 5;
    QTest::newRow("unknown transport") << QByteArray("/socket.io/?EIO=4&transport=abc") << 0;
    QTest::newRow("polling") << QByteArray("/socket.io/?EIO=4&transport=polling") << 3;
    QTest::newRow("unknown sid") << QByteArray("/socket.io/?EIO=4&transport=websocket&sid=abc") << 1;
}

void TestEngineIoTransport::refusesUpgrades()
{
    QFETCH(QByteArray, target);
    QFETCH(int, code);
    RawClient client(m_port);
    client.upgrade(target);
    QTRY_VERIFY(client.isClosed());
    const Response response = client.responses().first();
    QCOMPARE(response.status, 400);
    QCOMPARE(QJsonDocument::fromJson(response.body).object().value(QLatin1String("code")).toInt(-1), code);
}

void TestEngineIoTransport::talksOverWebSocket()
{
    RawClient client(m_port);
    client.upgrade("/socket.io/?EIO=4&transport=websocket");
    QTRY_COMPARE(client.frames().size(), 1);
    client.send(frame(0x81, "4hello").append(frame(0x82, "\1\2")).append(frame(0x81, "6")));
    QTRY_COMPARE(client.frames().size(), 3);
    QCOMPARE(client.frames().at(1), QByteArray("4hello"));
    QCOMPARE(client.frames().at(2), QByteArray("\1\2"));
    m_clock.advance(25s);
    QTRY_COMPARE(client.frames().last(), QByteArray("2"));
    client.send(frame(0x81, "3").append(frame(0x81, "4behind the pong")));
    QTRY_COMPARE(client.frames().last(), QByteArray("4behind the pong"));
    m_clock.advance(24s);
    QVERIFY(m_closed->isEmpty());
    client.send(frame(0x81, "1"));
    QTRY_COMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->at(0).at(0).toInt(), 1000);
    QTRY_COMPARE(client.frames().last(), QByteArray("close 1000"));
}

void TestEngineIoTransport::closesWebSocketsOnBadPackets()
{
    RawClient client(m_port);
    client.upgrade("/socket.io/?EIO=4&transport=websocket");
    QTRY_COMPARE(client.frames().size(), 1);
    client.send(frame(0x81, "abc"));
    QTRY_COMPARE(m_closed->size(), 1);
    QTRY_COMPARE(client.frames().last(), QByteArray("close 1002"));
}

void TestEngineIoTransport::upgrades()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    RawClient socket(m_port);
    socket.upgrade("/socket.io/?EIO=4&transport=websocket&sid=" + sid);
    QTRY_COMPARE(socket.responses().size(), 1);
    client.send(get(polling(sid)));
    socket.send(frame(0x81, "2probe"));
    QTRY_COMPARE(socket.frames(), QByteArrayList{"3probe"});
    QCOMPARE(client.responses().size(), 1);
    m_clock.advance(100ms);
    QTRY_COMPARE(client.responses().size(), 2);
    QCOMPARE(client.responses().last().body, QByteArray("6"));
    socket.send(frame(0x81, "5").append(frame(0x81, "4hello")));
    QTRY_COMPARE(socket.frames().last(), QByteArray("4hello"));
    QCOMPARE(socket.frames().size(), 2); // no noop leaked
    QCOMPARE(ask(client, get(polling(sid))).status, 400);
    QCOMPARE(ask(client, post(polling(sid), "4x")).status, 400);
    QVERIFY(m_channel->isOpen());
    socket.send(frame(0x81, "4again"));
    QTRY_COMPARE(socket.frames().last(), QByteArray("4again"));
    QVERIFY(m_closed->isEmpty());
    m_clock.advance(11s);
    QVERIFY(m_channel->isOpen());
}

void TestEngineIoTransport::carriesWhatWaitedOntoTheWebSocket()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    RawClient socket(m_port);
    socket.upgrade("/socket.io/?EIO=4&transport=websocket&sid=" + sid);
    QTRY_COMPARE(socket.responses().size(), 1);
    socket.send(frame(0x81, "2probe"));
    QTRY_COMPARE(socket.frames().size(), 1);
    m_channel->send(SharedFrame::text("waited"));
    m_channel->send(SharedFrame::binary("too"));
    socket.send(frame(0x81, "5"));
    QTRY_COMPARE(socket.frames().size(), 3);
    QCOMPARE(socket.frames().at(1), QByteArray("4waited"));
    QCOMPARE(socket.frames().at(2), QByteArray("too"));
    QCOMPARE(m_channel->bytesUnsent(), 0);
}

void TestEngineIoTransport::dropsOnlyTheProbeThatFails()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    for (const char *wrong : {"4hello", "5", "3probe"}) {
        RawClient socket(m_port);
        socket.upgrade("/socket.io/?EIO=4&transport=websocket&sid=" + sid);
        QTRY_COMPARE(socket.responses().size(), 1);
        socket.send(frame(0x81, wrong));
        QTRY_COMPARE(socket.frames(), QByteArrayList{"close 1000"});
    }
    RawClient slow(m_port);
    slow.upgrade("/socket.io/?EIO=4&transport=websocket&sid=" + sid);
    QTRY_COMPARE(slow.responses().size(), 1);
    slow.send(frame(0x81, "2probe"));
    QTRY_COMPARE(slow.frames(), QByteArrayList{"3probe"});
    m_clock.advance(10s);
    QTRY_COMPARE(slow.frames().last(), QByteArray("close 1000"));
    QCOMPARE(ask(client, post(polling(sid), "4hello")).status, 200);
    QVERIFY(m_channel->isOpen());
}

void TestEngineIoTransport::refusesASecondWebSocket()
{
    RawClient client(m_port);
    client.upgrade("/socket.io/?EIO=4&transport=websocket");
    QTRY_COMPARE(client.frames().size(), 1);
    const QByteArray sid = QJsonDocument::fromJson(client.frames().first().mid(1))
                               .object()
                               .value(QLatin1String("sid"))
                               .toString()
                               .toLatin1();
    RawClient second(m_port);
    second.upgrade("/socket.io/?EIO=4&transport=websocket&sid=" + sid);
    QTRY_COMPARE(second.frames(), QByteArrayList{"close 1000"});
    client.send(frame(0x81, "4hello"));
    QTRY_COMPARE(client.frames().last(), QByteArray("4hello"));
}

void TestEngineIoTransport::turnsAwayBeyondTheLimit()
{
    RawClient client(m_port);
    open(client);
    open(client);
    const Response refused = ask(client, get("/socket.io/?EIO=4&transport=polling"));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.body, QByteArray(R"({"code":4,"message":"Too many connections"})"));
    RawClient socket(m_port);
    socket.upgrade("/socket.io/?EIO=4&transport=websocket");
    QTRY_COMPARE(socket.frames(), QByteArrayList{"close 1013"});
    QCOMPARE(socket.responses().first().status, 101);
    QCOMPARE(m_listener->channelCount(), 2);
}

void TestEngineIoTransport::keepsAReserveForThePrivileged()
{
    RawClient client(m_port);
    for (int i = 0; i < 2; ++i)
        open(client);
    RawClient socket(m_port);
    socket.upgrade("/socket.io/?EIO=4&transport=websocket&token=x");
    QTRY_COMPARE(socket.frames().size(), 1);
    QVERIFY(socket.frames().first().startsWith('0'));
    QCOMPARE(ask(client, get("/socket.io/?EIO=4&transport=polling", "Authorization: Bearer x\r\n")).status,
             200);
    QCOMPARE(ask(client, get("/socket.io/?EIO=4&transport=polling", "Authorization: Bearer y\r\n")).status,
             403);
    QCOMPARE(ask(client, get("/socket.io/?EIO=4&transport=polling")).status, 403);
    QCOMPARE(m_listener->channelCount(), 4);
}

void TestEngineIoTransport::pingsAsOftenAsADeadClientMayCost()
{
    const transport::EngineIoOptions usual;
    QVERIFY(usual.pingInterval + usual.pingTimeout <= 46s);
}

void TestEngineIoTransport::limitsMessages()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    m_channel->setMessageLimit(5);
    QCOMPARE(ask(client, post(polling(sid), "412345\x1e"
                                            "41"))
                 .status,
             200);
    QCOMPARE(ask(client, post(polling(sid), "4123456")).status, 400);
    QCOMPARE(m_closed->at(0).at(0).toInt(), 1009);
    RawClient socket(m_port);
    socket.upgrade("/socket.io/?EIO=4&transport=websocket");
    QTRY_COMPARE(socket.frames().size(), 1);
    m_channel->setMessageLimit(5);
    socket.send(frame(0x81, "412345"));
    QTRY_COMPARE(socket.frames().last(), QByteArray("412345"));
    socket.send(frame(0x81, "4123456"));
    QTRY_COMPARE(socket.frames().last(), QByteArray("close 1009"));
}

QTEST_GUILESS_MAIN(TestEngineIoTransport)
#include "test_engineio_transport.moc"
