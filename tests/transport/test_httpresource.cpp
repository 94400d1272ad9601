// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/gzip.h"
#include "transport/httpresource.h"

#include <QTest>

#include <zlib.h>

using transport::HttpRequest;
using transport::HttpResource;
using transport::HttpResponse;

namespace {
QByteArray headerOf(const HttpResponse &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return {};
}

HttpRequest asking(const QList<QPair<QByteArray, QByteArray>> &headers, const QByteArray &method = "GET")
{
    HttpRequest request;
    request.method = method;
    for (const auto &[name, value] : headers)
        request.headers.insert(name, value);
    return request;
}

QByteArray unpacked(const QByteArray &packed)
{
    QByteArray out(1024 * 1024, '\0');
    z_stream stream{};
    QByteArray in = packed;
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = uInt(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    constexpr int gzipOnly = 15 + 16;
    if (inflateInit2(&stream, gzipOnly) != Z_OK)
        return {};
    const bool isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    inflateEnd(&stream);
    return isWhole ? out.left(qsizetype(stream.total_out)) : QByteArray();
}
} // namespace

class TestHttpResource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhoTakesGzip_data();
    void knowsWhoTakesGzip();
    void packsWhatGains();
    void negotiates();
    void hasAnETagForEachCoding();
    void comparesETags_data();
    void comparesETags();
    void reads_data();
    void reads();
    void answersRanges_data();
    void answersRanges();

private:
    const QByteArray m_text = QByteArray("All work and no play makes a dull page. ").repeated(100);
    const HttpResource m_page{"text/html; charset=utf-8", m_text};
    const HttpResource m_ten{"text/plain", "0123456789"};
};

void TestHttpResource::knowsWhoTakesGzip_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isTaken");
    for (const char *yes : {"gzip", "GZIP", "deflate, gzip;q=1.0, *;q=0.5", "*", "gzip;q=0.001", "br, gzip",
                            "x-gzip", "identity, *;q=0.1"})
        QTest::newRow(yes) << QByteArray(yes) << true;
    for (const char *no :
         {"", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "*, gzip;q=0", "gzipped", "br, deflate"})
        QTest::newRow(no) << QByteArray(no) << false;
}

void TestHttpResource::knowsWhoTakesGzip()
{
    QFETCH(QByteArray, header);
    QTEST(transport::acceptsGzip(header), "isTaken");
}

void TestHttpResource::packsWhatGains()
{
    for (const auto effort : {transport::GzipEffort::Quick, transport::GzipEffort::Thorough}) {
        const QByteArray packed = transport::gzip(m_text, effort);
        QVERIFY(!packed.isEmpty() && packed.size() < m_text.size() / 10);
        QCOMPARE(unpacked(packed), m_text);
    }
    QByteArray noise(4096, '\0');
    quint32 seed = 1;
    for (char &byte : noise)
        byte = char((seed = seed * 1664525U + 1013904223U) >> 24);
    QVERIFY(transport::gzip(noise, transport::GzipEffort::Thorough).isEmpty());
    QVERIFY(transport::gzip({}, transport::GzipEffort::Quick).isEmpty());
}

void TestHttpResource::negotiates()
{
    const HttpResponse plain = m_page.answer(asking({}));
    QCOMPARE(plain.status, 200);
    QCOMPARE(plain.body, m_text);
    QCOMPARE(headerOf(plain, "Vary"), QByteArray("Accept-Encoding"));
    QVERIFY(headerOf(plain, "Content-Encoding").isEmpty());
    const HttpResponse packed = m_page.answer(asking({{"accept-encoding", "gzip"}}));
    QCOMPARE(packed.status, 200);
    QCOMPARE(headerOf(packed, "Content-Encoding"), QByteArray("gzip"));
    QCOMPARE(headerOf(packed, "Vary"), QByteArray("Accept-Encoding"));
    QCOMPARE(packed.contentType, plain.contentType);
    QCOMPARE(unpacked(packed.body), m_text);
    // Too small, or no text: there is one form only, and nothing varies.
    const HttpResource picture("image/png", m_text);
    for (const HttpResource *single : {&m_ten, &picture}) {
        const HttpResponse response = single->answer(asking({{"accept-encoding", "gzip"}}));
        QVERIFY(headerOf(response, "Content-Encoding").isEmpty());
        QVERIFY(headerOf(response, "Vary").isEmpty());
    }
}

void TestHttpResource::hasAnETagForEachCoding()
{
    const QByteArray plain = headerOf(m_page.answer(asking({})), "ETag");
    const QByteArray packed = headerOf(m_page.answer(asking({{"accept-encoding", "gzip"}})), "ETag");
    QVERIFY(plain != packed);
    const HttpResource same("text/html; charset=utf-8", m_text);
    QCOMPARE(headerOf(same.answer(asking({})), "ETag"), plain);
    const HttpResource other("text/html; charset=utf-8", m_text + ' ');
    QVERIFY(headerOf(other.answer(asking({})), "ETag") != plain);
    // What one coding's tag vouches for is not the other.
    QCOMPARE(m_page.answer(asking({{"if-none-match", plain}})).status, 304);
    QCOMPARE(m_page.answer(asking({{"if-none-match", plain}, {"accept-encoding", "gzip"}})).status, 200);
    const HttpResponse unchanged =
        m_page.answer(asking({{"if-none-match", packed}, {"accept-encoding", "gzip"}}));
    QCOMPARE(unchanged.status, 304);
    QVERIFY(unchanged.body.isEmpty());
    QCOMPARE(headerOf(unchanged, "ETag"), packed);
    QCOMPARE(headerOf(unchanged, "Vary"), QByteArray("Accept-Encoding"));
}

void TestHttpResource::comparesETags_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    const QByteArray tag = headerOf(m_ten.answer(asking({})), "ETag");
    QTest::newRow("its own") << tag << 304;
    QTest::newRow("weak") << QByteArray("W/" + tag) << 304;
    QTest::newRow("among others") << QByteArray("\"a\", " + tag + ", \"b\"") << 304;
    QTest::newRow("any") << QByteArray("*") << 304;
    QTest::newRow("another") << QByteArray("\"a\"") << 200;
    QTest::newRow("without quotes") << tag.mid(1, tag.size() - 2) << 200;
}

void TestHttpResource::comparesETags()
{
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    QCOMPARE(m_ten.answer(asking({{"if-none-match", header}})).status, status);
    QCOMPARE(m_ten.answer(asking({{"if-none-match", header}}, "HEAD")).status, status);
    // Goes before the range.
    QCOMPARE(m_ten.answer(asking({{"if-none-match", header}, {"range", "bytes=0-1"}})).status,
             status == 304 ? 304 : 206);
}

void TestHttpResource::reads_data()
{
    QTest::addColumn<QByteArray>("range");
    for (const char *ignored : {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=1", "bytes=3-1",
                                "bytes=0-1,3-4", "bytes=0-,", "lines=0-1", "bytes 0-1", "bytes=--1",
                                "bytes=1-2-3", "bytes=+1-2", "bytes=1-99999999999999999999", "bytes=0x1-2"})
        QTest::newRow(ignored) << QByteArray(ignored);
}

void TestHttpResource::reads()
{
    QFETCH(QByteArray, range);
    QVERIFY(!transport::byteRange(range, 10));
    QCOMPARE(m_ten.answer(asking({{"range", range}})).status, 200);
}

void TestHttpResource::answersRanges_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentRange");
    QTest::newRow("first") << QByteArray("bytes=0-0") << QByteArray("0") << QByteArray("bytes 0-0/10");
    QTest::newRow("middle") << QByteArray("bytes=2-4") << QByteArray("234") << QByteArray("bytes 2-4/10");
    QTest::newRow("open") << QByteArray("bytes=7-") << QByteArray("789") << QByteArray("bytes 7-9/10");
    QTest::newRow("beyond the end") << QByteArray("bytes=8-99") << QByteArray("89")
                                    << QByteArray("bytes 8-9/10");
    QTest::newRow("last two") << QByteArray("bytes=-2") << QByteArray("89") << QByteArray("bytes 8-9/10");
    QTest::newRow("last hundred") << QByteArray("bytes=-100") << QByteArray("0123456789")
                                  << QByteArray("bytes 0-9/10");
    QTest::newRow("behind the end") << QByteArray("bytes=10-") << QByteArray() << QByteArray("bytes */10");
    QTest::newRow("far behind") << QByteArray("bytes=9223372036854775807-") << QByteArray()
                                << QByteArray("bytes */10");
    QTest::newRow("last none") << QByteArray("bytes=-0") << QByteArray() << QByteArray("bytes */10");
}

void TestHttpResource::answersRanges()
{
    QFETCH(QByteArray, range);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentRange);
    const HttpResponse part = m_ten.answer(asking({{"range", range}, {"accept-encoding", "gzip"}}));
    QCOMPARE(part.status, body.isEmpty() ? 416 : 206);
    QCOMPARE(part.body, body);
    QCOMPARE(headerOf(part, "Content-Range"), contentRange);
    QCOMPARE(headerOf(part, "Accept-Ranges"), QByteArray("bytes"));
    const QByteArray tag = headerOf(part, "ETag");
    QCOMPARE(m_ten.answer(asking({{"range", range}, {"if-range", tag}})).status, part.status);
    // Changed meanwhile, or compared by what a range must not be: all of it.
    for (const QByteArray &condition :
         {QByteArray("\"other\""), QByteArray("W/" + tag), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT")})
        QCOMPARE(m_ten.answer(asking({{"range", range}, {"if-range", condition}})).status, 200);
    QCOMPARE(m_ten.answer(asking({{"range", range}}, "HEAD")).status, 200);
    // Of a page that could be compressed, a range is of the plain one.
    const HttpResponse ofPage = m_page.answer(asking({{"range", "bytes=0-2"}, {"accept-encoding", "gzip"}}));
    QCOMPARE(ofPage.status, 206);
    QCOMPARE(ofPage.body, QByteArray("All"));
    QVERIFY(headerOf(ofPage, "Content-Encoding").isEmpty());
}

QTEST_GUILESS_MAIN(TestHttpResource)
#include "test_httpresource.moc"
