// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/listener.h"
#include "transport/rawclient.h"

#include <QPromise>
#include <QTest>

using rawclient::get;
using rawclient::post;
using rawclient::RawClient;
using transport::HttpRequest;
using transport::HttpResponse;

class TestHttp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
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
    void refuses_data();
    void refuses();
    void closesSilentSockets();
    void closesSlowRequests();
    void closesSlowHeads();
    void closesIdleConnections();
    void survivesAClientThatLeaves();
    void answersACancelledHandlerWith500();
    void limitsSockets();

private:
    void listen(transport::ListenerOptions options = {});

    std::unique_ptr<support::FakeClock> m_clock;
    std::unique_ptr<support::SeededEntropy> m_entropy;
    std::unique_ptr<transport::Listener> m_listener;
    QList<std::shared_ptr<QPromise<HttpResponse>>> m_held;
    quint16 m_port = 0;
};

namespace {
HttpResponse plain(const QByteArray &body) { return {200, QByteArrayLiteral("text/plain"), body, {}}; }
} // namespace

void TestHttp::init()
{
    m_clock = std::make_unique<support::FakeClock>();
    m_entropy = std::make_unique<support::SeededEntropy>();
    transport::ListenerOptions options;
    options.allowedOrigins = {QStringLiteral("https://noc.example")};
    options.allowedHosts = {QStringLiteral("noc.example")};
    listen(options);
}

void TestHttp::listen(transport::ListenerOptions options)
{
    auto router = std::make_shared<transport::Router>();
    router->http("GET", "/", [](const HttpRequest &) { return transport::respond(plain("root")); });
    router->http("GET", "/files/*",
                 [](const HttpRequest &request) { return transport::respond(plain(request.path)); });
    router->http("GET", "/files/a/*",
                 [](const HttpRequest &) { return transport::respond(plain("deeper")); });
    router->http("POST", "/echo",
                 [](const HttpRequest &request) { return transport::respond(plain(request.body)); });
    router->http("GET", "/long/*", [](const HttpRequest &request) {
        HttpResponse response = plain(QByteArray(request.path.mid(6).toInt(), 'x'));
        response.mayCompress = true;
        return transport::respond(response);
    });
    router->http("GET", "/held", [this](const HttpRequest &) {
        m_held.append(std::make_shared<QPromise<HttpResponse>>());
        m_held.last()->start();
        return m_held.last()->future();
    });
    m_listener = std::make_unique<transport::Listener>(router, options, *m_clock, *m_entropy);
    QVERIFY(m_listener->listen(QStringLiteral("127.0.0.1"), 0));
    m_port = m_listener->port();
}

void TestHttp::cleanup()
{
    m_listener.reset();
    m_held.clear();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(m_clock->timerCount(), 0);
}

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

void TestHttp::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray head = "POST /echo HTTP/1.1\r\nHost: localhost\r\n";
    QTest::newRow("garbage") << QByteArray("\x15\x03\x01\x02") << 400;
    QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n\r\n") << 505;
    QTest::newRow("HTTP/2") << QByteArray("GET / HTTP/2.0\r\nHost: localhost\r\n\r\n") << 505;
    QTest::newRow("unknown method") << QByteArray("FETCH / HTTP/1.1\r\nHost: localhost\r\n\r\n") << 400;
    QTest::newRow("CONNECT") << QByteArray("CONNECT localhost:22 HTTP/1.1\r\nHost: localhost\r\n\r\n") << 501;
    QTest::newRow("absolute target") << get("http://localhost/") << 400;
    QTest::newRow("dot segments") << get("/files/../../etc/passwd") << 400;
    QTest::newRow("encoded dot segments") << get("/files/%2e%2e/x") << 400;
    QTest::newRow("backslash") << get("/files/..%5cx") << 400;
    QTest::newRow("NUL in the target") << get("/files/%00") << 400;
    QTest::newRow("bare line feeds") << QByteArray("GET / HTTP/1.1\nHost: localhost\n\n") << 400;
    QTest::newRow("bare line feed in a header") << get("/", "X: a\nY: b\r\n") << 400;
    QTest::newRow("folded header") << get("/", "X: a\r\n b\r\n") << 400;
    QTest::newRow("space before the colon") << get("/", "X : a\r\n") << 400;
    QTest::newRow("NUL in a header") << get("/", QByteArray("X: a\0b\r\n", 8)) << 400;
    QTest::newRow("length and chunks")
        << QByteArray(head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") << 400;
    QTest::newRow("chunks and length")
        << QByteArray(head + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n") << 400;
    QTest::newRow("two lengths") << QByteArray(head + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde")
                                 << 400;
    QTest::newRow("negative length") << QByteArray(head + "Content-Length: -1\r\n\r\n") << 400;
    QTest::newRow("length beyond 64 bit")
        << QByteArray(head + "Content-Length: 99999999999999999999\r\n\r\n") << 400;
    QTest::newRow("10 GB") << QByteArray(head + "Content-Length: 10000000000\r\n\r\n") << 413;
    QTest::newRow("1 MiB and a byte") << QByteArray(head + "Content-Length: 1048577\r\n\r\n") << 413;
    QTest::newRow("chunks beyond 1 MiB") << QByteArray(head + "Transfer-Encoding: chunked\r\n\r\n100001\r\n" +
                                                       QByteArray(0x100001, 'x') + "\r\n0\r\n\r\n")
                                         << 413;
    QTest::newRow("compressed") << post("/echo", "x", "Content-Encoding: gzip\r\n") << 415;
    QTest::newRow("compressed twice") << post("/echo", "x", "Content-Encoding: identity, br\r\n") << 415;
    QTest::newRow("compressed chunks")
        << QByteArray(head + "Content-Encoding: deflate\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        << 415;
    QTest::newRow("unknown coding") << QByteArray(head + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")
                                    << 501;
    QTest::newRow("unknown expectation")
        << QByteArray(head + "Expect: tea\r\nContent-Length: 1\r\n\r\n") << 417;
    QTest::newRow("head beyond 16 KiB") << get("/", "X: " + QByteArray(17 * 1024, 'x') + "\r\n") << 431;
    QTest::newRow("endless head") << QByteArray("GET / HTTP/1.1\r\nX: " + QByteArray(17 * 1024, 'x')) << 431;
    QTest::newRow("101 headers") << get("/", QByteArray("X: y\r\n").repeated(100)) << 431;
}

void TestHttp::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RawClient client(m_port);
    client.send(request);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.responses().size(), 1);
    QCOMPARE(client.responses().first().status, status);
    QCOMPARE(client.responses().first().headers.value("connection"), QByteArray("close"));
}

void TestHttp::closesSilentSockets()
{
    RawClient silent(m_port);
    RawClient slow(m_port);
    slow.send("GET / HT");
    RawClient other(m_port);
    other.send(get("/"));
    QTRY_COMPARE(other.responses().size(), 1);
    m_clock->advance(std::chrono::milliseconds(4'000));
    QTest::qWait(0);
    QVERIFY(!silent.isClosed());
    m_clock->advance(std::chrono::milliseconds(2'000));
    QTRY_VERIFY(silent.isClosed());
    QTRY_VERIFY(slow.isClosed());
    QVERIFY(!other.isClosed());
}

void TestHttp::closesSlowRequests()
{
    RawClient client(m_port);
    client.send(get("/"));
    QTRY_COMPARE(client.responses().size(), 1);
    client.send(post("/echo", "1234", "Expect: 100-continue\r\n").chopped(4));
    QTRY_VERIFY(client.received().contains("100 Continue"));
    m_clock->advance(std::chrono::milliseconds(12'000));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.responses().last().status, 408);
}

void TestHttp::closesSlowHeads()
{
    RawClient client(m_port);
    client.send(get("/"));
    QTRY_COMPARE(client.responses().size(), 1);
    client.send("GET / HT");
    for (int second = 0; second < 30 && !client.isClosed(); ++second) { // fewer than an idle one may stay
        QTest::qWait(1);
        m_clock->advance(std::chrono::milliseconds(1'000));
    }
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.responses().last().status, 408);
}

void TestHttp::closesIdleConnections()
{
    RawClient client(m_port);
    client.send(get("/"));
    QTRY_COMPARE(client.responses().size(), 1);
    RawClient waiting(m_port);
    waiting.send(get("/held"));
    QTRY_COMPARE(m_held.size(), 1);
    m_clock->advance(std::chrono::milliseconds(62'000));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(!waiting.isClosed());
    m_held.first()->addResult(plain("late"));
    m_held.first()->finish();
    QTRY_COMPARE(waiting.responses().size(), 1);
}

void TestHttp::survivesAClientThatLeaves()
{
    {
        RawClient client(m_port);
        client.send(get("/held"));
        QTRY_COMPARE(m_held.size(), 1);
    }
    QTest::qWait(10);
    m_held.first()->addResult(plain("late"));
    m_held.first()->finish();
    RawClient client(m_port);
    client.send(get("/"));
    QTRY_COMPARE(client.responses().size(), 1);
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

void TestHttp::limitsSockets()
{
    m_listener.reset();
    transport::ListenerOptions options;
    options.maxSockets = 2;
    listen(options);
    auto first = std::make_unique<RawClient>(m_port);
    RawClient second(m_port);
    first->send(get("/"));
    second.send(get("/"));
    QTRY_COMPARE(second.responses().size(), 1);
    RawClient third(m_port);
    third.send(get("/"));
    QTest::qWait(20);
    QVERIFY(third.received().isEmpty());
    first.reset();
    QTRY_COMPARE(third.responses().size(), 1);
}

QTEST_GUILESS_MAIN(TestHttp)
#include "test_http.moc"
