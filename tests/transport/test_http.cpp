// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httprig.h"

#include <QTest>

using rawclient::get;
using rawclient::post;
using rawclient::RawClient;

class TestHttp : public HttpRig
{
    Q_OBJECT
private Q_SLOTS:
    void answers();
    void keepsTheConnection();
    void keepsTheOrderOfPipelinedAnswers();
    void answersAThousandPipelinedRequests();
    void answersHead();
    void answersUnknownPathsAndMethods();
    void prefersTheLongestRoute();
    void checksHost_data();
    void checksHost();
    void checksOrigin_data();
    void checksOrigin();
    void answersPreflights();
    void tellsTheMethodsOfAPath();
    void compressesWhatMay_data();
    void compressesWhatMay();
    void readsBodies_data();
    void readsBodies();
    void says100Continue();
    void answersACancelledHandlerWith500();
};

void TestHttp::answers()
{
    RawClient client(m_port);
    client.send(get("/"));
    QTRY_COMPARE(client.responses().size(), 1);
    const auto response = client.responses().first();
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, QByteArray("root"));
    QCOMPARE(response.headers.value("content-type"), QByteArray("text/plain"));
    QCOMPARE(response.headers.value("cache-control"), QByteArray("no-store"));
    QCOMPARE(response.headers.value("x-content-type-options"), QByteArray("nosniff"));
    QCOMPARE(response.headers.value("referrer-policy"), QByteArray("no-referrer"));
    QCOMPARE(response.headers.value("date"), QByteArray("Fri, 20 Nov 2026 12:00:00 GMT"));
    QVERIFY(!response.headers.contains("access-control-allow-origin"));
    QCOMPARE(m_listener->urls(), QStringList{QStringLiteral("http://127.0.0.1:%1").arg(m_port)});
}

void TestHttp::keepsTheConnection()
{
    RawClient client(m_port);
    client.send(get("/"));
    QTRY_COMPARE(client.responses().size(), 1);
    client.send(get("/", "Connection: close\r\n"));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.responses().size(), 2);
    RawClient old(m_port);
    old.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY(old.isClosed());
    QCOMPARE(old.responses().size(), 1);
}

void TestHttp::keepsTheOrderOfPipelinedAnswers()
{
    RawClient client(m_port);
    client.send(get("/held").append(get("/files/second")).append(get("/held")).append(get("/files/fourth")));
    QTRY_COMPARE(m_held.size(), 2);
    m_held.at(1)->addResult(plain("third"));
    m_held.at(1)->finish();
    QTest::qWait(0);
    QVERIFY(client.received().isEmpty());
    m_held.at(0)->addResult(plain("first"));
    m_held.at(0)->finish();
    QTRY_COMPARE(client.responses().size(), 4);
    QByteArrayList bodies;
    for (const auto &response : client.responses())
        bodies.append(response.body);
    QCOMPARE(bodies, (QByteArrayList{"first", "/files/second", "third", "/files/fourth"}));
}

void TestHttp::answersAThousandPipelinedRequests()
{
    RawClient client(m_port);
    client.send(get("/").repeated(1000));
    QTRY_COMPARE(client.responses().size(), 1000);
    QVERIFY(!client.isClosed());
}

void TestHttp::answersHead()
{
    RawClient client(m_port);
    client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(client.responses(true).size(), 1);
    QCOMPARE(client.responses(true).first().headers.value("content-length"), QByteArray("4"));
    QVERIFY(client.received().endsWith("\r\n\r\n"));
}

void TestHttp::answersUnknownPathsAndMethods()
{
    RawClient client(m_port);
    client.send(get("/nowhere").append(post("/", "x")).append("TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    QTRY_COMPARE(client.responses().size(), 3);
    const auto responses = client.responses();
    QCOMPARE(responses.at(0).status, 404);
    QVERIFY(responses.at(0).body.startsWith(R"({"error":{"code":"not_found")"));
    QCOMPARE(responses.at(1).status, 405);
    QCOMPARE(responses.at(1).headers.value("allow"), QByteArray("GET, HEAD"));
    QCOMPARE(responses.at(2).status, 405);
}

void TestHttp::prefersTheLongestRoute()
{
    RawClient client(m_port);
    client.send(get("/files/%41%20b?x=1").append(get("/files/a/b")));
    QTRY_COMPARE(client.responses().size(), 2);
    QCOMPARE(client.responses().at(0).body, QByteArray("/files/A b"));
    QCOMPARE(client.responses().at(1).body, QByteArray("deeper"));
}

void TestHttp::checksHost_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    for (const char *host : {"localhost", "LOCALHOST:8000", "127.0.0.1:8000", "192.168.7.9", "[::1]",
                             "[fe80::1]:80", "noc.example", "noc.example:443"})
        QTest::newRow(host) << QByteArray(host) << 200;
    for (const char *host : {"evil.example", "localhost.evil.example", "evil.example:8000", "noc.example.",
                             "localhost:", "localhost:x", "localhost:123456", "[::1", "[evil]", "0x7f.1",
                             "2130706433", "user@localhost", "localhost, evil.example"})
        QTest::newRow(host) << QByteArray(host) << 421;
    QTest::newRow("empty") << QByteArray() << 400;
}

void TestHttp::checksHost()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    RawClient client(m_port);
    client.send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    QTRY_COMPARE(client.responses().size(), 1);
    QCOMPARE(client.responses().first().status, status);
    RawClient upgrading(m_port);
    upgrading.send("GET / HTTP/1.1\r\nHost: " + host +
                   "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    QTRY_COMPARE(upgrading.responses().size(), 1);
    QCOMPARE(upgrading.responses().first().status, status == 200 ? 404 : status);
}

void TestHttp::checksOrigin_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("own") << QByteArray("http://localhost") << true;
    QTest::newRow("listed") << QByteArray("https://noc.example") << true;
    for (const char *origin :
         {"http://evil.example", "null", "http://localhost.evil.example", "http://localhost:8001",
          "https://localhost", "file://", "HTTP://LOCALHOST", "http://localhost.", "http://noc.example",
          "https://noc.example:444", "https://noc.example, http://evil.example", ""})
        QTest::newRow(origin) << QByteArray(origin) << false;
}

void TestHttp::checksOrigin()
{
    QFETCH(QByteArray, origin);
    QFETCH(bool, isAllowed);
    RawClient client(m_port);
    client.send(get("/", "Origin: " + origin + "\r\n"));
    QTRY_COMPARE(client.responses().size(), 1);
    const auto response = client.responses().first();
    QCOMPARE(response.status, isAllowed ? 200 : 403);
    QCOMPARE(response.headers.value("access-control-allow-origin"), isAllowed ? origin : QByteArray());
}

void TestHttp::answersPreflights()
{
    RawClient client(m_port);
    const QByteArray ask =
        "OPTIONS / HTTP/1.1\r\nHost: localhost\r\nAccess-Control-Request-Headers: authorization\r\n";
    client.send(ask + "Origin: https://noc.example\r\n\r\n");
    client.send(ask + "Origin: https://evil.example\r\n\r\n");
    QTRY_COMPARE(client.responses().size(), 2);
    const auto allowed = client.responses().at(0);
    QCOMPARE(allowed.status, 204);
    QCOMPARE(allowed.headers.value("access-control-allow-origin"), QByteArray("https://noc.example"));
    QCOMPARE(allowed.headers.value("access-control-allow-headers"), QByteArray("authorization"));
    const auto refused = client.responses().at(1);
    QCOMPARE(refused.status, 403);
    QVERIFY(!refused.headers.contains("access-control-allow-origin"));
}

void TestHttp::tellsTheMethodsOfAPath()
{
    RawClient client(m_port);
    client.send("OPTIONS / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(client.responses().size(), 1);
    QCOMPARE(client.responses().first().status, 204);
    QCOMPARE(client.responses().first().headers.value("allow"), QByteArray("GET, HEAD, OPTIONS"));
    QVERIFY(!client.responses().first().headers.contains("access-control-allow-methods"));
}

void TestHttp::compressesWhatMay_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("isCompressed");
    QTest::newRow("asked for") << QByteArray("/long/5000") << QByteArray("Accept-Encoding: gzip\r\n") << true;
    QTest::newRow("not asked for") << QByteArray("/long/5000") << QByteArray() << false;
    QTest::newRow("refused") << QByteArray("/long/5000") << QByteArray("Accept-Encoding: gzip;q=0\r\n")
                             << false;
    QTest::newRow("short") << QByteArray("/long/1023") << QByteArray("Accept-Encoding: gzip\r\n") << false;
    QTest::newRow("too long") << QByteArray("/long/300000") << QByteArray("Accept-Encoding: gzip\r\n")
                              << false;
    QTest::newRow("may not") << QByteArray("/files/" + QByteArray(5000, 'x'))
                             << QByteArray("Accept-Encoding: gzip\r\n") << false;
}

void TestHttp::compressesWhatMay()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, headers);
    QFETCH(bool, isCompressed);
    RawClient client(m_port);
    client.send(get(target, headers));
    QTRY_COMPARE(client.responses().size(), 1);
    const auto response = client.responses().first();
    QCOMPARE(response.status, 200);
    QCOMPARE(response.headers.value("content-encoding"), QByteArray(isCompressed ? "gzip" : ""));
    QCOMPARE(response.body.startsWith("\x1f\x8b"), isCompressed);
    if (isCompressed)
        QVERIFY(response.body.size() < 200);
    // A cache must know, whichever form it got.
    QCOMPARE(response.headers.value("vary"),
             QByteArray(target.startsWith("/long") && !target.endsWith("1023") ? "Accept-Encoding" : ""));
}

void TestHttp::readsBodies_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << post("/echo", "") << QByteArray();
    QTest::newRow("by length") << post("/echo", "body") << QByteArray("body");
    QTest::newRow("1 MiB") << post("/echo", QByteArray(1024 * 1024, 'x')) << QByteArray(1024 * 1024, 'x');
    QTest::newRow("identity") << post("/echo", "body", "Content-Encoding: Identity\r\n")
                              << QByteArray("body");
    QTest::newRow("encoding of nothing") << post("/echo", "", "Content-Encoding: gzip\r\n") << QByteArray();
    QTest::newRow("chunked")
        << QByteArray("POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                      "3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nTrailer: t\r\n\r\n")
        << QByteArray("abcdefg");
}

void TestHttp::readsBodies()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    RawClient client(m_port);
    client.send(request + request);
    QTRY_COMPARE(client.responses().size(), 2);
    for (const auto &response : client.responses()) {
        QCOMPARE(response.status, 200);
        QCOMPARE(response.body, body);
    }
}

void TestHttp::says100Continue()
{
    RawClient client(m_port);
    client.send(
        "POST /echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("ok");
    QTRY_COMPARE(client.responses().size(), 2);
    QCOMPARE(client.responses().last().body, QByteArray("ok"));
}

void TestHttp::answersACancelledHandlerWith500()
{
    RawClient client(m_port);
    client.send(get("/held"));
    QTRY_COMPARE(m_held.size(), 1);
    m_held.clear();
    QTRY_COMPARE(client.responses().size(), 1);
    QCOMPARE(client.responses().first().status, 500);
}

QTEST_GUILESS_MAIN(TestHttp)
#include "test_http.moc"
