// SPDX-License-Identifier: GPL-3.0-or-later
#include "abuse/rig.h"

#include <QTest>

using support::BlockingClient;
using support::clientFrame;
using support::clientFrameHead;
using support::HeardAnswer;

/// Requests and packets nobody honest sends to Engine.IO, below every tongue it carries.
class TestAbuseEngineIo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_rig.begin(); }
    void cleanup();
    void refusesEngineIoRequests_data();
    void refusesEngineIoRequests();
    void closesPollingSessions_data();
    void closesPollingSessions();
    void closesEngineIoWebSockets_data();
    void closesEngineIoWebSockets();
    void keepsOneWebSocketPerSession();
    void guessesNoSession();
    void takesNoOctetStreams();
    void keepsNoSessionWhosePostIsCut();

private:
    [[nodiscard]] QByteArray sid() const;

    abuse::Rig m_rig;
};

namespace {
const QByteArray engineIo = "/socket.io/?EIO=4&transport=";
const QByteArray host = "Host: localhost\r\n";

QByteArray text(const QByteArray &message) { return clientFrame(0x81, message); }
QByteArray binary(const QByteArray &message) { return clientFrame(0x82, message); }

QByteArray get(const QByteArray &target) { return "GET " + target + " HTTP/1.1\r\n" + host + "\r\n"; }

QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &headers = {})
{
    return "POST " + target + " HTTP/1.1\r\n" + host + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

HeardAnswer ask(quint16 port, const QByteArray &request)
{
    BlockingClient client(port);
    client.send(request);
    return client.readAnswer();
}
} // namespace

void TestAbuseEngineIo::initTestCase()
{
    const QString fault = m_rig.start();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestAbuseEngineIo::cleanup()
{
    const QString fault = m_rig.verdict();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

QByteArray TestAbuseEngineIo::sid() const
{
    const QByteArray body = ask(m_rig.port(), get(engineIo + "polling")).body;
    const QByteArray mark = "\"sid\":\"";
    const qsizetype at = body.indexOf(mark) + mark.size();
    return body.mid(at, body.indexOf('"', at) - at);
}

void TestAbuseEngineIo::refusesEngineIoRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body"); // empty: any
    const auto row = [](const char *name, const QByteArray &request, int code) {
        QTest::newRow(name) << request << QByteArray("{\"code\":" + QByteArray::number(code) + ',');
    };
    const QByteArray upgrade = host +
                               "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    const auto upgraded = [&](const QByteArray &query) {
        return QByteArray("GET /socket.io/?" + query + " HTTP/1.1\r\n" + upgrade);
    };
    row("EIO=3", get("/socket.io/?EIO=3&transport=polling"), 5);
    row("no EIO", get("/socket.io/?transport=polling"), 5);
    row("EIO=4 twice", get("/socket.io/?EIO=4&EIO=4&transport=polling"), 5);
    row("EIO=4 and EIO=3", get("/socket.io/?EIO=4&EIO=3&transport=polling"), 5);
    row("EIO=4.0", get("/socket.io/?EIO=4.0&transport=polling"), 5);
    row("EIO huge", get("/socket.io/?EIO=99999999999999999999&transport=polling"), 5);
    row("no transport", get("/socket.io/?EIO=4"), 0);
    row("transport __proto__", get("/socket.io/?EIO=4&transport=__proto__"), 0);
    row("transport constructor", get("/socket.io/?EIO=4&transport=constructor"), 0);
    row("transport with NUL", get("/socket.io/?EIO=4&transport=polling%00"), 0);
    row("transport webtransport", get("/socket.io/?EIO=4&transport=webtransport"), 0);
    row("transport of 8 KiB", get("/socket.io/?EIO=4&transport=" + QByteArray(8192, 'x')), 0);
    row("WebSocket without upgrade", get(engineIo + "websocket"), 3);
    row("unknown sid", get(engineIo + "polling&sid=unknown"), 1);
    row("empty sid", get(engineIo + "polling&sid="), 1);
    row("sid with a path", get(engineIo + "polling&sid=..%2f..%2fetc"), 1);
    row("sid with NUL", get(engineIo + "polling&sid=%00"), 1);
    row("sid of 8 KiB", get(engineIo + "polling&sid=" + QByteArray(8192, 'x')), 1);
    row("POST to an unknown sid", post(engineIo + "polling&sid=unknown", "4hello"), 1);
    row("POST without a sid", post(engineIo + "polling", "4hello"), 2);
    row("PUT without a sid", "PUT " + engineIo + "polling HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n",
        2);
    row("upgrade to an unknown sid", upgraded("EIO=4&transport=websocket&sid=unknown"), 1);
    row("upgrade that says polling", upgraded("EIO=4&transport=polling"), 3);
    row("upgrade with EIO=3", upgraded("EIO=3&transport=websocket"), 5);
    row("upgrade with transport __proto__", upgraded("EIO=4&transport=__proto__"), 0);
    QTest::newRow("path without its slash") << get("/socket.io?EIO=4&transport=polling") << QByteArray();
    QTest::newRow("path beyond") << get("/socket.io/x?EIO=4&transport=polling") << QByteArray();
}

void TestAbuseEngineIo::refusesEngineIoRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    const HeardAnswer answer = ask(m_rig.port(), request);
    QCOMPARE(answer.status, body.isEmpty() ? 404 : 400);
    QVERIFY2(answer.body.startsWith(body), answer.body.constData());
}

void TestAbuseEngineIo::closesPollingSessions_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isClosed");
    const auto row = [](const char *name, const QByteArray &body, int status, bool isClosed,
                        const QByteArray &headers = {}) {
        QTest::newRow(name) << body << headers << status << isClosed;
    };
    row("empty", "", 400, true);
    row("unknown type", "abc", 400, true);
    row("type 7", "7", 400, true);
    row("Engine.IO 3 payload", "10:4[\"message\"]", 200, true); // its "1" says goodbye
    row("a ping", "2", 200, true);
    row("a ping behind a message",
        "40\x1e"
        "2",
        200, true);
    row("half a million pings", QByteArray("2\x1e").repeated(499'999) + "2", 400, true);
    row("half a million separators", QByteArray(500'000, '\x1e'), 400, true);
    row("bad base64", "b!!!!", 400, true);
    row("base64 of the wrong length", "bQUJD=", 400, true);
    row("bad UTF-8", "4\xff\xfe", 400, true);
    row("a message too big before sign-in", "4" + QByteArray(20'000, 'x'), 400, true);
    row("beyond maxPayload", QByteArray(1'000'001, '4'), 413, false);
    row("octet stream", "4hello", 400, true, "Content-Type: application/octet-stream\r\n");
    row("compressed", "4hello", 415, false, "Content-Encoding: gzip\r\n");
    row("open", "0{\"sid\":\"mine\"}", 200, false);
    row("upgrade on polling", "5", 200, false);
    row("noop", "6", 200, false);
    row("pongs", QByteArray("3\x1e").repeated(1000) + "3", 200, false);
}

void TestAbuseEngineIo::closesPollingSessions()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    QFETCH(bool, isClosed);
    const QByteArray target = engineIo + "polling&sid=" + sid();
    QCOMPARE(ask(m_rig.port(), post(target, body, headers)).status, status);
    QCOMPARE(ask(m_rig.port(), post(target, "3")).status, isClosed ? 400 : 200);
    if (!isClosed)
        QCOMPARE(ask(m_rig.port(), post(target, "1")).status, 200);
}

void TestAbuseEngineIo::closesEngineIoWebSockets_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty text") << text("");
    QTest::newRow("unknown type") << text("abc");
    QTest::newRow("type 7") << text("7");
    QTest::newRow("a ping") << text("2");
    QTest::newRow("a ping with data") << text("2probe");
    QTest::newRow("close") << text("1");
    QTest::newRow("bad UTF-8") << text("4\xff");
    QTest::newRow("binary nobody announced") << binary("x");
    QTest::newRow("a message too big before sign-in") << text("4" + QByteArray(20'000, 'x'));
    QTest::newRow("2^63 - 1 bytes") << clientFrameHead(0x81, (1ULL << 63) - 1, 8);
}

void TestAbuseEngineIo::closesEngineIoWebSockets()
{
    QFETCH(QByteArray, bytes);
    const auto client = m_rig.open(engineIo + "websocket");
    QVERIFY(client);
    QVERIFY(client->send(bytes));
    QVERIFY(client->readFrame("close", ""));
    client->finish();
    QVERIFY(client->hearsEnd());
}

void TestAbuseEngineIo::keepsOneWebSocketPerSession()
{
    const QByteArray target = engineIo + "websocket&sid=" + sid();
    const auto first = m_rig.open(target);
    const auto second = m_rig.open(target);
    QVERIFY(first && second);
    QVERIFY(second->readFrame("close", ""));
    QVERIFY(first->send(text("2probe")));
    QVERIFY(first->readFrame("text", "3probe"));
    QVERIFY(first->send(text("5") + text("40")));
    QVERIFY(first->readFrame("text", "40{\"sid\""));
    const auto third = m_rig.open(target);
    QVERIFY(!third || third->readFrame("close", ""));
    QVERIFY(first->send(text("421[\"get_user_info\"]")));
    QVERIFY(first->readFrame("text", "431["));
}

void TestAbuseEngineIo::guessesNoSession()
{
    const QByteArray own = sid();
    QVERIFY(own.size() >= 20);
    BlockingClient client(m_rig.port());
    constexpr int guesses = 10'000;
    constexpr int atOnce = 100;
    for (int i = 0; i < guesses; i += atOnce) {
        QByteArray requests;
        for (int j = 0; j < atOnce; ++j)
            requests +=
                get(engineIo + "polling&sid=" + own.chopped(4) + QByteArray::number(1000 + (i + j) % 9000));
        QVERIFY(client.send(requests));
        for (int j = 0; j < atOnce; ++j)
            QCOMPARE(client.readAnswer().status, 400);
    }
    QCOMPARE(ask(m_rig.port(), post(engineIo + "polling&sid=" + own, "1")).status, 200);
}

void TestAbuseEngineIo::takesNoOctetStreams()
{
    for (int i = 0; i < 500; ++i) {
        const QByteArray target = engineIo + "polling&sid=" + sid();
        QCOMPARE(ask(m_rig.port(), post(target, "4x", "Content-Type: application/octet-stream\r\n")).status,
                 400);
    }
}

void TestAbuseEngineIo::keepsNoSessionWhosePostIsCut()
{
    for (int i = 0; i < 200; ++i) {
        const QByteArray target = engineIo + "polling&sid=" + sid();
        BlockingClient client(m_rig.port());
        QVERIFY(client.send("POST " + target + " HTTP/1.1\r\n" + host +
                            "Content-Length: 100\r\nExpect: 100-continue\r\n\r\n4x"));
        QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 100"));
        client.vanish();
        QTRY_COMPARE(ask(m_rig.port(), post(target, "3")).status, 400);
    }
}

QTEST_GUILESS_MAIN(TestAbuseEngineIo)
#include "test_abuse_engineio.moc"
