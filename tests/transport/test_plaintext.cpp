// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/seededentropy.h"
#include "transport/listener.h"
#include "transport/rawclient.h"
#include "transport/tlsrig.h"

#include <QTest>

#include <arpa/inet.h>
#include <cstring>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using transport::ListenerOptions;

namespace {
/// What this process is called in a network of its own; not a loopback address.
constexpr auto ownAddress = "192.0.2.7";

bool hasOwnNetwork = false;

/// A network namespace whose loopback interface has one more address.
bool makeOwnNetwork()
{
    if (::unshare(CLONE_NEWNET) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return false;
    const int control = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq loopback = {};
    std::strcpy(loopback.ifr_name, "lo");
    loopback.ifr_flags = IFF_UP;
    ifreq alias = {};
    std::strcpy(alias.ifr_name, "lo:1");
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    ::inet_pton(AF_INET, ownAddress, &address.sin_addr);
    std::memcpy(&alias.ifr_addr, &address, sizeof address);
    const bool isMade =
        ::ioctl(control, SIOCSIFFLAGS, &loopback) == 0 && ::ioctl(control, SIOCSIFADDR, &alias) == 0;
    ::close(control);
    return isMade;
}
} // namespace

/// Plain text from another machine.
class TestPlaintext : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!hasOwnNetwork)
            QSKIP("this user may not make a network namespace");
    }
    void cleanup()
    {
        m_client.reset();
        m_listener.reset();
    }
    void sendsTheOthersToTls_data();
    void sendsTheOthersToTls();
    void keepsPortlessHostsOnThePort();
    void servesTheLoopback();
    void servesTheOthersWhenAllowed();
    void servesTheOthersEncrypted();
    void saysWhereItIs();

private:
    void listen(const ListenerOptions &options, const QString &address = QLatin1String(ownAddress));
    /// A client whose address is not of the loopback.
    rawclient::Response ask(const QByteArray &request);

    support::FakeClock m_clock;
    support::SeededEntropy m_entropy;
    std::unique_ptr<transport::Listener> m_listener;
    std::unique_ptr<rawclient::RawClient> m_client;
};

void TestPlaintext::listen(const ListenerOptions &options, const QString &address)
{
    ListenerOptions encrypted = options;
    encrypted.tls = tlsrig::makeTls(m_clock);
    encrypted.allowedHosts = {QStringLiteral("noc.example")};
    auto router = std::make_shared<transport::Router>();
    const auto how = [](const transport::HttpRequest &request) {
        transport::HttpResponse response;
        response.body = request.isSecure ? "encrypted" : "plain";
        return transport::respond(response);
    };
    router->http("GET", "/how", how);
    router->http("POST", "/how", how);
    router->webSocket("/ws", [](transport::Channel *) {});
    router->engineIo("/socket.io/", {}, [](transport::Channel *) {});
    m_listener = std::make_unique<transport::Listener>(router, encrypted, m_clock, m_entropy);
    QVERIFY(m_listener->listen(address, 0));
}

rawclient::Response TestPlaintext::ask(const QByteArray &request)
{
    m_client = std::make_unique<rawclient::RawClient>(m_listener->port(), QLatin1String(ownAddress));
    m_client->send(request);
    [this] { QTRY_COMPARE(m_client->responses(true).size(), 1); }();
    return m_client->responses(true).value(0);
}

void TestPlaintext::sendsTheOthersToTls_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    const QByteArray host = " HTTP/1.1\r\nHost: noc.example:81\r\n";
    const QByteArray end = "\r\n";
    const QByteArray upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    const QByteArray at = "https://noc.example:81";
    QTest::newRow("GET") << "GET /how" + host + end << 308 << at + "/how";
    QTest::newRow("HEAD") << "HEAD /how" + host + end << 308 << at + "/how";
    QTest::newRow("nothing there") << "GET /none" + host + end << 308 << at + "/none";
    QTest::newRow("query") << "GET /how?a=b%20c&d=%26" + host + end << 308 << at + "/how?a=b%20c&d=%26";
    QTest::newRow("escaped path") << "GET /a%20b%3Fc%0D%0Ad" + host + end << 308 << at + "/a%20b%3Fc%0D%0Ad";
    QTest::newRow("two slashes") << "GET //evil.example/" + host + end << 308 << at + "//evil.example/";
    QTest::newRow("polling") << "GET /socket.io/?EIO=4&transport=polling" + host + end << 308
                             << at + "/socket.io/?EIO=4&transport=polling";
    QTest::newRow("foreign origin") << "GET /how" + host + "Origin: http://evil.example\r\n" + end << 308
                                    << at + "/how";
    QTest::newRow("POST") << "POST /how" + host + "Content-Length: 2\r\n\r\n{}" << 426 << QByteArray();
    QTest::newRow("OPTIONS") << "OPTIONS /how" + host + end << 426 << QByteArray();
    QTest::newRow("WebSocket") << "GET /ws" + host + upgrade + end << 426 << QByteArray();
    QTest::newRow("Socket.IO") << "GET /socket.io/?EIO=4&transport=websocket" + host + upgrade + end << 426
                               << QByteArray();
    QTest::newRow("foreign host") << QByteArray("GET /how HTTP/1.1\r\nHost: evil.example\r\n\r\n") << 421
                                  << QByteArray();
    QTest::newRow("no host") << QByteArray("GET /how HTTP/1.0\r\n\r\n") << 400 << QByteArray();
}

void TestPlaintext::sendsTheOthersToTls()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    listen({});
    const rawclient::Response response = ask(request);
    QCOMPARE(response.status, status);
    QCOMPARE(response.headers.value("location"), location);
    QCOMPARE(response.headers.contains("upgrade"), status == 426);
    QCOMPARE(m_listener->channelCount(), 0);
}

void TestPlaintext::keepsPortlessHostsOnThePort()
{
    listen({});
    const QByteArray port = QByteArray::number(m_listener->port());
    QCOMPARE(ask("GET / HTTP/1.1\r\nHost: noc.example\r\n\r\n").headers.value("location"),
             "https://noc.example:" + port + "/");
    QCOMPARE(ask("GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n").headers.value("location"),
             "https://[::1]:" + port + "/");
}

void TestPlaintext::servesTheLoopback()
{
    listen({}, QStringLiteral("0.0.0.0"));
    rawclient::RawClient client(m_listener->port());
    client.send(rawclient::get("/how"));
    QTRY_COMPARE(client.responses().size(), 1);
    QCOMPARE(client.responses().first().body, QByteArray("plain"));
}

void TestPlaintext::servesTheOthersWhenAllowed()
{
    ListenerOptions options;
    options.allowPlaintext = true;
    listen(options);
    QCOMPARE(ask("POST /how HTTP/1.1\r\nHost: noc.example\r\nContent-Length: 0\r\n\r\n").status, 200);
}

void TestPlaintext::servesTheOthersEncrypted()
{
    listen({});
    const auto client = tlsrig::trustingSocket();
    client->connectToHostEncrypted(QLatin1String(ownAddress), m_listener->port());
    QTRY_VERIFY(client->isEncrypted());
    client->write(rawclient::get("/how"));
    QTRY_VERIFY(client->peek(2'000).endsWith("encrypted"));
}

void TestPlaintext::saysWhereItIs()
{
    const auto urlOf = [this](const char *scheme, const char *address) {
        return QStringList{QStringLiteral("%1://%2:%3")
                               .arg(QLatin1String(scheme), QLatin1String(address))
                               .arg(m_listener->port())};
    };
    listen({});
    QCOMPARE(m_listener->urls(), urlOf("https", ownAddress));
    listen({}, QStringLiteral("127.0.0.1"));
    QCOMPARE(m_listener->urls(), urlOf("http", "127.0.0.1"));
    ListenerOptions options;
    options.allowPlaintext = true;
    listen(options);
    QCOMPARE(m_listener->urls(), urlOf("http", ownAddress));
}

int main(int argc, char **argv)
{
    hasOwnNetwork = makeOwnNetwork(); // before there is a thread
    QCoreApplication application(argc, argv);
    TestPlaintext test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_plaintext.moc"
