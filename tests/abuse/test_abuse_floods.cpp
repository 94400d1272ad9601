// SPDX-License-Identifier: GPL-3.0-or-later
#include "abuse/rig.h"

#include <QTest>

using support::BlockingClient;
using support::clientFrame;

/// Too much of everything, while others go on undisturbed: pings, fragments, messages, connections, and
/// readers that do not read.
class TestAbuseFloods : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_rig.begin(); }
    void cleanup();
    void dropsPingFloods_data() { addTargets(); }
    void dropsPingFloods();
    void closesFragmentFloods_data() { addTargets(); }
    void closesFragmentFloods();
    void bearsFramesOfOneByte_data() { addTargets(); }
    void bearsFramesOfOneByte();
    void bearsPongFloods_data() { addTargets(); }
    void bearsPongFloods();
    void limitsMessageFloods_data();
    void limitsMessageFloods();
    void dropsWhoAsksAndDoesNotRead_data();
    void dropsWhoAsksAndDoesNotRead();
    void stopsReadingFromWhoDoesNotRead();
    void holdsAMegabyteEachAtMost();
    void turnsTheHundredAndFirstAway();
    void bearsAStormOfConnections();
    void closesOnTermination();

private:
    void addTargets() const;
    void keepsBeating();

    abuse::Rig m_rig;
    int m_attackers = 1; // of this test
};

namespace {
const QByteArray engineIo = "/socket.io/?EIO=4&transport=websocket";
// What the kernel's buffers hold on both sides comes before any limit of ours.
constexpr qint64 enough = 64LL * 1024 * 1024;
constexpr qint64 unreadQuestions = 1024LL * 1024;
constexpr int smallBuffer = 4096;

QByteArray text(const QByteArray &message) { return clientFrame(0x81, message); }

/// Says `bytes` again and again until the server hangs up; how many bytes that took.
qint64 flood(BlockingClient &client, const QByteArray &bytes, qint64 most)
{
    qint64 said = 0;
    while (said < most && client.send(bytes))
        said += bytes.size();
    return said;
}
} // namespace

void TestAbuseFloods::initTestCase()
{
    const QString fault = m_rig.start();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestAbuseFloods::cleanup()
{
    if (!m_rig.server().isRunning() && QTest::currentTestFunction() == QByteArray("closesOnTermination"))
        return;
    const QString fault = m_rig.verdict(std::exchange(m_attackers, 1));
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestAbuseFloods::addTargets() const
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("console, not signed in") << QByteArray("/console");
    QTest::newRow("console") << QByteArray("/console?token=" + m_rig.token());
    QTest::newRow("Socket.IO") << engineIo;
}

void TestAbuseFloods::keepsBeating()
{
    const QString fault = m_rig.beat();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestAbuseFloods::dropsPingFloods()
{
    QFETCH(QByteArray, target);
    const auto client = m_rig.open(target, smallBuffer);
    QVERIFY(client);
    const QByteArray pings = clientFrame(0x89, QByteArray(125, 'p')).repeated(500);
    QVERIFY(client->send(pings));
    keepsBeating();
    QVERIFY2(flood(*client, pings, enough) < enough, "64 MiB of pings were taken from who reads nothing");
}

void TestAbuseFloods::closesFragmentFloods()
{
    QFETCH(QByteArray, target);
    const auto client = m_rig.open(target);
    QVERIFY(client);
    QVERIFY(client->send(clientFrame(0x01, "")));
    const QByteArray fragments = clientFrame(0x00, "").repeated(20'000);
    client->send(fragments);
    keepsBeating();
    const auto closed = client->readFrame("close", "");
    QVERIFY(closed);
    QCOMPARE(closed->shown(), QByteArray("close 1008"));
    client->finish();
    QVERIFY(client->hearsEnd());
}

void TestAbuseFloods::bearsFramesOfOneByte()
{
    QFETCH(QByteArray, target);
    const auto client = m_rig.open(target);
    QVERIFY(client);
    QVERIFY(client->send(clientFrame(0x02, "")));
    for (int round = 0; round < 4; ++round) {
        client->send(clientFrame(0x00, "x").repeated(3'000));
        keepsBeating();
    }
    client->send(clientFrame(0x80, "x"));
    client->vanish();
}

void TestAbuseFloods::bearsPongFloods()
{
    QFETCH(QByteArray, target);
    const auto client = m_rig.open(target);
    QVERIFY(client);
    for (int round = 0; round < 4; ++round) {
        QVERIFY(client->send(clientFrame(0x8A, QByteArray(125, 'p')).repeated(5'000)));
        keepsBeating();
    }
}

void TestAbuseFloods::limitsMessageFloods_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("refusal");
    QTest::newRow("console") << QByteArray("/console?token=" + m_rig.token())
                             << text(R"({"id":1,"command":"session.ping"})") << QByteArray("limited");
    QTest::newRow("console, not signed in")
        << QByteArray("/console") << text(R"({"id":1,"command":"session.ping"})") << QByteArray("limited");
    QTest::newRow("console, broken") << QByteArray("/console") << text("{") << QByteArray("limited");
    QTest::newRow("OPMAS") << QByteArray("/api/v1/ws/system?token=" + m_rig.token())
                           << text(R"({"type":"ping"})") << QByteArray("Too many");
    QTest::newRow("Socket.IO") << QByteArray() << text(R"(421["get_user_info"])") << QByteArray("Too many");
}

void TestAbuseFloods::limitsMessageFloods()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, refusal);
    const auto client = target.isEmpty() ? m_rig.joinSocketIo() : m_rig.open(target);
    QVERIFY(client);
    // Beyond the burst of 200; not so much that the answers nobody reads yet would be too many.
    QVERIFY(client->send(message.repeated(2'000)));
    keepsBeating();
    QVERIFY(client->readFrame("text", refusal));
}

void TestAbuseFloods::dropsWhoAsksAndDoesNotRead_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("console") << QByteArray("/console?token=" + m_rig.token())
                             << text(R"({"id":1,"command":"identity.users.list"})");
    QTest::newRow("console, broken") << QByteArray("/console") << text("{");
    QTest::newRow("Socket.IO") << QByteArray() << text(R"(421["get_current_metrics"])");
}

/// One that asks faster than it may, and reads none of the refusals either, does not make them pile up.
void TestAbuseFloods::dropsWhoAsksAndDoesNotRead()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, message);
    const auto client = target.isEmpty() ? m_rig.joinSocketIo() : m_rig.open(target, smallBuffer);
    QVERIFY(client);
    const QByteArray messages = message.repeated(500);
    for (int round = 0; round < 4; ++round) {
        flood(*client, messages, unreadQuestions);
        keepsBeating();
    }
    client->vanish();
}

void TestAbuseFloods::stopsReadingFromWhoDoesNotRead()
{
    BlockingClient client(m_rig.port(), smallBuffer);
    const QByteArray requests =
        QByteArray("GET /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n").repeated(100);
    qint64 said = 0;
    // It stops taking requests when their answers are not taken; nobody is hurt by what waits in the kernel.
    for (qint64 taken = 1; taken > 0 && said < enough; said += taken) {
        taken = client.offer(requests);
        keepsBeating();
    }
    QVERIFY2(said < enough, "64 MiB of requests were taken from who reads nothing");
}

void TestAbuseFloods::holdsAMegabyteEachAtMost()
{
    // Less than may connect, as the others hold places too.
    constexpr int clients = 40;
    m_attackers = clients;
    std::vector<std::unique_ptr<BlockingClient>> attackers;
    const QByteArray part = clientFrame(0x01, QByteArray(1'000'000, ' '));
    for (int i = 0; i < clients; ++i) {
        attackers.push_back(m_rig.open("/console?token=" + m_rig.token()));
        QVERIFY(attackers.back());
        QVERIFY(attackers.back()->send(part));
    }
    keepsBeating();
    for (const auto &client : attackers)
        client->vanish();
}

void TestAbuseFloods::turnsTheHundredAndFirstAway()
{
    std::vector<std::unique_ptr<BlockingClient>> clients;
    bool isTurnedAway = false;
    constexpr int most = 120;
    for (int i = 0; i < most && !isTurnedAway; ++i) {
        clients.push_back(m_rig.open("/console"));
        QVERIFY(clients.back());
        const auto first = clients.back()->readFrame();
        QVERIFY(first);
        isTurnedAway = first->shown() == "close 1013";
    }
    QVERIFY(isTurnedAway);
    m_attackers = int(clients.size());
    keepsBeating();
    BlockingClient polling(m_rig.port());
    polling.send("GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(polling.readAnswer().status, 403);
    BlockingClient page(m_rig.port());
    page.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(page.readAnswer().status, 200);
}

void TestAbuseFloods::bearsAStormOfConnections()
{
    constexpr int clients = 600;
    m_attackers = clients;
    std::vector<std::unique_ptr<BlockingClient>> attackers;
    for (int i = 0; i < clients; ++i) {
        attackers.push_back(std::make_unique<BlockingClient>(m_rig.port()));
        QVERIFY(attackers.back()->isConnected());
    }
    keepsBeating();
    for (const auto &client : attackers)
        client->vanish();
}

/// With clients that flood, half send and do not read, the program still ends when it is told to.
void TestAbuseFloods::closesOnTermination()
{
    const auto reader = m_rig.open("/console?token=" + m_rig.token(), smallBuffer);
    const auto half = m_rig.open("/console");
    BlockingClient silent(m_rig.port());
    QVERIFY(reader && half && silent.isConnected());
    QVERIFY(reader->send(text(R"({"id":1,"command":"identity.users.list"})").repeated(100)));
    QVERIFY(half->send(clientFrame(0x01, "half")));
    QCOMPARE(m_rig.server().stop(), 0);
    const QByteArray log = m_rig.server().log();
    QVERIFY2(log.size() < 64LL * 1024, log.left(2000).constData());
}

QTEST_GUILESS_MAIN(TestAbuseFloods)
#include "test_abuse_floods.moc"
