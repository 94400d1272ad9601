// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/rawclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using rawclient::frame;
using rawclient::get;
using rawclient::post;
using rawclient::RawClient;

/// Those who keep a connection and say nothing, too little or too late: the whole server, on a clock that the
/// test moves. A client that does as it should is beside them all the time.
class TestAbusePatience : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void letsGo_data();
    void letsGo();
    void endsAFloodOfTenSeconds();

private:
    void wait(std::chrono::seconds time);
    void attend();

    support::FakeClock m_clock;
    support::SeededEntropy m_entropy;
    QTemporaryDir m_folder;
    std::unique_ptr<engine::Engine> m_engine;
    quint16 m_port = 0;
    QByteArray m_token;
    std::unique_ptr<RawClient> m_other;
    qsizetype m_answered = 0; // pings, by the other
};

namespace {
const QByteArray engineIo = "/socket.io/?EIO=4&transport=";
const QByteArray oneMoreByte = "x";
} // namespace

void TestAbusePatience::initTestCase()
{
    engine::EngineOptions options;
    options.dataDirectory = m_folder.path();
    options.listen = {{QStringLiteral("127.0.0.1"), 0, {}}};
    options.isRecording = false;
    m_engine = std::make_unique<engine::Engine>(options, m_clock, m_entropy);
    QSignalSpy started(m_engine.get(), &engine::Engine::started);
    m_engine->start();
    QTRY_COMPARE(started.size(), 1);
    m_port = quint16(QUrl(m_engine->urls().first()).port());
    const QByteArray json = "Content-Type: application/json\r\n";
    const QByteArray name = R"("username":"dana","password":"seven quiet owls at dusk")";
    RawClient client(m_port);
    client.send(post("/api/v1/setup",
                     "{\"token\":\"" + m_engine->setupToken()->toLatin1() + "\"," + name + "}", json));
    QTRY_COMPARE(client.responses().size(), 1);
    client.send(post("/api/v1/auth/login", "{" + name + "}", json));
    QTRY_COMPARE(client.responses().size(), 2);
    m_token = QJsonDocument::fromJson(client.responses().last().body)
                  .object()
                  .value(QLatin1String("access_token"))
                  .toString()
                  .toLatin1();
    QVERIFY(!m_token.isEmpty());
    m_other = std::make_unique<RawClient>(m_port);
    m_other->upgrade("/console?token=" + m_token);
    QTRY_COMPARE(m_other->frames().size(), 1);
}

void TestAbusePatience::cleanup()
{
    // Still there, and answered.
    const qsizetype heard = m_other->frames().size();
    m_other->send(frame(0x81, R"({"id":1,"command":"session.ping"})"));
    QTRY_VERIFY(m_other->frames().size() > heard);
    QVERIFY(!m_other->isClosed());
}

/// Answers what the server asks of the other client.
void TestAbusePatience::attend()
{
    const QList<QByteArray> frames = m_other->frames();
    for (; m_answered < frames.size(); ++m_answered) {
        if (frames.at(m_answered).startsWith("ping"))
            m_other->send(frame(0x8A, frames.at(m_answered).mid(5)));
    }
}

void TestAbusePatience::wait(std::chrono::seconds time)
{
    for (auto passed = 0s; passed < time; passed += 1s) {
        m_clock.advance(1s);
        // What each says in this second is heard before the next.
        const qsizetype heard = m_other->frames().size();
        m_other->send(frame(0x89, "now"));
        QTRY_VERIFY(m_other->frames().size() > heard);
        attend();
    }
}

void TestAbusePatience::letsGo_data()
{
    QTest::addColumn<QByteArray>("target"); // of a WebSocket; empty: none
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("goesOn"); // with this, every second
    QTest::addColumn<int>("kept");          // seconds it is still there
    QTest::addColumn<int>("gone");          // seconds it is there no more
    const auto row = [](const char *name, const QByteArray &target, const QByteArray &said,
                        const QByteArray &goesOn, int kept,
                        int gone) { QTest::newRow(name) << target << said << goesOn << kept << gone; };
    const QByteArray slowBody = post("/api/v1/auth/login", QByteArray(1000, ' '));
    row("says nothing", {}, {}, {}, 3, 7);
    row("half a request line", {}, "GET / HT", {}, 3, 7);
    row("a head byte by byte", {}, "GET / HTTP/1.1\r\nX: ", oneMoreByte, 3, 7);
    row("an upgrade byte by byte", {}, "GET /console HTTP/1.1\r\nUpgrade: websocket\r\nX: ", oneMoreByte, 3,
        7);
    row("a body that does not come", {}, slowBody.chopped(999), {}, 8, 15);
    row("a body byte by byte", {}, slowBody.chopped(999), oneMoreByte, 8, 15);
    row("no second request", {}, get("/health"), {}, 55, 65);
    row("never signs in", "/console", {}, {}, 8, 17);
    row("half a message", "/console?token=" + m_token, frame(0x01, "half"), {}, 28, 38);
    row("a message byte by byte", "/console?token=" + m_token, frame(0x81, QByteArray(1000, ' ')).first(10),
        oneMoreByte, 28, 38);
    row("fragments without end", "/console?token=" + m_token, frame(0x01, ""), frame(0x00, ""), 28, 38);
    row("a WebSocket that does not answer", "/console?token=" + m_token, {}, {}, 70, 80);
    row("OPMAS that does not answer", "/api/v1/ws/system?token=" + m_token, {}, {}, 70, 80);
    row("Engine.IO that does not answer", engineIo + "websocket", {}, {}, 40, 55);
    row("Engine.IO that joins nothing", engineIo + "websocket", {}, frame(0x81, "3"), 40, 55);
    row("attachments that do not come", engineIo + "websocket&token=" + m_token,
        frame(0x81, "40") + frame(0x81, R"(451-["x",{"_placeholder":true,"num":0}])"), frame(0x81, "3"), 8,
        20);
    row("a Close and no end", "/console?token=" + m_token, frame(0x88, "\x03\xe8"), {}, 0, 5);
}

void TestAbusePatience::letsGo()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, goesOn);
    QFETCH(int, kept);
    QFETCH(int, gone);
    RawClient client(m_port);
    if (!target.isEmpty()) {
        client.upgrade(target);
        QTRY_VERIFY(client.frames().size() > 0 || client.responses().size() > 0);
    }
    client.send(said);
    int passed = 0;
    for (; passed < kept; ++passed) {
        wait(1s);
        QVERIFY2(!client.isClosed(), QByteArray::number(passed).constData());
        client.send(goesOn);
    }
    for (; passed < gone && !client.isClosed(); ++passed) {
        wait(1s);
        client.send(goesOn);
    }
    QTRY_VERIFY(client.isClosed());
}

void TestAbusePatience::endsAFloodOfTenSeconds()
{
    RawClient client(m_port);
    client.upgrade("/console?token=" + m_token);
    QTRY_COMPARE(client.frames().size(), 1);
    const QByteArray second = frame(0x81, R"({"command":"session.ping"})").repeated(300);
    int passed = 0;
    for (; passed < 20 && !client.frames().last().startsWith("close"); ++passed) {
        client.send(second);
        wait(1s);
    }
    QTRY_COMPARE(client.frames().last(), QByteArray("close 1008"));
    QVERIFY2(passed > 9, "closed too early");
}

QTEST_GUILESS_MAIN(TestAbusePatience)
#include "test_abuse_patience.moc"
