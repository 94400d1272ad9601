// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/seededentropy.h"
#include "transport/gate.h"
#include "transport/listener.h"
#include "transport/rawclient.h"
#include "transport/tlsrig.h"

#include <QDir>
#include <QPointer>
#include <QSignalSpy>
#include <QSslCipher>
#include <QTest>
#include <QWebSocket>

using rawclient::get;
using rawclient::RawClient;
using transport::Channel;
using transport::SharedFrame;

/// TLS and plain text on one port.
class TestTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void servesBothOnOnePort();
    void speaksTls_data();
    void speaksTls();
    void answersBigBodies();
    void takesBigBodies();
    void hearsOutWhoIsRefused();
    void echoesToAQtClient();
    void takesMessagesByteByByte();
    void sendsItsCloseCode();
    void endsWithCloseNotify();
    void boundsASlowReader();
    void drainsWhenTheReaderGoesOn();
    void closesOnRubbish_data();
    void closesOnRubbish();
    void closesTlsWhereThereIsNone();
    void givesUpOnSlowHandshakes_data();
    void givesUpOnSlowHandshakes();
    void letsHandshakesInByTheTurnstile();
    void turnstileKeepsTheRate();
    void turnstileMakesUpForLateTimers();
    void turnstileTakesAddressesInTurn();
    void turnstileForgetsTheGone();
    void showsTheNewCertificate();
    void answersToTheNamesOfTheCertificate();
    void leavesNoDescriptorBehind();

private:
    std::unique_ptr<QSslSocket> connectTls();
    /// A client whose WebSocket is open.
    std::unique_ptr<QSslSocket> upgradeTls();

    support::FakeClock m_clock;
    support::SeededEntropy m_entropy;
    std::shared_ptr<transport::Tls> m_tls;
    std::unique_ptr<transport::Listener> m_listener;
    QPointer<Channel> m_channel;
    quint16 m_port = 0;
};

namespace {
const QByteArray bigBody(3'000'000, 'b');

QByteArray upgradeRequest()
{
    return get("/ws", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
}

/// A clock whose timers are called when the test says, however late.
class LateClock final : public core::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return {}; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return time; }
    [[nodiscard]] std::unique_ptr<core::Timer> every(std::chrono::milliseconds,
                                                     std::function<void()>) override
    {
        return nullptr;
    }
    [[nodiscard]] std::unique_ptr<core::Timer> after(std::chrono::milliseconds delay,
                                                     std::function<void()> tick) override
    {
        due = time + delay;
        m_tick = std::move(tick);
        return std::make_unique<core::Timer>();
    }
    void call()
    {
        const auto tick = m_tick;
        tick();
    }

    std::chrono::milliseconds time{0};
    std::chrono::milliseconds due{0};

private:
    std::function<void()> m_tick;
};

QByteArray fingerprint(const QSslSocket &client)
{
    return client.peerCertificate().digest(QCryptographicHash::Sha256).toHex(':').toUpper();
}
} // namespace

void TestTls::init()
{
    auto router = std::make_shared<transport::Router>();
    router->webSocket("/ws", [this](Channel *channel) {
        m_channel = channel;
        channel->setMessageLimit(1'000'000);
        connect(channel, &Channel::textReceived, channel,
                [channel](const QByteArray &text) { channel->send(SharedFrame::text(text)); });
        connect(channel, &Channel::binaryReceived, channel,
                [channel](const QByteArray &bytes) { channel->send(SharedFrame::binary(bytes)); });
    });
    router->http("GET", "/how", [](const transport::HttpRequest &request) {
        transport::HttpResponse response;
        response.body = request.isSecure ? "encrypted" : "plain";
        return transport::respond(response);
    });
    router->http("GET", "/big", [](const auto &) {
        transport::HttpResponse response;
        response.body = bigBody;
        return transport::respond(response);
    });
    router->http("POST", "/size", [](const transport::HttpRequest &request) {
        transport::HttpResponse response;
        response.body = QByteArray::number(request.body.size());
        return transport::respond(response);
    });
    m_tls = tlsrig::makeTls(m_clock);
    transport::ListenerOptions options;
    options.tls = m_tls;
    m_listener = std::make_unique<transport::Listener>(router, options, m_clock, m_entropy);
    QVERIFY(m_listener->listen(QStringLiteral("127.0.0.1"), 0));
    m_port = m_listener->port();
}

void TestTls::cleanup()
{
    m_listener.reset();
    m_tls.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(m_channel.isNull());
    QCOMPARE(m_clock.timerCount(), 0);
}

std::unique_ptr<QSslSocket> TestTls::connectTls()
{
    auto client = tlsrig::trustingSocket();
    client->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    // The server is served by the same loop.
    [&client] { QTRY_VERIFY(client->isEncrypted()); }();
    return client;
}

std::unique_ptr<QSslSocket> TestTls::upgradeTls()
{
    auto client = connectTls();
    client->write(upgradeRequest());
    [&client] { QTRY_VERIFY(client->bytesAvailable() > 0); }();
    [&client] { QVERIFY(client->peek(12).endsWith(" 101")); }();
    return client;
}

void TestTls::servesBothOnOnePort()
{
    const auto encrypted = connectTls();
    RawClient plain(m_port);
    encrypted->write(get("/how"));
    plain.send(get("/how"));
    QTRY_VERIFY(encrypted->peek(2'000).endsWith("encrypted"));
    QTRY_COMPARE(plain.responses().size(), 1);
    QCOMPARE(plain.responses().first().body, QByteArray("plain"));
    encrypted->readAll();
    encrypted->write(get("/how")); // kept alive
    QTRY_VERIFY(encrypted->peek(2'000).endsWith("encrypted"));
}

void TestTls::speaksTls_data()
{
    QTest::addColumn<QSsl::SslProtocol>("spoken");
    QTest::newRow("1.2") << QSsl::TlsV1_2;
    QTest::newRow("1.3") << QSsl::TlsV1_3;
}

void TestTls::speaksTls()
{
    QFETCH(QSsl::SslProtocol, spoken);
    const auto client = tlsrig::trustingSocket();
    client->setProtocol(spoken);
    client->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    QTRY_VERIFY(client->isEncrypted());
    QCOMPARE(client->sessionProtocol(), spoken);
    QVERIFY(client->sessionCipher().name().contains(QLatin1String("GCM")));
    QCOMPARE(fingerprint(*client), m_tls->certificate().fingerprint().toLatin1());
}

void TestTls::answersBigBodies()
{
    const auto client = connectTls();
    client->write(get("/big").append(get("/big", "Connection: close\r\n")));
    QByteArray received;
    QTRY_VERIFY((received += client->readAll(), client->state() == QAbstractSocket::UnconnectedState));
    received += client->readAll();
    QCOMPARE(received.count("HTTP/1.1 200"), 2);
    QCOMPARE(received.count('b') - received.left(received.indexOf("bbbb")).count('b') >= 2 * bigBody.size(),
             true);
    QVERIFY(received.endsWith(bigBody));
}

void TestTls::takesBigBodies()
{
    const auto client = connectTls();
    const QByteArray body(700'000, 'x');
    const QByteArray request =
        "POST /size HTTP/1.1\r\nHost: localhost\r\nContent-Length: 700000\r\n\r\n" + body;
    client->write(request + request + get("/how"));
    QByteArray received;
    QTRY_VERIFY((received += client->readAll()).endsWith("encrypted"));
    QCOMPARE(received.count("\r\n\r\n700000"), 2);
}

void TestTls::hearsOutWhoIsRefused()
{
    const auto client = connectTls();
    QSignalSpy errors(client.get(), &QSslSocket::errorOccurred);
    client->write("rubbish\r\n\r\n" + QByteArray(300'000, 'x'));
    // Closing over what comes after the refusal would reset the connection.
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(client->readAll().startsWith("HTTP/1.1 400"));
    for (const QList<QVariant> &error : std::as_const(errors))
        QCOMPARE(error.first().value<QAbstractSocket::SocketError>(), QAbstractSocket::RemoteHostClosedError);
}

void TestTls::echoesToAQtClient()
{
    QWebSocket client;
    QSslConfiguration trusting = client.sslConfiguration();
    trusting.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.setSslConfiguration(trusting);
    QSignalSpy connected(&client, &QWebSocket::connected);
    QSignalSpy texts(&client, &QWebSocket::textMessageReceived);
    QSignalSpy binaries(&client, &QWebSocket::binaryMessageReceived);
    client.open(QUrl(QStringLiteral("wss://127.0.0.1:%1/ws").arg(m_port)));
    QTRY_COMPARE(connected.size(), 1);
    QTRY_VERIFY(m_channel);
    QVERIFY(m_channel->handshake().isSecure);
    QCOMPARE(m_channel->handshake().localPort, m_port);
    const QString big(900'000, QLatin1Char('x'));
    client.sendTextMessage(QStringLiteral("h\u00e9llo"));
    client.sendTextMessage(big);
    client.sendBinaryMessage(QByteArray("\0\xff", 2));
    QTRY_COMPARE(binaries.size(), 1);
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts.at(0).at(0).toString(), QStringLiteral("h\u00e9llo"));
    QCOMPARE(texts.at(1).at(0).toString(), big);
    QCOMPARE(binaries.at(0).at(0).toByteArray(), QByteArray("\0\xff", 2));
    QSignalSpy closed(m_channel, &Channel::closed);
    client.close(QWebSocketProtocol::CloseCodeNormal, QStringLiteral("done"));
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1000);
    QCOMPARE(closed.at(0).at(1).toByteArray(), QByteArray("done"));
    QCOMPARE(m_listener->channelCount(), 0);
}

void TestTls::takesMessagesByteByByte()
{
    const auto client = upgradeTls();
    client->readAll();
    for (const char byte : rawclient::frame(0x81, "a record for every byte")) {
        client->write(&byte, 1);
        client->flush();
    }
    QTRY_VERIFY(client->peek(100).endsWith("a record for every byte"));
}

void TestTls::sendsItsCloseCode()
{
    QWebSocket client;
    QSslConfiguration trusting = client.sslConfiguration();
    trusting.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.setSslConfiguration(trusting);
    client.open(QUrl(QStringLiteral("wss://127.0.0.1:%1/ws").arg(m_port)));
    QTRY_VERIFY(m_channel);
    QSignalSpy disconnected(&client, &QWebSocket::disconnected);
    m_channel->send(SharedFrame::text("the last word"));
    m_channel->close(transport::CloseCode::Authentication, "Authentication required");
    QTRY_COMPARE(disconnected.size(), 1);
    QCOMPARE(int(client.closeCode()), 4001);
    QCOMPARE(client.closeReason(), QStringLiteral("Authentication required"));
}

void TestTls::endsWithCloseNotify()
{
    const auto client = upgradeTls();
    QSignalSpy errors(client.get(), &QSslSocket::errorOccurred);
    client->write(rawclient::frame(0x88, "\x03\xe8"));
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(client->readAll().endsWith("\x88\x02\x03\xe8"));
    for (const QList<QVariant> &error : std::as_const(errors)) // a cut connection is an error of TLS itself
        QCOMPARE(error.first().value<QAbstractSocket::SocketError>(), QAbstractSocket::RemoteHostClosedError);
}

void TestTls::boundsASlowReader()
{
    const auto client = tlsrig::trustingSocket();
    client->setReadBufferSize(4'096);
    client->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    QTRY_VERIFY(client->isEncrypted());
    client->write(upgradeRequest());
    QTRY_VERIFY(m_channel);
    QSignalSpy closed(m_channel, &Channel::closed);
    const SharedFrame mebibyte = SharedFrame::binary(QByteArray(1024 * 1024, 'm'));
    qint64 most = 0;
    for (int i = 0; i < 100 && closed.isEmpty(); ++i) {
        m_channel->send(mebibyte);
        QCoreApplication::processEvents();
        most = qMax(most, m_channel ? m_channel->bytesUnsent() : 0);
    }
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1008);
    QVERIFY2(most > 15 * 1024 * 1024 && most < 18 * 1024 * 1024, qPrintable(QString::number(most)));
}

void TestTls::drainsWhenTheReaderGoesOn()
{
    const auto client = tlsrig::trustingSocket();
    client->setReadBufferSize(4'096);
    client->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    QTRY_VERIFY(client->isEncrypted());
    client->write(upgradeRequest());
    QTRY_VERIFY(m_channel);
    QSignalSpy drained(m_channel, &Channel::drained);
    const SharedFrame big = SharedFrame::binary(QByteArray(12 * 1024 * 1024, 'm'));
    m_channel->send(big);
    QCoreApplication::processEvents();
    QVERIFY(m_channel->bytesUnsent() > 1024 * 1024);
    QVERIFY(!m_channel->isWritable());
    QVERIFY(drained.isEmpty());
    client->setReadBufferSize(0);
    qint64 received = 0;
    QTRY_VERIFY((received += client->readAll().size()) > 12 * 1024 * 1024);
    QTRY_COMPARE(drained.size(), 1);
    QCOMPARE(m_channel->bytesUnsent(), 0);
    QVERIFY(m_channel->isWritable());
}

void TestTls::closesOnRubbish_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("HTTP behind the byte") << QByteArray("\x16GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTest::newRow("no hello") << QByteArray("\x16\x03\x01\x00\x05hello", 10);
    QTest::newRow("SSL 3")
        << QByteArray("\x16\x03\x00\x00\x2f\x01\x00\x00\x2b\x03\x00", 11).append(QByteArray(41, '\0'));
}

void TestTls::closesOnRubbish()
{
    QFETCH(QByteArray, bytes);
    RawClient client(m_port);
    client.send(bytes);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(!client.received().contains("HTTP"));
}

void TestTls::closesTlsWhereThereIsNone()
{
    transport::Listener plainOnly(std::make_shared<transport::Router>(), {}, m_clock, m_entropy);
    QVERIFY(plainOnly.listen(QStringLiteral("127.0.0.1"), 0));
    RawClient client(plainOnly.port());
    client.send("\x16\x03\x01");
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().isEmpty());
}

void TestTls::givesUpOnSlowHandshakes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("silent") << QByteArray();
    QTest::newRow("one byte") << QByteArray("\x16");
    QTest::newRow("half a hello") << QByteArray("\x16\x03\x01\x02\x00\x01", 6);
}

void TestTls::givesUpOnSlowHandshakes()
{
    QFETCH(QByteArray, bytes);
    RawClient client(m_port);
    client.send(bytes);
    QTRY_VERIFY(m_clock.timerCount() > 0); // it was let in
    QVERIFY(!client.isClosed());
    QTRY_VERIFY((m_clock.advance(std::chrono::milliseconds(1'000)), client.isClosed()));
}

void TestTls::letsHandshakesInByTheTurnstile()
{
    for (int i = 0; i < transport::Tls::handshakesPerSecond; ++i)
        m_tls->turnstile().enter(QHostAddress(QHostAddress::LocalHost), this, [] {});
    QVERIFY(m_tls->turnstile().waiting() > 0);
    const int before = m_tls->turnstile().waiting();
    const auto client = tlsrig::trustingSocket();
    client->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    QTRY_COMPARE(m_tls->turnstile().waiting(), before + 1);
    RawClient plain(m_port); // does not stand in that line
    plain.send(get("/how"));
    QTRY_COMPARE(plain.responses().size(), 1);
    QVERIFY(!client->isEncrypted());
    // The wait is ours, so the client's time does not run meanwhile.
    m_clock.advance(std::chrono::milliseconds(1'000));
    QCOMPARE(m_tls->turnstile().waiting(), 0);
    QTRY_VERIFY(client->isEncrypted());
}

void TestTls::turnstileKeepsTheRate()
{
    transport::Turnstile turnstile(200, m_clock);
    QList<int> passed;
    for (int i = 0; i < 1'000; ++i)
        turnstile.enter({}, this, [&passed, i] { passed.append(i); });
    QVERIFY(passed.size() <= 10);
    qsizetype before = 0;
    for (int second = 1; second <= 5; ++second) {
        m_clock.advance(std::chrono::milliseconds(1'000));
        QVERIFY(passed.size() - before >= 190 && passed.size() - before <= 210);
        before = passed.size();
    }
    QCOMPARE(passed.size(), 1'000);
    QVERIFY(std::is_sorted(passed.begin(), passed.end()));
    QCOMPARE(m_clock.timerCount(), 0);
    turnstile.enter({}, this, [&passed] { passed.append(-1); });
    QCOMPARE(passed.last(), -1); // nobody before it
}

void TestTls::turnstileMakesUpForLateTimers()
{
    LateClock clock;
    transport::Turnstile turnstile(200, clock);
    int passed = 0;
    for (int i = 0; i < 1'000; ++i)
        turnstile.enter({}, this, [&passed] { ++passed; });
    QCOMPARE(passed, 10);
    clock.time = std::chrono::milliseconds(420);
    while (clock.due <= clock.time) {
        const int before = passed;
        clock.call();
        QCOMPARE(passed, before + 10); // others have their turn in between
    }
    QCOMPARE(passed, 90);
    clock.time = std::chrono::milliseconds(10'000); // not all that it slept through
    while (turnstile.waiting() > 0 && clock.due <= clock.time)
        clock.call();
    QVERIFY2(passed >= 290 && passed <= 310, qPrintable(QString::number(passed)));
}

void TestTls::turnstileTakesAddressesInTurn()
{
    transport::Turnstile turnstile(20, m_clock); // one a slice
    QStringList passed;
    const auto come = [&](const char *address, const QString &name) {
        turnstile.enter(QHostAddress(QString::fromLatin1(address)), this,
                        [&passed, name] { passed << name; });
    };
    come("192.0.2.1", u"a1"_qs);
    for (const QString &name : {u"a2"_qs, u"a3"_qs, u"a4"_qs})
        come("192.0.2.1", name);
    come("192.0.2.2", u"b1"_qs);
    come("2001:db8::1", u"c1"_qs);
    come("::ffff:192.0.2.2", u"b2"_qs);
    come("2001:db8::2", u"c2"_qs);
    QCOMPARE(turnstile.waiting(), 7);
    m_clock.advance(std::chrono::milliseconds(1'000));
    QCOMPARE(passed,
             (QStringList{u"a1"_qs, u"a2"_qs, u"b1"_qs, u"c1"_qs, u"a3"_qs, u"b2"_qs, u"c2"_qs, u"a4"_qs}));
    QCOMPARE(turnstile.waiting(), 0);
}

void TestTls::turnstileForgetsTheGone()
{
    transport::Turnstile turnstile(20, m_clock);
    int passed = 0;
    auto gone = std::make_unique<QObject>();
    turnstile.enter({}, this, [&passed] { ++passed; });
    turnstile.enter({}, gone.get(), [&passed] { passed += 100; });
    turnstile.enter({}, this, [&passed] { ++passed; });
    gone.reset();
    m_clock.advance(std::chrono::milliseconds(50));
    QCOMPARE(passed, 2);
}

void TestTls::showsTheNewCertificate()
{
    const auto before = upgradeTls();
    const QByteArray old = m_tls->certificate().fingerprint().toLatin1();
    m_tls->setCertificate(tlsrig::makeTls(m_clock)->certificate());
    const QByteArray now = m_tls->certificate().fingerprint().toLatin1();
    QVERIFY(old != now);
    const auto after = connectTls();
    QCOMPARE(fingerprint(*before), old);
    QCOMPARE(fingerprint(*after), now);
    before->write(rawclient::frame(0x81, "still here"));
    QTRY_VERIFY(before->peek(4'096).endsWith("still here"));
}

void TestTls::answersToTheNamesOfTheCertificate()
{
    const QTemporaryDir folder;
    const auto pair = tlsrig::makePair(folder, QStringLiteral("named"), {QStringLiteral("Noc.example")});
    const auto named = transport::Certificate::load(pair.certificateFile, pair.keyFile);
    QVERIFY(bool(named));
    const auto statusFor = [this](const QByteArray &host) {
        RawClient client(m_port);
        client.send("GET /how HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        [&client] { QTRY_COMPARE(client.responses().size(), 1); }();
        return client.responses().value(0).status;
    };
    QCOMPARE(statusFor("noc.example"), 421);
    m_tls->setCertificate(*named);
    QCOMPARE(statusFor("NOC.example:8000"), 200);
    QCOMPARE(statusFor("a.noc.example"), 421);
    QCOMPARE(statusFor("localhost"), 200);
    transport::Gate gate({}, {});
    gate.setCertificateNames({QStringLiteral("*.wild.example")});
    QVERIFY(gate.allowsHost("a.wild.example:1"));
    QVERIFY(!gate.allowsHost("wild.example"));
    QVERIFY(!gate.allowsHost(".wild.example"));
    QVERIFY(!gate.allowsHost("a.b.wild.example"));
}

void TestTls::leavesNoDescriptorBehind()
{
    const auto descriptors = [] { return QDir(QStringLiteral("/proc/self/fd")).count(); };
    { // What OpenSSL opens once stays.
        const auto first = upgradeTls();
    }
    QTRY_COMPARE(m_listener->channelCount(), 0);
    const auto before = descriptors();
    for (int i = 0; i < 10; ++i) {
        m_clock.advance(std::chrono::milliseconds(50)); // the turnstile's
        const auto client = upgradeTls();
        QTRY_COMPARE(m_listener->channelCount(), 1);
        client->disconnectFromHost();
        QTRY_COMPARE(m_listener->channelCount(), 0);
        RawClient rubbish(m_port);
        rubbish.send("\x16GET / HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(rubbish.isClosed());
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTRY_COMPARE(descriptors(), before);
}

QTEST_GUILESS_MAIN(TestTls)
#include "test_tls.moc"
