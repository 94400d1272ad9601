// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httprig.h"

#include <QTest>

using rawclient::get;
using rawclient::post;
using rawclient::RawClient;

class TestHttpLimits : public HttpRig
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void closesSilentSockets();
    void closesSlowRequests();
    void closesSlowHeads();
    void closesIdleConnections();
    void survivesAClientThatLeaves();
    void limitsSockets();
};

void TestHttpLimits::refuses_data()
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

void TestHttpLimits::refuses()
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

void TestHttpLimits::closesSilentSockets()
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

void TestHttpLimits::closesSlowRequests()
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

void TestHttpLimits::closesSlowHeads()
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

void TestHttpLimits::closesIdleConnections()
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

void TestHttpLimits::survivesAClientThatLeaves()
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

void TestHttpLimits::limitsSockets()
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

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "test_http_limits.moc"
