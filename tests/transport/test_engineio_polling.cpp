// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/engineiorig.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using rawclient::get;
using rawclient::post;
using rawclient::RawClient;
using rawclient::Response;
using transport::Channel;
using transport::SharedFrame;
using namespace std::chrono_literals;

class TestEngineIoPolling : public EngineIoRig
{
    Q_OBJECT
private Q_SLOTS:
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
    void limitsPacketsOfAPost();
};

void TestEngineIoPolling::echoesOverPolling()
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

void TestEngineIoPolling::sendsAllOfATurnInOnePoll()
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

void TestEngineIoPolling::refusesBadPosts_data()
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

void TestEngineIoPolling::refusesBadPosts()
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

void TestEngineIoPolling::leavesTheSessionOpenWhenABodyIsTooBig()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    QCOMPARE(ask(client, post(polling(sid), '4' + QByteArray(1000, 'x'))).status, 413);
    QVERIFY(m_channel->isOpen());
    QCOMPARE(ask(client, post(polling(sid), "4hello")).status, 200);
    QCOMPARE(ask(client, "PUT " + polling(sid) + " HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 500);
    QVERIFY(m_channel->isOpen());
}

void TestEngineIoPolling::closesOnTwoPolls()
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

void TestEngineIoPolling::closesWhenAPollIsAbandoned()
{
    RawClient client(m_port);
    const QByteArray sid = open(client);
    client.send(get(polling(sid)));
    QTRY_VERIFY(m_channel->isWritable());
    client.socket().abort();
    QTRY_COMPARE(m_closed->size(), 1);
    QCOMPARE(m_closed->at(0).at(0).toInt(), 1006);
}

void TestEngineIoPolling::closesWhenAPostIsCut_data()
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

void TestEngineIoPolling::closesWhenAPostIsCut()
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

void TestEngineIoPolling::outlivesOtherCuts_data()
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

void TestEngineIoPolling::outlivesOtherCuts()
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

void TestEngineIoPolling::beats()
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

void TestEngineIoPolling::endsASilentSession()
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

void TestEngineIoPolling::tellsAWaitingPollThatTheSessionIsGone()
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

void TestEngineIoPolling::refusesAnOverdueClientBeforeTheTimerDoes()
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

void TestEngineIoPolling::endsPollsOnGoodbye()
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

void TestEngineIoPolling::owesANoopAfterGoodbye()
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

void TestEngineIoPolling::closesPollingFromTheServer()
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

void TestEngineIoPolling::leavesNoGoodbyeInTheSocket()
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

void TestEngineIoPolling::waitsLittleForASlowReader()
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

void TestEngineIoPolling::closesPollingWithTheNextPoll()
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

void TestEngineIoPolling::limitsPacketsOfAPost()
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

QTEST_GUILESS_MAIN(TestEngineIoPolling)
#include "test_engineio_polling.moc"
