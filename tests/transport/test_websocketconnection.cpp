// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"
#include "transport/rawclient.h"
#include "transport/sharedframe.h"
#include "transport/websocketconnection.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using rawclient::frame;
using transport::SharedFrame;
using transport::WebSocketConnection;

namespace {

/// A stream that notes every write and takes as many bytes as the test says.
class NotedStream final : public transport::Stream
{
public:
    explicit NotedStream(QByteArrayList *writes) : m_writes(writes) {}
    qint64 read(char *data, qint64 size) override
    {
        const qint64 count = qMin(size, qint64(input.size()));
        std::copy_n(input.constData(), count, data);
        input.remove(0, count);
        return count;
    }
    bool write(const QByteArray &bytes) override
    {
        m_writes->append(bytes);
        if (isStuck)
            unsent += bytes.size();
        return true;
    }
    [[nodiscard]] qint64 bytesUnsent() const override { return unsent; }
    bool finish() override { return isFinished = canFinish; }
    void close() override { isClosed = true; }
    void say(const QByteArray &bytes)
    {
        input += bytes;
        while (!input.isEmpty() && !isClosed)
            tellReadable();
    }
    void drain()
    {
        unsent = 0;
        tellDrained();
    }

    QByteArray input;
    qint64 unsent = 0;
    bool isStuck = false;
    bool canFinish = false;
    bool isFinished = false;
    bool isClosed = false;

private:
    QByteArrayList *m_writes;
};

} // namespace

class TestWebSocketConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void sendsOneWritePerTurn();
    void joinsOnceForAll();
    void tellsWhenItDrained();
    void boundsPongs();
    void boundsWhatItHolds();
    void closesTrickledMessagesWith1008_data();
    void closesTrickledMessagesWith1008();
    void countsEachMessageAnew();
    void hearsAPeerOutAfterTheClose();
    void closesAtOnceWhatCannotBeHalfClosed();

private:
    support::FakeClock m_clock;
};

void TestWebSocketConnection::cleanup()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestWebSocketConnection::sendsOneWritePerTurn()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto *connection =
        new WebSocketConnection(std::make_unique<NotedStream>(&writes), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QByteArray all;
    for (int i = 0; i < 10; ++i) {
        const SharedFrame message = SharedFrame::text(QByteArray::number(i));
        connection->write(message.webSocketFrame());
        all += message.webSocketFrame();
    }
    QVERIFY(writes.isEmpty());
    QCOMPARE(connection->bytesUnsent(), all.size());
    QCoreApplication::processEvents();
    QCOMPARE(writes, QByteArrayList{all});
    QCOMPARE(connection->bytesUnsent(), 0);
    delete connection;
}

void TestWebSocketConnection::joinsOnceForAll()
{
    QByteArrayList writes;
    transport::Turn turn;
    std::vector<std::unique_ptr<WebSocketConnection>> connections;
    for (int i = 0; i < 3; ++i)
        connections.push_back(std::make_unique<WebSocketConnection>(
            std::make_unique<NotedStream>(&writes), QByteArray(), turn, m_clock.steady(), nullptr));
    const QByteArrayList facts{"one ", "two ", "three "};
    for (const QByteArray &fact : facts) {
        for (const auto &connection : connections)
            connection->write(fact);
        connections[1]->write("own ");
    }
    QCoreApplication::processEvents();
    QCOMPARE(writes, (QByteArrayList{"one two three ", "one own two own three own ", "one two three "}));
    QCOMPARE(writes[0].constData(), writes[2].constData());
}

void TestWebSocketConnection::tellsWhenItDrained()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    auto *connection = new WebSocketConnection(std::move(noted), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QSignalSpy drained(connection, &WebSocketConnection::drained);
    connection->write("frame");
    QCoreApplication::processEvents();
    QCOMPARE(drained.size(), 1);
    stream->isStuck = true;
    connection->write("frame");
    QCoreApplication::processEvents();
    QCOMPARE(drained.size(), 1);
    QVERIFY(connection->isCongested());
    stream->drain();
    QCOMPARE(drained.size(), 2);
    delete connection;
}

void TestWebSocketConnection::boundsPongs()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    stream->isStuck = true;
    QPointer<WebSocketConnection> connection =
        new WebSocketConnection(std::move(noted), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QSignalSpy closed(connection, &WebSocketConnection::closed);
    const QByteArray pings = frame(0x89, QByteArray(125, 'p')).repeated(400);
    qint64 most = 0;
    for (int i = 0; i < 100 && closed.isEmpty(); ++i) {
        stream->say(pings);
        if (connection)
            most = qMax(most, connection->bytesUnsent());
        QCoreApplication::processEvents();
    }
    QCOMPARE(closed.size(), 1);
    QVERIFY(most <= WebSocketConnection::maxUnsentForPong + pings.size());
}

void TestWebSocketConnection::boundsWhatItHolds()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    noted->isStuck = true;
    auto *connection = new WebSocketConnection(std::move(noted), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QSignalSpy closed(connection, &WebSocketConnection::closed);
    const QByteArray frame(1024 * 1024, 'x');
    for (int i = 0; i < 20; ++i)
        connection->write(frame);
    QVERIFY(!connection->isOpen());
    QVERIFY(closed.isEmpty()); // never inside write
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1008);
}

void TestWebSocketConnection::closesTrickledMessagesWith1008_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("goOn");
    QTest::newRow("empty continuations") << frame(0x01, "a") << frame(0x00, "");
    QTest::newRow("pings between") << frame(0x02, "a") << frame(0x89, "");
    QTest::newRow("one frame, byte by byte")
        << frame(0x81, QByteArray(1000, 'x')).first(10) << QByteArray("x");
}

void TestWebSocketConnection::closesTrickledMessagesWith1008()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, goOn);
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    const std::chrono::milliseconds second{1'000};
    std::chrono::milliseconds now = m_clock.steady();
    auto *connection = new WebSocketConnection(std::move(noted), {}, turn, now, nullptr);
    connection->start();
    stream->say(begin);
    for (int i = 0; i < 30; ++i) {
        connection->tick(now += second);
        stream->say(goOn);
    }
    QVERIFY(connection->isOpen());
    connection->tick(now += second);
    QVERIFY(!connection->isOpen());
    QSignalSpy closed(connection, &WebSocketConnection::closed);
    for (int i = 0; i < 3 && closed.isEmpty(); ++i)
        connection->tick(now += second);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1008);
}

void TestWebSocketConnection::countsEachMessageAnew()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    const std::chrono::milliseconds pause{20'000};
    std::chrono::milliseconds now = m_clock.steady();
    auto *connection = new WebSocketConnection(std::move(noted), {}, turn, now, nullptr);
    connection->start();
    QSignalSpy messages(connection, &WebSocketConnection::textReceived);
    stream->say(frame(0x01, "a"));
    for (int i = 0; i < 5; ++i) {
        connection->tick(now += pause);
        stream->say(frame(0x80, "b").append(frame(0x01, "a"))); // an end and a beginning in one
    }
    stream->say(frame(0x80, "b"));
    connection->tick(now += 2 * pause);
    QVERIFY(connection->isOpen());
    QCOMPARE(messages.size(), 6);
    delete connection;
}

void TestWebSocketConnection::hearsAPeerOutAfterTheClose()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    stream->canFinish = true;
    QPointer<WebSocketConnection> connection =
        new WebSocketConnection(std::move(noted), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QSignalSpy closed(connection, &WebSocketConnection::closed);
    QSignalSpy messages(connection, &WebSocketConnection::textReceived);
    stream->say(frame(0x88, "\x03\xe8"));
    QCoreApplication::processEvents();
    QCOMPARE(writes, QByteArrayList{QByteArray("\x88\x02\x03\xe8")});
    QVERIFY(stream->isFinished);
    QCOMPARE(closed.size(), 1);
    stream->say(frame(0x81, "too late") + frame(0x89, "x"));
    connection->write("too late");
    QCoreApplication::processEvents();
    QVERIFY(messages.isEmpty());
    QCOMPARE(writes.size(), 1);
    connection->tick(m_clock.steady() + std::chrono::milliseconds(1'000));
    QVERIFY(!stream->isClosed);
    connection->tick(m_clock.steady() + std::chrono::milliseconds(2'000));
    QVERIFY(stream->isClosed);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(connection.isNull());
    QCOMPARE(closed.size(), 1);
}

void TestWebSocketConnection::closesAtOnceWhatCannotBeHalfClosed()
{
    QByteArrayList writes;
    transport::Turn turn;
    auto noted = std::make_unique<NotedStream>(&writes);
    NotedStream *stream = noted.get();
    auto *connection = new WebSocketConnection(std::move(noted), {}, turn, m_clock.steady(), nullptr);
    connection->start();
    QSignalSpy closed(connection, &WebSocketConnection::closed);
    stream->say(frame(0x88, "\x03\xe8"));
    QCoreApplication::processEvents();
    QVERIFY(stream->isClosed);
    QCOMPARE(closed.size(), 1);
}

QTEST_GUILESS_MAIN(TestWebSocketConnection)
#include "test_websocketconnection.moc"
