// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/blockingclient.h"
#include "support/serverprocess.h"
#include "transport/rfc6455cases.h"

#include <QTest>

using support::BlockingClient;
using support::clientFrame;
using support::ServerProcess;

/// RFC 6455 over a real port: what a client may say, and what it must not.
class TestRfc6455 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void framing_data() { addRows(rfc6455::framing()); }
    void framing() { play(); }
    void controlFrames_data() { addRows(rfc6455::controlFrames()); }
    void controlFrames() { play(); }
    void reserved_data() { addRows(rfc6455::reserved()); }
    void reserved() { play(); }
    void fragmentation_data() { addRows(rfc6455::fragmentation()); }
    void fragmentation() { play(); }
    void utf8_data() { addRows(rfc6455::utf8()); }
    void utf8() { play(); }
    void closing_data() { addRows(rfc6455::closing()); }
    void closing() { play(); }
    void limits_data() { addRows(rfc6455::limits()); }
    void limits() { play(); }
    void handshake();
    void offersNoExtension();
    void dropsWhoPingsAndDoesNotRead();

private:
    static void addRows(const QList<rfc6455::Case> &cases);
    void play() const;

    ServerProcess m_server;
};

namespace {
// Longer ones would take more time than they tell.
constexpr qsizetype longestByteByByte = 400;
} // namespace

void TestRfc6455::initTestCase()
{
    const QString fault =
        m_server.start(QStringLiteral(BELFRY_CONFORMANCE), {QStringLiteral("--port"), QStringLiteral("0")});
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestRfc6455::cleanupTestCase() { QVERIFY(m_server.isRunning()); }

void TestRfc6455::addRows(const QList<rfc6455::Case> &cases)
{
    QTest::addColumn<QByteArrayList>("writes");
    QTest::addColumn<QByteArrayList>("hear");
    for (const rfc6455::Case &each : cases) {
        QTest::newRow(each.name.constData()) << QByteArrayList{each.say} << each.hear;
        if (each.say.size() > longestByteByByte)
            continue;
        QByteArrayList bytes;
        for (const char byte : each.say)
            bytes.append(QByteArray(1, byte));
        QTest::newRow(QByteArray(each.name + ", byte by byte").constData()) << bytes << each.hear;
    }
}

void TestRfc6455::play() const
{
    QFETCH(QByteArrayList, writes);
    QFETCH(QByteArrayList, hear);
    BlockingClient client(m_server.port());
    QCOMPARE(client.upgrade("/echo"), 101);
    for (const QByteArray &bytes : std::as_const(writes))
        QVERIFY(client.send(bytes));
    if (hear.isEmpty() || !hear.last().startsWith("close")) {
        QVERIFY(client.send(clientFrame(0x88, "\x03\xe8")));
        hear.append("close 1000");
    }
    QByteArrayList heard;
    while (heard.size() < hear.size()) {
        const auto frame = client.readFrame();
        QVERIFY2(frame, QByteArray("closed too early; heard " + heard.join(", ")).constData());
        heard.append(frame->shown());
        QCOMPARE(heard.last(), hear.at(heard.size() - 1));
    }
    client.finish();
    QVERIFY2(!client.readFrame(), "said something behind its Close");
    QVERIFY(client.hearsEnd());
}

void TestRfc6455::handshake()
{
    BlockingClient client(m_server.port());
    client.send("GET /echo HTTP/1.1\r\nHOST: localhost\r\nupgrade: WebSocket\r\n"
                "connection: keep-alive, UPGRADE\r\nsec-websocket-version: 13\r\n"
                "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    const support::HeardAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 101);
    QCOMPARE(answer.headers.value("upgrade").toLower(), QByteArray("websocket"));
    QCOMPARE(answer.headers.value("connection").toLower(), QByteArray("upgrade"));
    QCOMPARE(answer.headers.value("sec-websocket-accept"), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
}

void TestRfc6455::offersNoExtension()
{
    BlockingClient client(m_server.port());
    client.send("GET /echo HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
                "Sec-WebSocket-Protocol: chat, superchat\r\n\r\n");
    const support::HeardAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 101);
    QVERIFY(!answer.headers.contains("sec-websocket-extensions"));
    QVERIFY(!answer.headers.contains("sec-websocket-protocol"));
    QVERIFY(client.send(clientFrame(0xC1, "compressed")));
    QCOMPARE(client.readFrame()->shown(), QByteArray("close 1002"));
}

void TestRfc6455::dropsWhoPingsAndDoesNotRead()
{
    BlockingClient client(m_server.port(), 4096);
    QCOMPARE(client.upgrade("/echo"), 101);
    const QByteArray pings = clientFrame(0x89, QByteArray(125, 'p')).repeated(1000);
    // The answers fill the kernel's buffers first, which are the smaller part.
    constexpr qint64 most = 64LL * 1024 * 1024;
    qint64 said = 0;
    while (said < most && client.send(pings))
        said += pings.size();
    QVERIFY2(said < most, "64 MiB of pings were taken from a client that reads nothing");
    BlockingClient other(m_server.port());
    QCOMPARE(other.upgrade("/echo"), 101);
    QVERIFY(other.send(clientFrame(0x81, "still here")));
    QCOMPARE(other.readFrame()->shown(), QByteArray("text still here"));
}

QTEST_GUILESS_MAIN(TestRfc6455)
#include "test_rfc6455.moc"
