// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmpsession.h"
#include "network/sources/fakeagent.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace network::sources;
using namespace std::chrono_literals;
using lab::FakeAgent;

namespace {
constexpr int patience = 60'000;
const Oid root{1, 3, 6, 1, 2, 1, 1};

SnmpCredentials community(const char *word = "public")
{
    SnmpCredentials credentials;
    credentials.community = word;
    return credentials;
}

SnmpLimits brisk()
{
    SnmpLimits limits;
    limits.timeout = 300ms;
    limits.retries = 1;
    return limits;
}

struct Heard
{
    SnmpSession::Answer take()
    {
        return [this](const SnmpAnswer &answer) { answers.append(answer); };
    }
    QList<SnmpAnswer> answers;
};
} // namespace

/// Agents that do what none should.
class SnmpFakeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWalkEndsWhereTheTreeEnds()
    {
        FakeAgent agent([](const FakeAgent::Question &question) {
            const quint32 from = question.oid.size() > root.size() ? question.oid.last() : 0;
            QList<Oid> oids;
            for (quint32 i = from + 1; i <= from + quint32(std::max(question.repetitions, 1)); ++i)
                oids.append(i <= 60 ? root + Oid{i} : Oid{1, 3, 6, 1, 2, 1, 2, i});
            return FakeAgent::response(question, oids);
        });
        core::SystemClock clock;
        SnmpSession session(agent.peer(), community(), clock);
        QVERIFY(session.start());
        Heard heard;
        session.walk(root, heard.take());
        QVERIFY(heard.answers.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 1, patience);
        QVERIFY2(heard.answers.first().isGood(), qPrintable(heard.answers.first().sentence));
        QCOMPARE(heard.answers.first().values.size(), 60);
        QCOMPARE(heard.answers.first().values.last().oid, root + Oid{60});
        QCOMPARE(agent.questions(), 3);
    }

    void circlesAreLeft_data()
    {
        QTest::addColumn<QList<Oid>>("answer");
        QTest::newRow("the same again") << QList<Oid>{root + Oid{1}};
        QTest::newRow("back") << QList<Oid>{root + Oid{5}, root + Oid{4}};
    }

    void circlesAreLeft()
    {
        QFETCH(QList<Oid>, answer);
        FakeAgent agent(
            [&](const FakeAgent::Question &question) { return FakeAgent::response(question, answer); });
        core::SystemClock clock;
        SnmpSession session(agent.peer(), community(), clock);
        QVERIFY(session.start());
        Heard heard;
        session.walk(root, heard.take());
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 1, patience);
        QCOMPARE(heard.answers.first().fault, SnmpFault::Nonsense);
        QVERIFY(!heard.answers.first().sentence.isEmpty());
        QVERIFY(agent.questions() <= 2);
    }

    void anEndlessTableIsCut()
    {
        FakeAgent agent([](const FakeAgent::Question &question) {
            const quint32 from = question.oid.size() > root.size() ? question.oid.last() : 0;
            QList<Oid> oids;
            for (quint32 i = from + 1; i <= from + 25; ++i)
                oids.append(root + Oid{i});
            return FakeAgent::response(question, oids);
        });
        core::SystemClock clock;
        SnmpLimits limits;
        limits.values = 1000;
        SnmpSession session(agent.peer(), community(), clock, limits);
        QVERIFY(session.start());
        Heard heard;
        session.walk(root, heard.take());
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 1, patience);
        QCOMPARE(heard.answers.first().fault, SnmpFault::TooMuch);
        QCOMPARE(heard.answers.first().values.size(), 1000);
    }

    void anAgentWithLittleRoomIsAskedForLess()
    {
        FakeAgent agent([](const FakeAgent::Question &question) {
            if (question.repetitions > 6)
                return FakeAgent::response(question, {question.oid}, 1);
            const quint32 from = question.oid.size() > root.size() ? question.oid.last() : 0;
            return FakeAgent::response(question, {from < 8 ? root + Oid{from + 1} : Oid{1, 3, 7}});
        });
        core::SystemClock clock;
        SnmpSession session(agent.peer(), community(), clock);
        QVERIFY(session.start());
        Heard heard;
        session.walk(root, heard.take());
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 1, patience);
        QVERIFY2(heard.answers.first().isGood(), qPrintable(heard.answers.first().sentence));
        QCOMPARE(heard.answers.first().values.size(), 8);
    }

    void garbageIsSilence_data()
    {
        QTest::addColumn<QByteArray>("garbage");
        QTest::newRow("text") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
        QTest::newRow("ones") << QByteArray(1400, '\xff');
        QTest::newRow("zeros") << QByteArray(1400, '\0');
        QTest::newRow("a length without an end") << QByteArray::fromHex("3084ffffffff020101");
        QTest::newRow("deep") << QByteArray::fromHex("3082").repeated(500);
        QTest::newRow("cut") << QByteArray::fromHex("302902010104067075626c6963a21c0204");
    }

    void garbageIsSilence()
    {
        QFETCH(QByteArray, garbage);
        FakeAgent agent([&](const FakeAgent::Question &) { return garbage; });
        core::SystemClock clock;
        SnmpSession session(agent.peer(), community(), clock, brisk());
        QVERIFY(session.start());
        Heard heard;
        session.walk(root, heard.take());
        session.get({root + Oid{1, 0}}, heard.take());
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 2, patience);
        QCOMPARE(heard.answers.first().fault, SnmpFault::NoAnswer);
        QVERIFY(heard.answers.first().sentence.contains(QLatin1String("community")));
        QVERIFY(agent.questions() >= 4);
    }

    void errorsOfTheAgentAreTold()
    {
        FakeAgent agent([](const FakeAgent::Question &question) {
            return FakeAgent::response(question, {question.oid}, question.oid.last() == 1 ? 16 : 5);
        });
        core::SystemClock clock;
        SnmpSession session(agent.peer(), community(), clock);
        QVERIFY(session.start());
        Heard heard;
        session.get({root + Oid{1}}, heard.take());
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 1, patience);
        QCOMPARE(heard.answers.last().fault, SnmpFault::LevelRefused);
        session.get({root + Oid{2}}, heard.take());
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 2, patience);
        QCOMPARE(heard.answers.last().fault, SnmpFault::Refused);
        QVERIFY(heard.answers.last().sentence.contains(QLatin1String("error 5")));
    }

    void nobodyWaitsForOneWhoDoesNotSayWhoItIs()
    {
        FakeAgent agent([](const FakeAgent::Question &) { return QByteArray(); });
        support::FakeClock clock;
        SnmpCredentials credentials;
        credentials.version = SnmpCredentials::Version::V3;
        credentials.user = "somebody";
        SnmpSession session(agent.peer(), credentials, clock, brisk());
        QVERIFY(session.start());
        Heard heard;
        session.get({root + Oid{1, 0}}, heard.take());
        session.walk(root, heard.take());
        QTRY_COMPARE_WITH_TIMEOUT(agent.questions(), 1, patience);
        QVERIFY(heard.answers.isEmpty()); // no time has passed
        clock.advance(300ms);
        QTRY_COMPARE_WITH_TIMEOUT(agent.questions(), 2, patience);
        QVERIFY(heard.answers.isEmpty());
        clock.advance(300ms);
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 2, patience);
        QCOMPARE(heard.answers.first().fault, SnmpFault::NoAnswer);
        QCOMPARE(heard.answers.last().fault, SnmpFault::NoAnswer);
        session.get({root + Oid{1, 0}}, heard.take());
        session.stop();
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 3, patience);
        QCOMPARE(heard.answers.last().fault, SnmpFault::Closed);
    }

    void aUserNobodyKnowsIsSaid()
    {
        FakeAgent agent([](const FakeAgent::Question &) { return QByteArray(); });
        agent.speakV3();
        support::FakeClock clock;
        SnmpCredentials credentials;
        credentials.version = SnmpCredentials::Version::V3;
        credentials.user = "somebody";
        SnmpSession session(agent.peer(), credentials, clock);
        QVERIFY(session.start());
        Heard heard;
        session.get({root + Oid{1, 0}}, heard.take());
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 1, patience);
        QCOMPARE(heard.answers.first().fault, SnmpFault::UnknownUser);
    }

    void nobodyListens()
    {
        QUdpSocket socket;
        QVERIFY(socket.bind(QHostAddress::LocalHost));
        const quint16 port = socket.localPort();
        socket.close();
        core::SystemClock clock;
        SnmpSession session({*core::Address::parse(u"127.0.0.1"), port}, community(), clock, brisk());
        QVERIFY(session.start());
        Heard heard;
        session.get({root + Oid{1, 0}}, heard.take());
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 1, patience);
        QCOMPARE(heard.answers.first().fault, SnmpFault::NoAgent);
    }

    void stoppingAnswersWhatIsOpen()
    {
        FakeAgent agent([](const FakeAgent::Question &) { return QByteArray(); });
        core::SystemClock clock;
        SnmpSession session(agent.peer(), community(), clock);
        QVERIFY(session.start());
        Heard heard;
        session.walk(root, heard.take());
        session.get({root + Oid{1, 0}}, heard.take());
        session.stop();
        session.get({root + Oid{1, 0}}, heard.take());
        QTRY_COMPARE_WITH_TIMEOUT(heard.answers.size(), 3, patience);
        for (const SnmpAnswer &answer : std::as_const(heard.answers))
            QCOMPARE(answer.fault, SnmpFault::Closed);
        session.stop();
    }

    void credentialsThatCannotBeUsed()
    {
        core::SystemClock clock;
        SnmpCredentials shortPassword;
        shortPassword.version = SnmpCredentials::Version::V3;
        shortPassword.user = "someone";
        shortPassword.auth = SnmpCredentials::Auth::Sha1;
        shortPassword.authPassword = "seven77";
        SnmpSession session({*core::Address::parse(u"127.0.0.1"), 161}, shortPassword, clock);
        const auto opened = session.start();
        QVERIFY(!opened);
        QVERIFY(opened.error().message.contains(QLatin1String("8 characters")));
        SnmpSession nameless({*core::Address::parse(u"127.0.0.1"), 161}, community(""), clock);
        QVERIFY(!nameless.start());
    }
};

QTEST_GUILESS_MAIN(SnmpFakeTest)
#include "snmpfaketest.moc"
