// SPDX-License-Identifier: GPL-3.0-or-later
#include "abuse/rig.h"

#include <QDeadlineTimer>
#include <QTest>

using support::BlockingClient;
using support::HeardAnswer;

/// Requests nobody honest sends: smuggling, paths out of the tree, foreign origins and hosts, sizes.
class TestAbuseHttp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_rig.begin(); }
    void cleanup();
    void refusesRequests_data();
    void refusesRequests();
    void doesNotLeaveTheTree_data();
    void doesNotLeaveTheTree();
    void refusesForeignOrigins_data();
    void refusesForeignOrigins();
    void refusesForeignHosts_data();
    void refusesForeignHosts();
    void trustsNoCookieWithoutAnOrigin();
    void takesNoFormOfAForeignPage();
    void saysSecurityHeaders();
    void answersAThousandPipelinedRequests();
    void survivesAnEndlessBody();
    void survivesClientsThatVanish();
    void survivesHalfAHandshakeEach();

private:
    abuse::Rig m_rig;
    int m_attackers = 1; // of this test
};

namespace {
const QByteArray host = "Host: localhost\r\n";

QByteArray get(const QByteArray &target, const QByteArray &headers = host)
{
    return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n";
}

QByteArray postHead(const QByteArray &headers, const QByteArray &target = "/api/v1/auth/login")
{
    return "POST " + target + " HTTP/1.1\r\n" + host + "Content-Type: application/json\r\n" + headers +
           "\r\n";
}

// What a request smuggled behind another would be answered with, were it read.
const QByteArray smuggled = get("/health");
} // namespace

void TestAbuseHttp::initTestCase()
{
    const QString fault = m_rig.start();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestAbuseHttp::cleanup()
{
    const QString fault = m_rig.verdict(std::exchange(m_attackers, 1));
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestAbuseHttp::refusesRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status"); // and the connection is closed, but for 405
    const auto smuggling = [](const char *name, const QByteArray &headers, const QByteArray &body,
                              int status) {
        QTest::newRow(name) << QByteArray(postHead(headers) + body + smuggled) << status;
    };
    smuggling("CL.TE", "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nG", 400);
    smuggling("TE.CL", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n", 400);
    smuggling("two lengths", "Content-Length: 0\r\nContent-Length: 44\r\n", "", 400);
    smuggling("two equal lengths in one line", "Content-Length: 4, 4\r\n", "aaaa", 400);
    smuggling("negative length", "Content-Length: -1\r\n", "", 400);
    smuggling("signed length", "Content-Length: +4\r\n", "aaaa", 400);
    smuggling("hexadecimal length", "Content-Length: 0x4\r\n", "aaaa", 400);
    smuggling("length with a blank", "Content-Length: 4 4\r\n", "aaaa", 400);
    smuggling("length 1e20", "Content-Length: 1e20\r\n", "", 400);
    smuggling("length beyond 64 bit", "Content-Length: 18446744073709551620\r\n", "aaaa", 400);
    smuggling("empty length", "Content-Length: \r\n", "", 400);
    smuggling("10 GB", "Content-Length: 10000000000\r\n", "", 413);
    smuggling("unknown coding", "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n", 501);
    smuggling("coding behind chunked", "Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n", 400);
    smuggling("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n",
              400);
    smuggling("coding with a vertical tab",
              "Transfer-Encoding: \x0b"
              "chunked\r\n",
              "0\r\n\r\n", 400);
    smuggling("blank before the colon", "Transfer-Encoding : chunked\r\n", "0\r\n\r\n", 400);
    smuggling("folded coding", "Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n", 400);
    smuggling("chunk size too long", "Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n", 400);
    smuggling("negative chunk", "Transfer-Encoding: chunked\r\n", "-1\r\n", 400);
    smuggling("chunk size with 0x", "Transfer-Encoding: chunked\r\n", "0x4\r\naaaa\r\n0\r\n\r\n", 400);
    smuggling("chunk longer than said", "Transfer-Encoding: chunked\r\n", "2\r\naaaa\r\n0\r\n\r\n", 400);
    smuggling("chunk ended by a line feed", "Transfer-Encoding: chunked\r\n", "4\naaaa\r\n0\r\n\r\n", 400);
    smuggling("chunk extension with a line feed", "Transfer-Encoding: chunked\r\n",
              "4;a\nb\r\naaaa\r\n0\r\n\r\n", 400);
    smuggling("compressed body", "Content-Encoding: gzip\r\nContent-Length: 4\r\n", "aaaa", 415);
    smuggling("unknown expectation", "Expect: tea\r\nContent-Length: 4\r\n", "aaaa", 417);
    QTest::newRow("coding in HTTP/1.0")
        << QByteArray("POST /api/v1/auth/login HTTP/1.0\r\n" + host +
                      "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled)
        << 400;
    QTest::newRow("line feeds only") << QByteArray("GET /health HTTP/1.1\nHost: localhost\n\n") << 400;
    QTest::newRow("carriage returns only")
        << QByteArray("GET /health HTTP/1.1\rHost: localhost\r\r" + smuggled) << 400;
    QTest::newRow("folded header") << get("/health", host + "X: a\r\n\tb\r\n") << 400;
    QTest::newRow("header without a colon") << get("/health", host + "X\r\n") << 400;
    QTest::newRow("header without a name") << get("/health", host + ": x\r\n") << 400;
    QTest::newRow("header name with a blank") << get("/health", host + "X Y: z\r\n") << 400;
    QTest::newRow("NUL in a value") << get("/health", host + QByteArray("X: a\0b\r\n", 8)) << 400;
    QTest::newRow("NUL in a name") << get("/health", host + QByteArray("X\0: a\r\n", 7)) << 400;
    QTest::newRow("carriage return in a value") << get("/health", host + "X: a\rb\r\n") << 400;
    QTest::newRow("escape in a name") << get("/health", host + "X\x1b: a\r\n") << 400;
    QTest::newRow("two blanks in the request line")
        << QByteArray("GET  /health HTTP/1.1\r\n" + host + "\r\n") << 400;
    QTest::newRow("tab in the request line")
        << QByteArray("GET\t/health HTTP/1.1\r\n" + host + "\r\n") << 400;
    QTest::newRow("no version") << QByteArray("GET /health\r\n" + host + "\r\n") << 505;
    QTest::newRow("HTTP/0.9") << QByteArray("GET /health\r\n\r\n") << 505;
    QTest::newRow("HTTP/2.0") << QByteArray("GET /health HTTP/2.0\r\n" + host + "\r\n") << 505;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
    QTest::newRow("HTTP/1.11") << QByteArray("GET /health HTTP/1.11\r\n" + host + "\r\n") << 400;
    QTest::newRow("another protocol") << QByteArray("GET /health RTSP/1.0\r\n" + host + "\r\n") << 400;
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1\r\n") << 400;
    QTest::newRow("SMTP") << QByteArray("EHLO localhost\r\n") << 400;
    QTest::newRow("binary") << QByteArray("\x00\x01\x02\xff\xfe\r\n\r\n", 9) << 400;
    QTest::newRow("TRACE") << QByteArray("TRACE / HTTP/1.1\r\n" + host + "Cookie: a=b\r\n\r\n") << 405;
    QTest::newRow("CONNECT") << QByteArray("CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + host + "\r\n") << 501;
    QTest::newRow("TRACK") << QByteArray("TRACK / HTTP/1.1\r\n" + host + "\r\n") << 400;
    QTest::newRow("lower-case method") << QByteArray("get /health HTTP/1.1\r\n" + host + "\r\n") << 400;
    QTest::newRow("method of 1 MB") << QByteArray(QByteArray(1'000'000, 'A') + " / HTTP/1.1\r\n\r\n") << 431;
    QTest::newRow("two hosts") << get("/health", host + host) << 400;
    QTest::newRow("no host") << get("/health", {}) << 400;
    QTest::newRow("target of 1 MB") << get("/" + QByteArray(1'000'000, 'a')) << 431;
    QTest::newRow("header of 1 MB") << get("/health", host + "X: " + QByteArray(1'000'000, 'x') + "\r\n")
                                    << 431;
    QTest::newRow("10000 headers") << get("/health", host + QByteArray("X: y\r\n").repeated(10'000)) << 431;
    QTest::newRow("100 empty headers") << get("/health", host + QByteArray("X:\r\n").repeated(100)) << 431;
    QTest::newRow("1 MB of empty lines") << QByteArray("\r\n").repeated(500'000) << 400;
    QTest::newRow("trailers without end")
        << QByteArray(postHead("Transfer-Encoding: chunked\r\n") + "0\r\n" +
                      QByteArray("X: yyyyyyyyyyyyyyyy\r\n").repeated(10'000))
        << 431;
    QTest::newRow("chunk extensions without end")
        << QByteArray(postHead("Transfer-Encoding: chunked\r\n") +
                      QByteArray("1;x=yyyyyyyyyyyyyyyyyyyyyyyy\r\na\r\n").repeated(10'000))
        << 431;
}

void TestAbuseHttp::refusesRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    BlockingClient client(m_rig.port());
    client.send(request); // the program may have closed before all was said
    const HeardAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.headers.value("connection"), QByteArray(status == 405 ? "keep-alive" : "close"));
    QVERIFY(!answer.body.contains("\"status\":\"ok\""));
    if (status == 405)
        return;
    QCOMPARE(client.readAnswer().status, 0); // nothing behind it was taken for a request
    QVERIFY(client.hearsEnd());
}

void TestAbuseHttp::doesNotLeaveTheTree_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"/../etc/passwd",
                               "/../../../../../../etc/passwd",
                               "/%2e%2e/%2e%2e/etc/passwd",
                               "/%2e%2e%2fetc%2fpasswd",
                               "/%252e%252e%252fetc%252fpasswd",
                               "/..%5c..%5cetc%5cpasswd",
                               "/..\\..\\etc\\passwd",
                               "/..;/..;/etc/passwd",
                               "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
                               "/%e0%80%ae%e0%80%ae/etc/passwd",
                               "/....//....//etc/passwd",
                               "/./../etc/passwd",
                               "/x/../../etc/passwd",
                               "//etc/passwd",
                               "///etc/passwd",
                               "/etc/passwd",
                               "/proc/self/environ",
                               "/index.html%00.exe",
                               "/index.html/",
                               "/index.html/../../etc/passwd",
                               "/index.html%20",
                               "/index.html.",
                               "/INDEX.HTML",
                               "/index.html::$DATA",
                               "/C:/windows/win.ini",
                               "/CON",
                               "/%",
                               "/%zz",
                               "/%2",
                               "/:/web/index.html",
                               "/qrc:/web/index.html",
                               "/web/index.html",
                               "/.git/config",
                               "/belfry.db",
                               "/token.key",
                               "http://localhost/../etc/passwd",
                               "http://127.0.0.1/x",
                               "https://evil.example/",
                               "file:///etc/passwd",
                               "localhost:22",
                               "*",
                               "x"})
        QTest::newRow(target) << QByteArray(target);
    QTest::newRow("300 characters") << QByteArray("/" + QByteArray(300, 'a') + ".html");
    QTest::newRow("5000 slashes") << QByteArray(5000, '/');
    QTest::newRow("2000 steps up") << QByteArray("/../").repeated(2000);
}

void TestAbuseHttp::doesNotLeaveTheTree()
{
    QFETCH(QByteArray, target);
    BlockingClient client(m_rig.port());
    QVERIFY(client.send(get(target)));
    const HeardAnswer answer = client.readAnswer();
    QVERIFY2(answer.status == 400 || answer.status == 404, QByteArray::number(answer.status).constData());
    QVERIFY(!answer.body.contains("root:"));
    QVERIFY(!answer.body.contains("<html"));
    QVERIFY(!answer.body.contains("PATH="));
}

void TestAbuseHttp::refusesForeignOrigins_data()
{
    QTest::addColumn<QByteArray>("origins");
    QTest::addColumn<QByteArray>("request");
    const QByteArray port = QByteArray::number(m_rig.port());
    const QByteArray own = "Host: 127.0.0.1:" + port + "\r\n";
    const QByteArray upgrade = own +
                               "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    const auto said = [](const QByteArray &origin) { return QByteArray("Origin: " + origin + "\r\n"); };
    const QList<QByteArray> origins{said("http://evil.example"),
                                    said("null"),
                                    said("http://localhost.evil.example"),
                                    said("http://127.0.0.1:" + port + ".evil.example"),
                                    said("http://127.0.0.1:" + port + "@evil.example"),
                                    said("https://127.0.0.1:" + port),
                                    said("http://127.0.0.1"),
                                    said("http://127.0.0.1:" + port + "/"),
                                    said("HTTP://127.0.0.1:" + port),
                                    said("http://127.0.0.1.:" + port),
                                    said("http://localhost:" + port),
                                    said("file://"),
                                    said(""),
                                    said("*"),
                                    said("http://127.0.0.1:" + port + " http://evil.example"),
                                    said("http://127.0.0.1:" + port) + said("http://evil.example"),
                                    said("http://evil.example") + said("http://127.0.0.1:" + port)};
    const QByteArray engineIo = "/socket.io/?EIO=4&transport=";
    const QByteArray token = "&token=" + m_rig.token();
    const QList<QByteArray> requests{
        "GET " + engineIo + "websocket" + token + " HTTP/1.1\r\n" + upgrade,
        "GET " + engineIo + "polling" + token + " HTTP/1.1\r\n" + own,
        "POST " + engineIo + "polling&sid=x HTTP/1.1\r\nContent-Length: 0\r\n" + own,
        "OPTIONS " + engineIo + "polling HTTP/1.1\r\nAccess-Control-Request-Method: POST\r\n" + own,
        "GET /console?" + token.mid(1) + " HTTP/1.1\r\n" + upgrade,
        "GET /ws HTTP/1.1\r\n" + upgrade,
        "GET /ws/client-1 HTTP/1.1\r\n" + upgrade,
        "GET /api/v1/ws/system?" + token.mid(1) + " HTTP/1.1\r\n" + upgrade,
        "GET /api/v1/me HTTP/1.1\r\n" + own,
        "GET / HTTP/1.1\r\n" + own};
    for (int origin = 0; origin < origins.size(); ++origin) {
        for (const QByteArray &request : requests) {
            QTest::addRow("%d: %s", origin, request.left(request.indexOf('?') + 1).constData())
                << origins.at(origin) << request;
        }
    }
}

void TestAbuseHttp::refusesForeignOrigins()
{
    QFETCH(QByteArray, origins);
    QFETCH(QByteArray, request);
    BlockingClient client(m_rig.port());
    QVERIFY(client.send(request + origins + "\r\n"));
    const HeardAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 403);
    QVERIFY(!answer.headers.contains("access-control-allow-origin"));
    QVERIFY(!answer.headers.contains("access-control-allow-credentials"));
    QVERIFY(!answer.headers.contains("set-cookie"));
}

void TestAbuseHttp::refusesForeignHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("target");
    for (const char *name :
         {"evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example",
          "0x7f.0.0.1", "2130706433", "127.1", "localhost:8000@evil.example", "localhost:x",
          "localhost, evil.example", "[::1].evil.example"}) {
        for (const char *target : {"/", "/health", "/api/v1/me", "/api/v1/setup",
                                   "/socket.io/?EIO=4&transport=polling", "/console"})
            QTest::addRow("%s%s", name, target) << QByteArray(name) << QByteArray(target);
    }
}

void TestAbuseHttp::refusesForeignHosts()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, target);
    BlockingClient client(m_rig.port());
    QVERIFY(client.send(get(target, "Host: " + host + "\r\n")));
    QCOMPARE(client.readAnswer().status, 421);
    BlockingClient upgrading(m_rig.port());
    QCOMPARE(upgrading.upgrade(target, "Host: " + host + "\r\n"), 421);
}

void TestAbuseHttp::trustsNoCookieWithoutAnOrigin()
{
    const QByteArray own = "Host: 127.0.0.1:" + QByteArray::number(m_rig.port()) + "\r\n";
    const QByteArray origin = "Origin: http://127.0.0.1:" + QByteArray::number(m_rig.port()) + "\r\n";
    const QByteArray cookie = "Cookie: belfry_access=" + m_rig.token() + "\r\n";
    const auto isSignedIn = [&](const QByteArray &headers) {
        BlockingClient client(m_rig.port());
        if (client.upgrade("/console", own + headers) != 101)
            return QByteArray("refused");
        return QByteArray(client.readFrame("text", "hello")->payload.contains("\"signed_in\":true") ? "yes"
                                                                                                    : "no");
    };
    QCOMPARE(isSignedIn(cookie), QByteArray("no"));
    QCOMPARE(isSignedIn(cookie + "Origin: http://evil.example\r\n"), QByteArray("refused"));
    QCOMPARE(isSignedIn(cookie + origin), QByteArray("yes"));
}

void TestAbuseHttp::takesNoFormOfAForeignPage()
{
    const QByteArray cookie = "Cookie: belfry_access=" + m_rig.token() + "\r\n";
    for (const char *type :
         {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"}) {
        BlockingClient client(m_rig.port());
        const QByteArray body = abuse::Rig::credentials();
        QVERIFY(client.send("POST /api/v1/auth/login HTTP/1.1\r\n" + host + cookie + "Content-Type: " + type +
                            "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body));
        // A form is how OAuth2 clients sign in; JSON in one names nobody.
        const bool isForm = QByteArray(type).contains("urlencoded");
        const HeardAnswer answer = client.readAnswer();
        QCOMPARE(answer.status, isForm ? 400 : 415);
        QVERIFY(!answer.headers.contains("set-cookie"));
    }
}

void TestAbuseHttp::saysSecurityHeaders()
{
    for (const char *target : {"/", "/index.html", "/nothing-here", "/health"}) {
        BlockingClient client(m_rig.port());
        QVERIFY(client.send(get(target)));
        const HeardAnswer answer = client.readAnswer();
        QCOMPARE(answer.headers.value("x-content-type-options"), QByteArray("nosniff"));
        QCOMPARE(answer.headers.value("referrer-policy"), QByteArray("no-referrer"));
        if (!answer.headers.value("content-type").startsWith("text/html"))
            continue;
        const QByteArray policy = answer.headers.value("content-security-policy");
        for (const char *part : {"script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"})
            QVERIFY2(policy.contains(part), policy.constData());
        QVERIFY2(!policy.contains("unsafe"), policy.constData());
    }
}

void TestAbuseHttp::answersAThousandPipelinedRequests()
{
    BlockingClient client(m_rig.port());
    QVERIFY(client.send(get("/health").repeated(1000)));
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(client.readAnswer().status, 200);
}

void TestAbuseHttp::survivesAnEndlessBody()
{
    BlockingClient client(m_rig.port());
    QVERIFY(client.send(postHead("Transfer-Encoding: chunked\r\n")));
    const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'x') + "\r\n";
    constexpr int beyondTheLimit = 20;
    for (int i = 0; i < beyondTheLimit; ++i)
        QVERIFY(client.send(chunk));
    QCOMPARE(client.readAnswer().status, 413);
    // Heard out for a moment, but not kept.
    const QDeadlineTimer deadline(std::chrono::seconds(60));
    while (client.send(chunk))
        QVERIFY(!deadline.hasExpired());
}

void TestAbuseHttp::survivesClientsThatVanish()
{
    for (int i = 0; i < 1000; ++i) {
        BlockingClient client(m_rig.port());
        QVERIFY(client.isConnected());
        if (i % 4 == 1)
            client.send("GET /hea");
        else if (i % 4 == 2)
            client.send(get("/index.html").repeated(4));
        else if (i % 4 == 3)
            client.send(postHead("Content-Length: 1000\r\n") + "half");
        client.vanish();
    }
}

void TestAbuseHttp::survivesHalfAHandshakeEach()
{
    std::vector<std::unique_ptr<BlockingClient>> clients;
    m_attackers = 500;
    for (int i = 0; i < m_attackers; ++i) {
        clients.push_back(std::make_unique<BlockingClient>(m_rig.port()));
        QVERIFY(clients.back()->send("GET /console HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"));
    }
    const QString fault = m_rig.beat();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

QTEST_GUILESS_MAIN(TestAbuseHttp)
#include "test_abuse_http.moc"
