// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/websocket.h"

#include <QTest>

using wire::WebSocketDecoder;
using wire::WebSocketEvent;
using wire::WebSocketOpcode;

namespace {
constexpr quint16 noFailure = 0;

/// A client's frame with a fixed mask.
QByteArray clientFrame(int first, const QByteArray &payload, bool isMasked = true)
{
    QByteArray frame(1, char(first));
    const int maskBit = isMasked ? 0x80 : 0;
    if (payload.size() < 126) {
        frame += char(maskBit | int(payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        frame += char(maskBit | 126);
        frame += char(payload.size() >> 8);
        frame += char(payload.size());
    } else {
        frame += char(maskBit | 127);
        for (int shift = 56; shift >= 0; shift -= 8)
            frame += char(payload.size() >> shift);
    }
    if (!isMasked)
        return frame + payload;
    static const QByteArray mask("\x11\x82\xf3\x04", 4);
    frame += mask;
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame += char(payload[i] ^ mask[i % 4]);
    return frame;
}

QByteArray text(const QByteArray &payload) { return clientFrame(0x81, payload); }

struct Decoded
{
    QList<WebSocketEvent> events;
    quint16 failure = noFailure;
    bool operator==(const Decoded &) const = default;
};

Decoded decode(const QByteArray &bytes, qsizetype step, qint64 limit = 1024)
{
    WebSocketDecoder decoder;
    decoder.setMessageLimit(limit);
    Decoded out;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        decoder.feed(bytes.mid(at, step));
        while (auto event = decoder.next())
            out.events.append(*event);
    }
    if (decoder.failure())
        out.failure = decoder.failure()->code;
    return out;
}
} // namespace

class TestWebSocket : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhetherAMessageIsUnderWay();
    void encodes_data();
    void encodes();
    void encodesClose();
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void checksUtf8_data();
    void checksUtf8();
    void refusesTooManyFragments();
    void refusesBeforeThePayloadComes();
    void followsTheLimitFromTheNextFrameOn();
    void knowsCloseCodes();
};

void TestWebSocket::encodes_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("empty") << 0 << QByteArray("\x81\x00", 2);
    QTest::newRow("125") << 125 << QByteArray("\x81\x7d", 2);
    QTest::newRow("126") << 126 << QByteArray("\x81\x7e\x00\x7e", 4);
    QTest::newRow("65535") << 65535 << QByteArray("\x81\x7e\xff\xff", 4);
    QTest::newRow("65536") << 65536 << QByteArray("\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10);
}

void TestWebSocket::encodes()
{
    QFETCH(int, size);
    QFETCH(QByteArray, head);
    const QByteArray payload(size, 'x');
    QCOMPARE(wire::webSocketFrame(WebSocketOpcode::Text, payload), QByteArray(head + payload));
}

void TestWebSocket::encodesClose()
{
    QCOMPARE(wire::webSocketCloseFrame(1001, "bye"), QByteArray("\x88\x05\x03\xe9"
                                                                "bye",
                                                                7));
    // Cut at 123 bytes, but not inside a code point.
    const QByteArray frame = wire::webSocketCloseFrame(1000, QByteArray(122, 'a').append("\xc3\xa4"));
    QCOMPARE(frame.size(), 2 + 2 + 122);
}

void TestWebSocket::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<WebSocketEvent>>("events");
    const WebSocketEvent hello{WebSocketOpcode::Text, "hello", 0};
    QTest::newRow("text") << text("hello") << QList{hello};
    QTest::newRow("empty text") << text("") << QList{WebSocketEvent{WebSocketOpcode::Text, "", 0}};
    QTest::newRow("two texts") << text("hello") + text("hello") << QList{hello, hello};
    QTest::newRow("binary") << clientFrame(0x82, QByteArray("\x00\xff", 2))
                            << QList{WebSocketEvent{WebSocketOpcode::Binary, QByteArray("\x00\xff", 2), 0}};
    QTest::newRow("126 bytes") << text(QByteArray(126, 'a'))
                               << QList{WebSocketEvent{WebSocketOpcode::Text, QByteArray(126, 'a'), 0}};
    QTest::newRow("fragments") << clientFrame(0x01, "hel") + clientFrame(0x00, "") + clientFrame(0x80, "lo")
                               << QList{hello};
    QTest::newRow("ping between fragments")
        << clientFrame(0x01, "hel") + clientFrame(0x89, "p") + clientFrame(0x80, "lo")
        << QList{WebSocketEvent{WebSocketOpcode::Ping, "p", 0}, hello};
    QTest::newRow("pong") << clientFrame(0x8a, "") << QList{WebSocketEvent{WebSocketOpcode::Pong, "", 0}};
    QTest::newRow("code point split between fragments")
        << clientFrame(0x01, "x\xe2\x82") + clientFrame(0x80, "\xacy")
        << QList{WebSocketEvent{WebSocketOpcode::Text, "x\xe2\x82\xacy", 0}};
    QTest::newRow("close") << clientFrame(0x88, "\x03\xe8ok")
                           << QList{WebSocketEvent{WebSocketOpcode::Close, "ok", 1000}};
    QTest::newRow("close without code")
        << clientFrame(0x88, "") << QList{WebSocketEvent{WebSocketOpcode::Close, "", 1005}};
    QTest::newRow("nothing after close")
        << clientFrame(0x88, "") + text("hello") << QList{WebSocketEvent{WebSocketOpcode::Close, "", 1005}};
}

void TestWebSocket::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<WebSocketEvent>, events);
    const Decoded expected{events, noFailure};
    QVERIFY(decode(bytes, 1) == expected);
    QVERIFY(decode(bytes, 3) == expected);
    QVERIFY(decode(bytes, bytes.size()) == expected);
}

void TestWebSocket::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("unmasked") << clientFrame(0x81, "hello", false) << 1002;
    QTest::newRow("RSV1") << clientFrame(0xc1, "hello") << 1002;
    QTest::newRow("RSV2") << clientFrame(0xa1, "hello") << 1002;
    QTest::newRow("RSV3") << clientFrame(0x91, "hello") << 1002;
    for (int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        QTest::addRow("opcode %d", opcode) << clientFrame(0x80 | opcode, "") << 1002;
    QTest::newRow("fragmented ping") << clientFrame(0x09, "") << 1002;
    QTest::newRow("long ping") << clientFrame(0x89, QByteArray(126, 'a')) << 1002;
    QTest::newRow("continuation of nothing") << clientFrame(0x80, "x") << 1002;
    QTest::newRow("text inside text") << clientFrame(0x01, "x") + text("y") << 1002;
    QTest::newRow("length not shortest, 16 bit")
        << QByteArray("\x81\xfe\x00\x05", 4) + QByteArray(4, 0) << 1002;
    QTest::newRow("length not shortest, 64 bit")
        << QByteArray("\x81\xff\x00\x00\x00\x00\x00\x00\xff\xff", 10) + QByteArray(4, 0) << 1002;
    QTest::newRow("length negative") << QByteArray("\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff", 10) +
                                            QByteArray(4, 0)
                                     << 1002;
    QTest::newRow("length huge") << QByteArray("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff", 10) +
                                        QByteArray(4, 0)
                                 << 1009;
    QTest::newRow("too big") << text(QByteArray(1025, 'a')) << 1009;
    QTest::newRow("fragments too big together")
        << clientFrame(0x01, QByteArray(1000, 'a')) + clientFrame(0x80, QByteArray(25, 'a')) << 1009;
    QTest::newRow("bad UTF-8") << text("\xff") << 1007;
    QTest::newRow("unfinished UTF-8") << text("\xe2\x82") << 1007;
    QTest::newRow("bad UTF-8 in the second fragment")
        << clientFrame(0x01, "\xe2\x82") + clientFrame(0x80, "x") << 1007;
    QTest::newRow("close payload of one byte") << clientFrame(0x88, "\x03") << 1002;
    for (int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535}) {
        QByteArray payload;
        payload += char(code >> 8);
        payload += char(code);
        QTest::addRow("close code %d", code) << clientFrame(0x88, payload) << 1002;
    }
    QTest::newRow("close reason bad UTF-8") << clientFrame(0x88, "\x03\xe8\xff") << 1007;
}

void TestWebSocket::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    // What follows a failure is not read.
    bytes += text("later");
    QCOMPARE(decode(bytes, 1).failure, code);
    const Decoded whole = decode(bytes, bytes.size());
    QCOMPARE(whole.failure, code);
    QVERIFY(whole.events.isEmpty());
}

void TestWebSocket::checksUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("ASCII") << QByteArray("plain text of some length") << true;
    QTest::newRow("two bytes") << QByteArray("\xc2\x80\xdf\xbf") << true;
    QTest::newRow("three bytes") << QByteArray("\xe0\xa0\x80\xef\xbf\xbf") << true;
    QTest::newRow("four bytes") << QByteArray("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf") << true;
    QTest::newRow("before the surrogates") << QByteArray("\xed\x9f\xbf") << true;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("overlong, two bytes") << QByteArray("\xc0\xaf") << false;
    QTest::newRow("overlong, three bytes") << QByteArray("\xe0\x9f\xbf") << false;
    QTest::newRow("overlong, four bytes") << QByteArray("\xf0\x8f\xbf\xbf") << false;
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << false;
    QTest::newRow("five bytes") << QByteArray("\xf8\x88\x80\x80\x80") << false;
    QTest::newRow("lone continuation") << QByteArray("abcdefgh\x80") << false;
    QTest::newRow("unfinished") << QByteArray("abcdefgh\xf0\x9f\x98") << false;
}

void TestWebSocket::checksUtf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isValid);
    QCOMPARE(wire::isUtf8(bytes), isValid);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        wire::Utf8Check check;
        check.feed(bytes.left(cut));
        check.feed(bytes.mid(cut));
        QCOMPARE(check.isComplete(), isValid);
    }
}

void TestWebSocket::refusesTooManyFragments()
{
    QByteArray bytes = clientFrame(0x01, "");
    for (int i = 1; i < WebSocketDecoder::maxFragments; ++i)
        bytes += clientFrame(0x00, "");
    QCOMPARE(decode(bytes, bytes.size()).failure, noFailure);
    bytes += clientFrame(0x80, "");
    QCOMPARE(decode(bytes, bytes.size()).failure, 1008);
}

void TestWebSocket::refusesBeforeThePayloadComes()
{
    WebSocketDecoder decoder;
    decoder.setMessageLimit(1024);
    decoder.feed(text(QByteArray(1025, 'a')).left(8));
    QVERIFY(!decoder.next());
    QVERIFY(decoder.failure());
    QCOMPARE(decoder.failure()->code, 1009);
}

void TestWebSocket::followsTheLimitFromTheNextFrameOn()
{
    WebSocketDecoder decoder;
    decoder.setMessageLimit(4);
    decoder.feed(text("four").append(text("longer")));
    QVERIFY(decoder.next());
    decoder.setMessageLimit(6);
    const auto event = decoder.next();
    QVERIFY(event);
    QCOMPARE(event->payload, QByteArray("longer"));
}

void TestWebSocket::knowsCloseCodes()
{
    for (quint16 code :
         {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 4001, 4999})
        QVERIFY2(wire::isWebSocketCloseCode(code), QByteArray::number(code).constData());
}

void TestWebSocket::knowsWhetherAMessageIsUnderWay()
{
    wire::WebSocketDecoder decoder;
    QVERIFY(!decoder.isInsideMessage());
    decoder.feed(clientFrame(0x89, "ping").chopped(1));
    QVERIFY(!decoder.next());
    QVERIFY(!decoder.isInsideMessage());
    decoder.feed(clientFrame(0x89, "ping").last(1));
    QVERIFY(decoder.next());
    decoder.feed(clientFrame(0x01, "a"));
    QVERIFY(!decoder.next());
    QVERIFY(decoder.isInsideMessage());
    decoder.feed(clientFrame(0x89, "ping"));
    QVERIFY(decoder.next());
    QVERIFY(decoder.isInsideMessage());
    decoder.feed(clientFrame(0x80, "b"));
    QVERIFY(decoder.next());
    QVERIFY(!decoder.isInsideMessage());
}

QTEST_APPLESS_MAIN(TestWebSocket)
#include "test_websocket.moc"
