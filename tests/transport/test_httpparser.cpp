// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httpparser.h"

#include <QTest>

using transport::HttpParser;

/// The parser without a socket; what clients see of it is in test_http.
class TestHttpParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsHoweverTheBytesAreCut_data();
    void readsHoweverTheBytesAreCut();
    void waitsForNobodyBetweenRequests();
    void refusesFirstLines_data();
    void refusesFirstLines();
};

namespace {
/// The bodies of all requests in a stream that comes in two pieces, and the status it failed with, if it did.
QByteArrayList bodies(const QByteArray &stream, qsizetype cut)
{
    HttpParser parser;
    QByteArray input;
    QByteArrayList bodies;
    for (const QByteArray &piece : {stream.left(cut), stream.mid(cut)}) {
        input += piece;
        HttpParser::Outcome outcome = parser.parse(input);
        for (; outcome == HttpParser::Outcome::Request; outcome = parser.parse(input))
            bodies.append(parser.take().body);
        if (outcome == HttpParser::Outcome::Failed)
            return bodies << QByteArray::number(parser.failureStatus());
    }
    return bodies;
}
} // namespace

void TestHttpParser::readsHoweverTheBytesAreCut_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("expected");
    const QByteArray one = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n1";
    QTest::newRow("one after another") << QByteArray(one + one) << QByteArrayList{"1", "1"};
    QTest::newRow("empty lines between")
        << QByteArray("\r\n" + one + "\r\n\r\n" + one + "\r\n") << QByteArrayList{"1", "1"};
    QTest::newRow("chunked") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                           "2;x=y\r\nab\r\n1\r\nc\r\n0\r\nTrailer: t\r\n\r\n" +
                                           one)
                             << QByteArrayList{"abc", "1"};
    QTest::newRow("bad after good") << QByteArray(one + "GET / HTTP/1.1\r\nA : b\r\n\r\n")
                                    << QByteArrayList{"1", "400"};
    const QByteArray chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const char *bad : {"\r\n", "1;\x01\r\n", "1 \r\n", "1\na", "1\r\nab", "0\r\nT: t\r\n\r;",
                            "0\r\n T: t\r\n\r\n", "123456789\r\n"})
        QTest::addRow("chunks: %s", bad) << QByteArray(chunked + bad) << QByteArrayList{"400"};
    QTest::newRow("bad behind a head that is too long")
        << QByteArray("GET / HTTP/1.1\r\nA: " + QByteArray(HttpParser::maxHead, 'a') + "\n\r\n")
        << QByteArrayList{"431"};
}

void TestHttpParser::readsHoweverTheBytesAreCut()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, expected);
    const qsizetype step = 1 + stream.size() / 1000;
    for (qsizetype cut = 0; cut < stream.size(); cut += step)
        QCOMPARE(bodies(stream, cut), expected);
}

void TestHttpParser::waitsForNobodyBetweenRequests()
{
    HttpParser parser;
    QByteArray input = "\r";
    QVERIFY(parser.parse(input) == HttpParser::Outcome::NeedsMore);
    QVERIFY(!parser.isInside());
    input += "\nG";
    QVERIFY(parser.parse(input) == HttpParser::Outcome::NeedsMore);
    QVERIFY(parser.isInside());
}

void TestHttpParser::refusesFirstLines_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
    for (const char *head :
         {"OPTIONS / RTSP/1.0\r\n\r\n", "OPTIONS / RTSP/1.0\r\nHost: a\r\n\r\n", "SOURCE / ICE/1.0\r\n\r\n",
          "GET  / HTTP/1.1\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /  HTTP/1.1\r\n\r\n"})
        QTest::newRow(head) << QByteArray(head) << 400;
}

void TestHttpParser::refusesFirstLines()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    HttpParser parser;
    QVERIFY(parser.parse(head) == HttpParser::Outcome::Failed);
    head = "GET / HTTP/1.1\r\n\r\n";
    QVERIFY(parser.parse(head) == HttpParser::Outcome::Failed);
    QCOMPARE(parser.failureStatus(), status);
}

QTEST_APPLESS_MAIN(TestHttpParser)
#include "test_httpparser.moc"
