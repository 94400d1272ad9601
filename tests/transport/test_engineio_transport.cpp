// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/listener.h"
#include "transport/rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using rawclient::frame;
using rawclient::get;
using rawclient::post;
using rawclient::RawClient;
using rawclient::Response;
using transport::Channel;
using transport::SharedFrame;
using namespace std::chrono_literals;

class TestEngineIoTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void opensAPollingSession();
    void opensAWebSocketSession();
    void refusesHandshakes_data();
    void refusesHandshakes();
    void refusesUpgrades_data();
    void refusesUpgrades();
    void echoesOverPolling();
    void sendsAllOfATurnInOnePoll();
    void refusesBadPosts_data();
    void refusesBadPosts();
    void leavesTheSessionOpenWhenABodyIsTooBig();
    void closesOnTwoPolls();
    void closesWhenAPollIsAbandoned();
    void closesWhenAPostIsCut_data();
    void closesWhenAPostIsCut();
    void outlivesOtherCuts_data();
    void outlivesOtherCuts();
    void beats();
    void endsASilentSession();
    void tellsAWaitingPollThatTheSessionIsGone();
    void refusesAnOverdueClientBeforeTheTimerDoes();
    void endsPollsOnGoodbye();
    void owesANoopAfterGoodbye();
    void closesPollingFromTheServer();
    void leavesNoGoodbyeInTheSocket();
    void waitsLittleForASlowReader();
    void closesPollingWithTheNextPoll();
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
    void limitsPacketsOfAPost();

private:
    QByteArray open(RawClient &client);
    Response ask(RawClient &client, const QByteArray &request);
    QByteArray polling(const QByteArray &sid) const
    {
        return "/socket.io/?EIO=4&transport=polling&sid=" + sid;
    }

    support::FakeClock m_clock;
    support::SeededEntropy m_entropy;
    std::unique_ptr<transport::Listener> m_listener;
    QPointer<Channel> m_channel;
    std::unique_ptr<QSignalSpy> m_closed;
    quint16 m_port = 0;
};

void TestEngineIoTransport::init()
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

void TestEngineIoTransport::cleanup()
{
    m_closed.reset();
    m_listener.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(m_channel.isNull());
    QCOMPARE(m_clock.timerCount(), 0);
}

Response TestEngineIoTransport::ask(RawClient &client, const QByteArray &request)
{
    const auto before = client.responses().size();
    client.send(request);
    if (!QTest::qWaitFor([&] { return client.responses().size() > before; }))
        return {};
    return client.responses().at(before);
}

QByteArray TestEngineIoTransport::open(RawClient &client)
{
    const Response response = ask(client, get("/socket.io/?EIO=4&transport=polling"));
    return QJsonDocument::fromJson(response.body.mid(1))
        .object()
        .value(QLatin1String("sid"))
        .toString()
        .toLatin1();
}

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

void TestEngineIoTransport::echoesOverPolling()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    const Response ok = ask(client, post(polling(sid), "4hello\x1e"
                                                       "bAQIDBA=="));
    QCOMPARE(ok.status, 200);
    QCOMPARE(ok.headers.value("content-type"), QByteArray("text/html"));
    QCOMPARE(ok.body, QByteArray("ok"));
    const Response poll = ask(client, get(polling(sid)));
    QCOMPARE(poll.body, QByteArray("4hello\x1e"
                                   "bAQIDBA=="));
    // A poll that waits is answered by what comes.
    RawClient poller(m_port);
    poller.send(get(polling(sid)));
    QTRY_VERIFY(m_channel->isWritable());
    m_channel->send(SharedFrame::text("news"));
    QTRY_COMPARE(poller.responses().size(), 1);
    QCOMPARE(poller.responses().first().body, QByteArray("4news"));
    QVERIFY(!m_channel->isWritable());
}

void TestEngineIoTransport::sendsAllOfATurnInOnePoll()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    client.send(get(polling(sid)));
    QTRY_VERIFY(m_channel->isWritable());
    QSignalSpy drained(m_channel, &Channel::drained);
    for (int i = 1; i <= 3; ++i)
        m_channel->send(SharedFrame::text("test" + QByteArray::number(i)));
    QCOMPARE(m_channel->bytesUnsent(), 15);
    QTRY_COMPARE(client.responses().size(), 2);
    QCOMPARE(client.responses().last().body, QByteArray("4test1\x1e"
                                                        "4test2\x1e"
                                                        "4test3"));
    QCOMPARE(m_channel->bytesUnsent(), 0);
    QCOMPARE(drained.size(), 1);
}

void TestEngineIoTransport::refusesBadPosts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("unknown type") << QByteArray("abc") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("bad base64") << QByteArray("b!!!!") << QByteArray();
    QTest::newRow("bad UTF-8") << QByteArray("4\xff") << QByteArray();
    QTest::newRow("octets") << QByteArray("4hello")
                            << QByteArray("Content-Type: application/octet-stream\r\n");
}

void TestEngineIoTransport::refusesBadPosts()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    RawClient client(m_port);
    const QByteArray sid = open(client);
    QCOMPARE(ask(client, post(polling(sid), body, headers)).status, 400);
    QCOMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->at(0).at(0).toInt(), 1002);
    QCOMPARE(ask(client, get(polling(sid))).status, 400);
    QCOMPARE(m_listener->channelCount(), 0);
}

void TestEngineIoTransport::leavesTheSessionOpenWhenABodyIsTooBig()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    QCOMPARE(ask(client, post(polling(sid), '4' + QByteArray(1000, 'x'))).status, 413);
    QVERIFY(m_channel->isOpen());
    QCOMPARE(ask(client, post(polling(sid), "4hello")).status, 200);
    QCOMPARE(ask(client, "PUT " + polling(sid) + " HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 500);
    QVERIFY(m_channel->isOpen());
}

void TestEngineIoTransport::closesOnTwoPolls()
{
    RawClient client(m_port);
    RawClient other(m_port);
    const QByteArray sid = open(client);
    client.send(get(polling(sid)));
    QTRY_VERIFY(m_channel->isWritable());
    QCOMPARE(ask(other, get(polling(sid))).status, 400);
    QTRY_COMPARE(client.responses().size(), 2);
    QCOMPARE(client.responses().last().body, QByteArray("1"));
    QCOMPARE(ask(other, get(polling(sid))).status, 400);
    QCOMPARE(m_closed->size(), 1);
}

void TestEngineIoTransport::closesWhenAPollIsAbandoned()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    client.send(get(polling(sid)));
    QTRY_VERIFY(m_channel->isWritable());
    client.socket().abort();
    QTRY_COMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->at(0).at(0).toInt(), 1006);
}

void TestEngineIoTransport::closesWhenAPostIsCut_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("end"); // the client's; or the answer it gets
    const QByteArray length = "Content-Length: 100\r\n";
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    QTest::newRow("reset") << length << QByteArray("4hel") << 0;
    QTest::newRow("reset, nothing of the body") << length << QByteArray() << 0;
    QTest::newRow("reset, chunked") << chunked << QByteArray("5\r\n4hell\r\n") << 0;
    QTest::newRow("says no more") << length << QByteArray("4hel") << 1;
    QTest::newRow("says no more, all packets whole") << length << QByteArray("4hello\x1e") << 1;
    QTest::newRow("dawdles") << "Expect: 100-continue\r\n" + length << QByteArray("4hel") << 408;
    QTest::newRow("bad chunk") << chunked << QByteArray("5\r\n4hell\r\nwhat\r\n") << 400;
}

void TestEngineIoTransport::closesWhenAPostIsCut()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, end);
    RawClient client(m_port);
    const QByteArray sid = open(client);
    QSignalSpy texts(m_channel, &Channel::textReceived);
    client.send(get(polling(sid)));
    QTRY_VERIFY(m_channel->isWritable());
    RawClient poster(m_port);
    poster.send("POST " + polling(sid) + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body);
    if (end == 0) {
        poster.socket().abort();
    } else if (end == 1) {
        poster.socket().disconnectFromHost();
    } else {
        if (end == 408) {
            QTRY_COMPARE(poster.responses().value(0).status, 100); // the head was read
            m_clock.advance(12s);
        }
        QTRY_VERIFY(!poster.responses().isEmpty() && poster.responses().last().status == end);
    }
    QTRY_COMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->at(0).at(0).toInt(), 1006);
    QCOMPARE(m_closed->at(0).at(1).toByteArray(), QByteArray("data request connection closed prematurely"));
    QTRY_COMPARE(client.responses().size(), 2);
    QCOMPARE(client.responses().last().body, QByteArray("1"));
    QCOMPARE(ask(client, get(polling(sid))).status, 400);
    QVERIFY(texts.isEmpty());
    QCOMPARE(m_listener->channelCount(), 0);
}

void TestEngineIoTransport::outlivesOtherCuts_data()
{
    QTest::addColumn<QByteArray>("beginning"); // %: where the session is
    QTest::addColumn<int>("status");           // 0: the client goes away
    const QByteArray tail = " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n";
    QTest::newRow("in the head") << "POST %" + tail << 0;
    QTest::newRow("another session") << "POST %x" + tail + "\r\n4hel" << 0;
    QTest::newRow("another path") << "POST /other%" + tail + "\r\n4hel" << 0;
    QTest::newRow("another method") << "PUT %" + tail + "\r\n4hel" << 0;
    QTest::newRow("foreign origin") << "POST %" + tail + "Origin: http://evil.example\r\n\r\n4hel" << 0;
    QTest::newRow("foreign host") << QByteArray("POST % HTTP/1.1\r\nHost: evil.example\r\n"
                                                "Content-Length: 100\r\n\r\n4hel")
                                  << 0;
    QTest::newRow("too big, announced") << QByteArray("POST % HTTP/1.1\r\nHost: localhost\r\n"
                                                      "Content-Length: 9999999\r\n\r\n4hel")
                                        << 413;
    QTest::newRow("too big, found out") << "POST % HTTP/1.1\r\nHost: localhost\r\n"
                                           "Transfer-Encoding: chunked\r\n\r\n200000\r\n" +
                                               QByteArray(0x200'000, 'x')
                                        << 413;
}

void TestEngineIoTransport::outlivesOtherCuts()
{
    QFETCH(QByteArray, beginning);
    QFETCH(int, status);
    RawClient client(m_port);
    const QByteArray sid = open(client);
    RawClient poster(m_port);
    poster.send(beginning.replace('%', polling(sid)));
    if (status == 0)
        poster.socket().abort();
    else
        QTRY_COMPARE(poster.responses().value(0).status, status);
    // Another connection is lost after that one: what the first did to the session is done by then.
    RawClient last(m_port);
    const QByteArray other = open(last);
    const QPointer<Channel> lost = m_channel;
    RawClient cut(m_port);
    cut.send("POST " + polling(other) + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n");
    cut.socket().abort();
    QTRY_VERIFY(lost.isNull());
    QCOMPARE(ask(client, post(polling(sid), "4hello")).status, 200);
    QCOMPARE(ask(client, get(polling(sid))).body, QByteArray("4hello"));
}

void TestEngineIoTransport::beats()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    for (int round = 0; round < 3; ++round) {
        m_clock.advance(25s);
        QCOMPARE(ask(client, get(polling(sid))).body, QByteArray("2"));
        QCOMPARE(ask(client, post(polling(sid), "3")).body, QByteArray("ok"));
    }
    QVERIFY(m_channel->isOpen());
    // A ping by the client is against the protocol.
    QCOMPARE(ask(client, post(polling(sid), "2")).status, 200);
    QCOMPARE(m_closed->size(), 1);
}

void TestEngineIoTransport::endsASilentSession()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    m_clock.advance(25s);
    m_clock.advance(19'999ms);
    QVERIFY(m_closed->isEmpty());
    m_clock.advance(1ms);
    QCOMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->at(0).at(1).toByteArray(), QByteArray("ping timeout"));
    RawClient later(m_port);
    QCOMPARE(ask(later, get(polling(sid))).status, 400);
}

void TestEngineIoTransport::tellsAWaitingPollThatTheSessionIsGone()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    m_clock.advance(25s);
    QCOMPARE(ask(client, get(polling(sid))).body, QByteArray("2"));
    client.send(get(polling(sid)));
    QTRY_VERIFY(m_channel->isWritable());
    m_clock.advance(20s);
    QCOMPARE(m_closed->size(), 1);
    QTRY_COMPARE(client.responses().size(), 3);
    QCOMPARE(client.responses().last().status, 400);
    QCOMPARE(client.responses().last().body, QByteArray(R"({"code":1,"message":"Session ID unknown"})"));
}

void TestEngineIoTransport::refusesAnOverdueClientBeforeTheTimerDoes()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    m_clock.advance(25s);
    m_clock.advance(19'998ms);
    QCOMPARE(ask(client, get(polling(sid))).body, QByteArray("2"));
    m_clock.advance(1ms);
    QCOMPARE(ask(client, post(polling(sid), "3")).status, 400);
    QCOMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->at(0).at(1).toByteArray(), QByteArray("ping timeout"));
}

void TestEngineIoTransport::endsPollsOnGoodbye()
{
    RawClient client(m_port);
    RawClient poller(m_port);
    const QByteArray sid = open(client);
    poller.send(get(polling(sid)));
    QTRY_VERIFY(m_channel->isWritable());
    QCOMPARE(ask(client, post(polling(sid), "1")).body, QByteArray("ok"));
    QTRY_COMPARE(poller.responses().size(), 1);
    QCOMPARE(poller.responses().first().body, QByteArray("6"));
    QCOMPARE(ask(client, get(polling(sid))).status, 400);
    QCOMPARE(m_closed->at(0).at(0).toInt(), 1000);
}

void TestEngineIoTransport::owesANoopAfterGoodbye()
{
    RawClient client(m_port);
    QByteArray sid = open(client);
    QCOMPARE(ask(client, post(polling(sid), "1")).body, QByteArray("ok"));
    QCOMPARE(ask(client, get(polling(sid))).body, QByteArray("6"));
    QCOMPARE(ask(client, get(polling(sid))).status, 400);
    sid = open(client);
    ask(client, post(polling(sid), "1"));
    m_clock.advance(50ms);
    QCOMPARE(ask(client, get(polling(sid))).status, 400);
}

void TestEngineIoTransport::closesPollingFromTheServer()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    client.send(get(polling(sid)));
    QTRY_VERIFY(m_channel->isWritable());
    m_channel->send(SharedFrame::text("last words"));
    m_listener->close();
    QTRY_COMPARE(client.responses().size(), 2);
    // Not `close`: there are clients that would not come back when the server does.
    QCOMPARE(client.responses().last().body, QByteArray("4last words\x1e"
                                                        "6"));
    QCOMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->at(0).at(0).toInt(), 1001);
}

void TestEngineIoTransport::leavesNoGoodbyeInTheSocket()
{
    RawClient first(m_port);
    RawClient second(m_port);
    for (RawClient *client : {&first, &second}) {
        const QByteArray sid = open(*client);
        client->send(get(polling(sid)));
        QTRY_VERIFY(m_channel->isWritable());
    }
    // As a program that ends: no turn of the loop between the close and the end of the listener.
    m_listener->close();
    m_listener.reset();
    for (RawClient *client : {&first, &second}) {
        QTRY_VERIFY(client->isClosed());
        QCOMPARE(client->socket().error(), QAbstractSocket::RemoteHostClosedError);
        QCOMPARE(client->responses().size(), 2);
        QCOMPARE(client->responses().last().body, QByteArray("6"));
    }
}

void TestEngineIoTransport::waitsLittleForASlowReader()
{
    RawClient deaf(m_port);
    RawClient client(m_port);
    QByteArray sid = open(deaf);
    const QPointer<Channel> deafChannel = m_channel;
    deaf.socket().setReadBufferSize(1);
    deaf.send(get(polling(sid)));
    QTRY_VERIFY(deafChannel->isWritable());
    deafChannel->send(SharedFrame::text(QByteArray(16 * 1024 * 1024, 'x')));
    sid = open(client);
    client.send(get(polling(sid)));
    QTRY_VERIFY(m_channel->isWritable());
    m_listener->close(); // comes back, though the deaf one never reads
    m_listener.reset();
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.responses().last().body, QByteArray("6"));
}

void TestEngineIoTransport::closesPollingWithTheNextPoll()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    m_channel->close(transport::CloseCode::Authentication, "who are you");
    QVERIFY(!m_channel->isOpen());
    QCOMPARE(m_listener->channelCount(), 0);
    QVERIFY(m_closed->isEmpty());
    QCOMPARE(ask(client, get(polling(sid))).body, QByteArray("1"));
    QCOMPARE(m_closed->at(0).at(0).toInt(), 4001);
    // Or after half a minute without one.
    open(client);
    m_channel->close(transport::CloseCode::Normal, {});
    m_clock.advance(30s);
    QCOMPARE(m_closed->size(), 1);
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

void TestEngineIoTransport::limitsPacketsOfAPost()
{
    RawClient client(m_port);
    const Response opened = ask(client, get("/roomy/?EIO=4&transport=polling"));
    const QByteArray sid = QJsonDocument::fromJson(opened.body.mid(1))
                               .object()
                               .value(QLatin1String("sid"))
                               .toString()
                               .toLatin1();
    const QByteArray target = "/roomy/?EIO=4&transport=polling&sid=" + sid;
    QCOMPARE(ask(client, post(target, QByteArray("6\x1e").repeated(10'000) + "6")).status, 200);
    QCOMPARE(ask(client, post(target, QByteArray("6\x1e").repeated(20'000) + "6")).status, 400);
    QCOMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->at(0).at(0).toInt(), 1008);
}

QTEST_GUILESS_MAIN(TestEngineIoTransport)
#include "test_engineio_transport.moc"
