// SPDX-License-Identifier: GPL-3.0-or-later
#include "abuse/rig.h"

#include <QTest>

using support::clientFrame;
using support::clientFrameHead;

/// Messages nobody honest sends, in the tongues of clients: Socket.IO, the JSON envelope.
class TestAbuseMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_rig.begin(); }
    void cleanup();
    void closesSocketIo_data();
    void closesSocketIo();
    void passesOverSocketIo_data();
    void passesOverSocketIo();
    void joinsNoUnknownNamespaces();
    void answersEnvelopes_data();
    void answersEnvelopes();
    void closesBigMessages_data();
    void closesBigMessages();
    void closesWithoutAToken_data();
    void closesWithoutAToken();

private:
    abuse::Rig m_rig;
};

namespace {
const QByteArray engineIo = "/socket.io/?EIO=4&transport=";

QByteArray text(const QByteArray &message) { return clientFrame(0x81, message); }
QByteArray binary(const QByteArray &message) { return clientFrame(0x82, message); }
} // namespace

void TestAbuseMessages::initTestCase()
{
    const QString fault = m_rig.start();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestAbuseMessages::cleanup()
{
    const QString fault = m_rig.verdict();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestAbuseMessages::closesSocketIo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &message) {
        QTest::newRow(name) << text(message);
    };
    row("empty packet", "4");
    row("type 7", "47");
    row("type 9", "49");
    row("letters", "4abc");
    row("second CONNECT", "40");
    row("CONNECT_ERROR", "44{\"message\":\"no\"}");
    row("event without a payload", "42");
    row("event with an object", "42{}");
    row("event with a string", "42\"x\"");
    row("event with an empty array", "42[]");
    row("event named null", "42[null]");
    row("event named by an object", "42[{\"toString\":\"x\"},1]");
    row("event named by an array", "42[[\"x\"]]");
    row("event named true", "42[true]");
    row("connect", "42[\"connect\"]");
    row("connect_error", "42[\"connect_error\"]");
    row("disconnect", "42[\"disconnect\"]");
    row("disconnecting", "42[\"disconnecting\"]");
    row("newListener", "42[\"newListener\"]");
    row("removeListener", "42[\"removeListener\"]");
    row("broken JSON", "42[\"x\"");
    row("a number beyond double", "42[\"x\",1e999]");
    row("two values", "42[\"x\"][\"y\"]");
    row("100000 brackets", "42" + QByteArray(100'000, '['));
    row("ack id 1e30", "421000000000000000000000000000000[\"x\"]");
    row("negative ack id", "42-1[\"x\"]");
    row("ack with an object", "431{}");
    row("ack without a payload", "431");
    row("disconnect with a payload", "41{}");
    row("namespace not joined", "42/admin,[\"x\"]");
    row("namespace of 100000 bytes not joined", "42/" + QByteArray(100'000, 'a') + ",[\"x\"]");
    row("attachments without a number", "45-[\"x\"]");
    row("attachments without a dash", "451[\"x\"]");
    row("11 attachments", "4511-[\"x\"]");
    row("99999999 attachments", "4599999999-[\"x\"]");
    row("attachments beyond 64 bit", "4599999999999999999999-[\"x\"]");
    row("negative attachments", "45--1-[\"x\"]");
    row("half an attachment", "450.5-[\"x\"]");
    row("placeholder splice", "451-[\"x\",{\"_placeholder\":true,\"num\":\"splice\"}]");
    row("placeholder -1", "451-[\"x\",{\"_placeholder\":true,\"num\":-1}]");
    row("placeholder 1", "451-[\"x\",{\"_placeholder\":true,\"num\":1}]");
    row("placeholder 1e9", "451-[\"x\",{\"_placeholder\":true,\"num\":1e9}]");
    row("placeholder 0.5", "451-[\"x\",{\"_placeholder\":true,\"num\":0.5}]");
    row("placeholder NaN", "451-[\"x\",{\"_placeholder\":true,\"num\":null}]");
    QTest::newRow("text while attachments are due")
        << QByteArray(text("451-[\"x\",{\"_placeholder\":true,\"num\":0}]") + text("42[\"y\"]"));
    QTest::newRow("attachment nobody announced") << binary("x");
    QTest::newRow("one attachment too many")
        << QByteArray(text("451-[\"x\",{\"_placeholder\":true,\"num\":0}]") + binary("a") + binary("b"));
    QTest::newRow("an attachment of 2 MiB") << QByteArray(
        text("451-[\"x\",{\"_placeholder\":true,\"num\":0}]") + clientFrameHead(0x82, 2LL * 1024 * 1024, 8));
}

void TestAbuseMessages::closesSocketIo()
{
    QFETCH(QByteArray, bytes);
    const auto client = m_rig.joinSocketIo();
    QVERIFY(client);
    QVERIFY(client->send(bytes));
    QVERIFY(client->readFrame("close", ""));
    client->finish();
    QVERIFY(client->hearsEnd());
}

void TestAbuseMessages::passesOverSocketIo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &message) {
        QTest::newRow(name) << text(message);
    };
    row("ack nobody asked for", "431[]");
    row("ack with the largest id", "439007199254740991[]");
    row("unknown word", "42[\"no_such_word\"]");
    row("word named error", "42[\"error\"]");
    row("word __proto__", "42[\"__proto__\",{\"__proto__\":{\"x\":1}}]");
    row("word of 100000 bytes", "42[\"" + QByteArray(100'000, 'w') + "\"]");
    row("a number for a word", "42[1]");
    row("lone surrogate", "42[\"x\",\"\\ud800\"]");
    row("NUL in a word", "42[\"a\\u0000b\"]");
    row("numbers beyond 64 bit", "42[\"x\",1e300,-1e300,123456789012345678901234567890]");
    row("400 levels deep", "42[\"x\"," + QByteArray(400, '[') + QByteArray(400, ']') + "]");
    row("10000 arguments", "42[\"x\"" + QByteArray(",1").repeated(10'000) + "]");
    row("placeholder in a plain event", "42[\"x\",{\"_placeholder\":true,\"num\":0}]");
    row("CONNECT to another namespace", "40/nowhere,{\"token\":1}");
    row("CONNECT of 100000 bytes", "40/" + QByteArray(100'000, 'n') + ",");
    QTest::newRow("ten attachments") << QByteArray(text("4510-[\"x\"]") + binary("blob").repeated(10));
    QTest::newRow("Engine.IO open, upgrade, noop, pong")
        << QByteArray(text("0{}") + text("5") + text("6") + text("3"));
}

void TestAbuseMessages::passesOverSocketIo()
{
    QFETCH(QByteArray, bytes);
    const auto client = m_rig.joinSocketIo();
    QVERIFY(client);
    QVERIFY(client->send(bytes));
    QVERIFY(client->send(text("427[\"get_user_info\"]")));
    QVERIFY(client->readFrame("text", "437["));
}

void TestAbuseMessages::joinsNoUnknownNamespaces()
{
    const auto client = m_rig.joinSocketIo();
    QVERIFY(client);
    // Answered one by one until they are too many; then closed.
    for (int i = 0; i < 10'000; ++i) {
        if (!client->send(text("40/nowhere" + QByteArray::number(i) + ",")))
            break;
    }
    client->finish();
    QVERIFY(client->hearsEnd());
}

void TestAbuseMessages::answersEnvelopes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("part");
    for (const char *path : {"/console", "/api/v1/ws/system"}) {
        const auto row = [path](const char *name, const QByteArray &bytes, const char *part) {
            QTest::addRow("%s %s", path, name) << QByteArray(path) << bytes << QByteArray(part);
        };
        row("empty", text(""), "error");
        row("no JSON", text("hello"), "error");
        row("half an object", text("{"), "error");
        row("an array", text("[]"), "error");
        row("a string", text("\"x\""), "error");
        row("null", text("null"), "error");
        row("NUL", text(QByteArray("\0", 1)), "error");
        row("a byte order mark", text("\xef\xbb\xbf{}"), "error");
        row("an empty object", text("{}"), "error");
        row("binary", binary("{\"command\":\"session.ping\"}"), "error");
        row("10000 brackets", text(QByteArray(10'000, '[')), "error");
        row("100000 objects deep", text(QByteArray("{\"a\":").repeated(100'000)), "error");
        row("trailing garbage", text("{\"command\":\"session.ping\",\"type\":\"ping\"}x"), "error");
        row("single quotes", text("{'type':'ping'}"), "error");
        row("a word that is a number", text("{\"command\":1,\"type\":1}"), "error");
        row("a word that is an object", text("{\"command\":{},\"type\":{}}"), "error");
        row("an unknown word", text("{\"command\":\"x\",\"type\":\"x\"}"), "error");
        row("a word of 100000 bytes",
            text("{\"command\":\"" + QByteArray(100'000, 'x') + "\",\"type\":\"" + QByteArray(100'000, 'x') +
                 "\"}"),
            "error");
    }
    const auto row = [](const char *name, const QByteArray &message, const char *part) {
        QTest::newRow(name) << QByteArray("/console") << text(message) << QByteArray(part);
    };
    row("id that is an object", "{\"id\":{},\"command\":\"session.ping\"}", "error");
    row("id of 1e999", "{\"id\":1e999,\"command\":\"session.ping\"}", "error");
    row("id with a lone surrogate", "{\"id\":\"\\ud800\",\"command\":\"session.ping\"}", "timestamp");
    row("params that are an array", "{\"id\":1,\"command\":\"session.ping\",\"params\":[]}", "error");
    row(
        "60000 keys",
        "{\"id\":1,\"command\":\"session.ping\",\"params\":{" +
            [] {
                QByteArray keys;
                for (int i = 0; i < 60'000; ++i)
                    keys += "\"k" + QByteArray::number(i) + "\":1,";
                return keys;
            }() +
            "\"last\":1}}",
        "\"id\":1");
    row("60000 equal keys",
        "{" + QByteArray("\"command\":\"x\",").repeated(60'000) + "\"id\":1,\"command\":\"session.ping\"}",
        "\"id\":1");
    row("topics that are none",
        R"({"id":1,"command":"session.subscribe","params":{"topics":["../*","\u0000"]}})", "error");
    row("50000 topics",
        R"({"id":1,"command":"session.subscribe","params":{"topics":[)" +
            QByteArray("\"metrics.*\",").repeated(50'000) + "\"metrics.*\"]}}",
        "\"id\":1");
    row("a token of 9000 bytes",
        R"({"id":1,"command":"identity.authenticate","params":{"token":")" + QByteArray(9'000, 't') + "\"}}",
        "error");
    row("an interval beyond reason", R"({"id":1,"command":"metrics.interval","params":{"interval":1e308}})",
        "error");
}

void TestAbuseMessages::answersEnvelopes()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, part);
    const auto client = m_rig.open(path + "?token=" + m_rig.token());
    QVERIFY(client);
    QVERIFY(client->send(bytes));
    const auto answer = client->readFrame("text", part);
    QVERIFY(answer);
    QVERIFY2(answer->payload.size() < 2048, "as long an answer as the question");
    // The connection stays.
    QVERIFY(client->send(text(R"({"id":"still","command":"session.ping","type":"ping"})")));
    QVERIFY(client->readFrame("text", path == "/console" ? "\"still\"" : "pong"));
}

void TestAbuseMessages::closesBigMessages_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray signedIn = "?token=" + m_rig.token();
    constexpr quint64 mebibyte = 1024ULL * 1024;
    const QByteArray kibibytes16(16LL * 1024, ' ');
    QTest::newRow("16 KiB and a byte before sign-in")
        << QByteArray("/console") << clientFrame(0x81, kibibytes16 + ' ');
    QTest::newRow("fragments of it before sign-in")
        << QByteArray("/console") << QByteArray(clientFrame(0x01, kibibytes16) + clientFrame(0x00, " "));
    for (const char *path : {"/console", "/api/v1/ws/system"}) {
        QTest::addRow("1 MiB and a byte at %s", path)
            << QByteArray(path + signedIn) << clientFrameHead(0x81, mebibyte + 1, 8);
        QTest::addRow("2^63 - 1 at %s", path)
            << QByteArray(path + signedIn) << clientFrameHead(0x82, ~0ULL >> 1, 8);
    }
    QTest::newRow("1 MB and two bytes at Socket.IO")
        << QByteArray(engineIo + "websocket") << clientFrameHead(0x81, 1'000'002, 8);
}

void TestAbuseMessages::closesBigMessages()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, bytes);
    const auto client = m_rig.open(target);
    QVERIFY(client);
    QVERIFY(client->send(bytes));
    const auto closed = client->readFrame("close", "");
    QVERIFY(closed);
    QCOMPARE(closed->shown(), QByteArray("close 1009"));
}

void TestAbuseMessages::closesWithoutAToken_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("empty") << QByteArray("?token=");
    QTest::newRow("garbage") << QByteArray("?token=x");
    QTest::newRow("none of ours") << QByteArray("?token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJkYW5hIn0.");
    QTest::newRow("7 KiB") << QByteArray("?token=" + QByteArray(7168, 'x'));
    QTest::newRow("percent signs") << QByteArray("?token=%00%ff%fe");
}

void TestAbuseMessages::closesWithoutAToken()
{
    QFETCH(QByteArray, query);
    const auto client = m_rig.open("/api/v1/ws/system" + query);
    QVERIFY(client);
    const auto frame = client->readFrame();
    QVERIFY(frame);
    QCOMPARE(frame->shown(), QByteArray("close 4001"));
}

QTEST_GUILESS_MAIN(TestAbuseMessages)
#include "test_abuse_messages.moc"
