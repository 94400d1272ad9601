// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/foreigntext.h"
#include "domain/network/sources/fpingrun.h"
#include "domain/network/sources/pinger.h"
#include "network/standin.h"
#include "support/fakeclock.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace network::sources;
using networktest::StandIn;
using namespace std::chrono_literals;

namespace {
constexpr int patience = 60'000;
core::Address address(const char *text) { return *core::Address::parse(QString::fromLatin1(text)); }

QList<PingResult> resultsOf(const QSignalSpy &spy)
{
    QList<PingResult> all;
    for (const QVariantList &call : spy)
        all += call.first().value<QList<PingResult>>();
    return all;
}
} // namespace

/// How fping is run and understood, with stand-ins for it, and what happens without it.
class FpingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesAreRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isLine");
        QTest::addColumn<double>("took");
        QTest::newRow("alive") << QByteArray("192.0.2.1 is alive (0.053 ms)") << true << 0.053;
        QTest::newRow("v6") << QByteArray("2001:db8::1 is alive (12.3 ms)\r") << true << 12.3;
        QTest::newRow("silent") << QByteArray("192.0.2.1 is unreachable") << true << -1.0;
        QTest::newRow("error") << QByteArray(
                                      "ICMP Host Unreachable from 192.0.2.9 for ICMP Echo sent to 192.0.2.1")
                               << false << 0.0;
        QTest::newRow("a name") << QByteArray("router is alive (1 ms)") << false << 0.0;
        QTest::newRow("no number") << QByteArray("192.0.2.1 is alive (nan ms)") << false << 0.0;
        QTest::newRow("negative") << QByteArray("192.0.2.1 is alive (-1 ms)") << false << 0.0;
        QTest::newRow("short") << QByteArray("192.0.2.1 is alive (") << false << 0.0;
        QTest::newRow("overlapping") << QByteArray("192.0.2.1 is alive (ms)") << false << 0.0;
        QTest::newRow("empty") << QByteArray() << false << 0.0;
    }

    void linesAreRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, isLine);
        QFETCH(double, took);
        const auto read = parseFping(line);
        QCOMPARE(bool(read), isLine);
        if (isLine)
            QCOMPARE(read->milliseconds.value_or(-1), took);
    }

    void addressesGoInByStandardInput()
    {
        const StandIn stub("echo \"$@\" > ${0%/*}/arguments; env > ${0%/*}/environment; cat > ${0%/*}/input\n"
                           "echo '192.0.2.1 is alive (0.5 ms)'; echo '192.0.2.1 is alive (9 ms)'; echo "
                           "'192.0.2.77 is alive (1 ms)'\n"
                           "echo '2001:db8::1 is unreachable'; exit 1\n");
        core::SystemClock clock;
        FpingRun run({stub.path(), 1000ms, 300ms}, clock);
        QSignalSpy heard(&run, &FpingRun::heard);
        QSignalSpy ended(&run, &FpingRun::ended);
        run.start({address("192.0.2.1"), address("2001:db8::1"), address("192.0.2.2")});
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(stub.text("arguments"), QByteArray("-r 0 -e -t 300 -i 333 -f -\n"));
        QCOMPARE(stub.text("input"), QByteArray("192.0.2.1\n2001:db8::1\n192.0.2.2\n"));
        QVERIFY(!stub.text("environment").contains("HOME="));
        QList<FpingLine> lines;
        for (const QVariantList &call : std::as_const(heard))
            lines += call.first().value<QList<FpingLine>>();
        QCOMPARE(lines.size(), 2); // once each, and nobody who was not asked
        QCOMPARE(lines.first().milliseconds, std::optional(0.5));
        QVERIFY(!lines.last().milliseconds);
        QCOMPARE(ended.first().first().value<QList<core::Address>>(), QList{address("192.0.2.2")});
        QVERIFY(ended.first().last().toString().isEmpty());
    }

    void whatGoesWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("word");
        QTest::newRow("refused") << QByteArray("echo \"can't create socket (must run as root?)\" >&2; exit 4")
                                 << QStringLiteral("must run as root");
        QTest::newRow("crashed") << QByteArray("kill -9 $$") << QStringLiteral("killed");
        QTest::newRow("hostile") << QByteArray("printf '\\033[2J%100000d' 1 >&2; exit 4")
                                 << QStringLiteral("[2J");
    }

    void whatGoesWrongIsSaid()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, word);
        const StandIn stub(script);
        core::SystemClock clock;
        FpingRun run({stub.path(), 1000ms, 300ms}, clock);
        QSignalSpy ended(&run, &FpingRun::ended);
        run.start({address("192.0.2.1")});
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        const QString fault = ended.first().last().toString();
        QVERIFY2(fault.contains(word), qPrintable(fault));
        QVERIFY(fault.size() < 400 && !fault.contains(QChar(0x1b)));
        QCOMPARE(ended.first().first().value<QList<core::Address>>().size(), 1);
    }

    void oneThatHangsIsStopped()
    {
        const StandIn stub("echo '192.0.2.1 is alive (0.5 ms)'; exec sleep 1000\n");
        support::FakeClock clock;
        FpingRun run({stub.path(), 1000ms, 300ms}, clock);
        QSignalSpy heard(&run, &FpingRun::heard);
        QSignalSpy ended(&run, &FpingRun::ended);
        run.start({address("192.0.2.1"), address("192.0.2.2")});
        QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 1, patience);
        clock.advance(10s);
        QVERIFY(ended.isEmpty());
        clock.advance(10s);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.first().first().value<QList<core::Address>>(), QList{address("192.0.2.2")});
    }

    void withoutFpingItKnocks()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        support::FakeClock clock;
        Pinger::Setup setup;
        setup.fping = QStringLiteral("/nowhere/fping");
        setup.fallbackPorts = {server.serverPort()};
        Pinger pinger(setup, clock);
        QSignalSpy states(&pinger, &Pinger::stateChanged);
        QSignalSpy results(&pinger, &Pinger::results);
        QVERIFY(pinger.add({{address("127.0.0.1"), {}}, {address("127.0.0.2"), {}}}));
        pinger.start();
        clock.advance(10s);
        QTRY_COMPARE_WITH_TIMEOUT(resultsOf(results).size(), 2, patience);
        QCOMPARE(pinger.state(), Pinger::State::TcpOnly);
        QCOMPARE(states.size(), 2);
        const QString sentence = states.last().last().toString();
        QVERIFY2(sentence.contains(QLatin1String("Install")) && sentence.contains(QLatin1String("TCP")),
                 qPrintable(sentence));
        // Nobody listens at the second, but its system refuses: it is there.
        const QList<PingResult> first = resultsOf(results);
        QVERIFY(first.at(0).isAnswered() && first.at(1).isAnswered());
        QCOMPARE(first.at(0).method, PingResult::Method::Tcp);
        // It goes on every round, without starting what is not there.
        clock.advance(10s);
        QTRY_COMPARE_WITH_TIMEOUT(resultsOf(results).size(), 4, patience);
        QCOMPARE(states.size(), 2);
    }

    void fpingComesBack()
    {
        QTemporaryDir folder;
        support::FakeClock clock;
        Pinger::Setup setup;
        setup.fping = folder.filePath(QStringLiteral("fping"));
        setup.fallbackPorts = {9};
        Pinger pinger(setup, clock);
        QSignalSpy results(&pinger, &Pinger::results);
        QVERIFY(pinger.add({{address("127.0.0.1"), {}}}));
        pinger.start();
        clock.advance(10s);
        QTRY_COMPARE_WITH_TIMEOUT(resultsOf(results).size(), 1, patience);
        QCOMPARE(pinger.state(), Pinger::State::TcpOnly);
        QFile script(setup.fping);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\necho '127.0.0.1 is alive (4 ms)'\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        clock.advance(10s);
        QTRY_COMPARE_WITH_TIMEOUT(resultsOf(results).size(), 2, patience);
        QCOMPARE(resultsOf(results).last().method, PingResult::Method::Tcp);
        for (int i = 0; i < 6; ++i) {
            clock.advance(10s);
            QTRY_COMPARE_WITH_TIMEOUT(resultsOf(results).size(), 3 + i, patience);
        }
        QTRY_COMPARE_WITH_TIMEOUT(pinger.state(), Pinger::State::Icmp, patience);
        QCOMPARE(resultsOf(results).last().milliseconds, std::optional(4.0));
    }

    void targetsAreBounded()
    {
        support::FakeClock clock;
        Pinger::Setup setup;
        setup.mostTargets = 2;
        Pinger pinger(setup, clock);
        QVERIFY(
            pinger.add({{address("192.0.2.1"), {}}, {address("192.0.2.1"), {}}, {address("192.0.2.2"), {}}}));
        QCOMPARE(pinger.size(), 2);
        QVERIFY(pinger.add({{address("192.0.2.1"), {22}}}));
        const auto refused = pinger.add({{address("192.0.2.3"), {}}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Limited);
        QCOMPARE(pinger.size(), 2);
        pinger.remove({address("192.0.2.1"), address("192.0.2.9")});
        QVERIFY(pinger.add({{address("192.0.2.3"), {}}}));
        QVERIFY(!pinger.add({{core::Address(), {}}}));
    }

    void foreignTextIsTamed()
    {
        QCOMPARE(foreignText("  a\x1b[2J\r\n b\t\0c"), QStringLiteral("a [2J b"));
        QCOMPARE(foreignText(QByteArrayView("a\0b", 3)), QStringLiteral("a b"));
        QCOMPARE(foreignText("M\xc3\xbcller"), QStringLiteral("Müller"));
        QCOMPARE(foreignText("M\xfcller"), QStringLiteral("Müller"));
        QCOMPARE(foreignText("x\xe2\x80\xaey"), QStringLiteral("x y")); // turns the direction
        QCOMPARE(foreignText(QByteArray(1'000'000, 'x')).size(), 255);
        QCOMPARE(foreignText("<b>&amp;"), QStringLiteral("<b>&amp;")); // whoever shows it escapes it
    }
};

QTEST_GUILESS_MAIN(FpingTest)
#include "fpingtest.moc"
