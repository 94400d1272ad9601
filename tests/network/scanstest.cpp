// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/lanes.h"
#include "network/scanhouse.h"

using namespace network;
using namespace std::chrono_literals;
using core::ErrorCode;
using nettest::ScanHouse;

namespace {
core::Reply cancelled(const ScanHouse &house, const QString &id, const QString &by = u"u-1"_qs,
                      core::Role role = core::Role::Operator)
{
    core::Command command;
    command.params = core::Payload(CancelScan{id});
    command.caller.id = by;
    command.caller.role = role;
    return support::awaited(house.scans->cancel(command));
}

ScanOptions within(double seconds)
{
    ScanOptions options;
    options.timeout = seconds;
    return options;
}
} // namespace

/// Scans as they are asked for: started, told of, ended in every way, kept.
class ScansTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsFoundIsKeptAndTold()
    {
        ScanHouse house("head; looked 1-1000; open 7 22 80; host 8; tail");
        ScanOptions options = within(120);
        options.ports = u"1-1000"_qs;
        options.parallel = false;
        options.includeOs = true;
        const QString id = house.begin(u" 10.0.0.7  10.0.0.8 "_qs, ScanType::Ports, options);
        QVERIFY2(house.scans->isRunning(id), qPrintable(id));
        QVERIFY(house.ends(id));
        QCOMPARE(house.all().size(), 1);
        const ScanRun run = house.all().first();
        QCOMPARE(run.scanId, id);
        QCOMPARE(run.status, ScanState::Completed);
        QCOMPARE(run.progress, 100.0);
        QCOMPARE(run.startedBy, u"Dana"_qs);
        QCOMPARE(run.devices, 2);
        QCOMPARE(run.openPorts, 2);
        // Enough to make it once more.
        QCOMPARE(run.target, u"10.0.0.7 10.0.0.8"_qs);
        QCOMPARE(run.ports, u"1-1000"_qs);
        QCOMPARE(run.timeout, std::optional(120.0));
        QCOMPARE(run.parallel, std::optional(false));
        QCOMPARE(run.includeOs, std::optional(true));
        const auto devices = house.get(id).devices;
        QCOMPARE(devices.size(), 2);
        QCOMPARE(devices.first().openPorts, (QStringList{u"22/tcp http nginx"_qs, u"80/tcp http nginx"_qs}));
        QCOMPARE(house.known(devices.first().deviceId).entry.openPorts, 2);
        const auto told = house.publisher.facts<ScanCompleted>();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().scanId, id);
        QCOMPARE(told.first().totalPorts, 2);
        QVERIFY(!house.publisher.facts<ScanProgress>().isEmpty());
        QCOMPARE(house.publisher.refused, QStringList());
        house.fall();
        QCOMPARE(house.all().first().message, run.message);
        QCOMPARE(house.get(id).devices.size(), 2);
    }

    void everythingThatIsTickedHasNoTarget()
    {
        ScanHouse house;
        const QString id = house.begin(u"  "_qs);
        QVERIFY(house.ends(id));
        QCOMPARE(house.all().first().target, QString());
        QCOMPARE(house.publisher.facts<ScanCompleted>().first().target, QString());
        QCOMPARE(house.calls().size(), 2); // blocks of 32
        const auto status =
            nettest::asked(*house.scans, &Scans::status, ScanStatus{})->as<ScanStatus::Reply>();
        QCOMPARE(status->completedScans.size(), 1);
        QCOMPARE(status->completedScans.first().target, QString());
    }

    void eachIsComparedWithTheOneBefore()
    {
        ScanHouse house("head; looked 1-1000; open 7 22; open 8 22; tail");
        const QString first = house.begin(u"10.0.0.0/28"_qs, ScanType::Ports);
        QVERIFY(house.ends(first));
        house.bench.clock.advance(1h);
        house.install("head; looked 1-1000; open 7 22 80; open 9 22; tail");
        const QString second = house.begin(u"10.0.0.0/28"_qs, ScanType::Ports);
        QVERIFY(house.ends(second));
        const ScanRun run = house.all().first();
        QCOMPARE(run.comparedWith, first);
        QCOMPARE((QList<int>{run.added, run.removed, run.changed}), (QList<int>{1, 1, 1}));
        const auto difference = nettest::asked(*house.scans, &Scans::compare, CompareScans{second, {}})
                                    ->as<CompareScans::Reply>();
        QCOMPARE(difference->differences.size(), 3);
        QCOMPARE(nettest::asked(*house.scans, &Scans::compare, CompareScans{first, {}}).error().code,
                 ErrorCode::NotFound);
    }

    void whoMayCancel()
    {
        ScanHouse house("head; host 1; exec sleep 1000");
        const QString id = house.begin(u"10.0.0.1"_qs);
        QVERIFY(house.finds(id, 1));
        QCOMPARE(cancelled(house, id, u"u-2"_qs).error().code, ErrorCode::Forbidden);
        QCOMPARE(cancelled(house, u"s-none"_qs).error().code, ErrorCode::NotFound);
        QVERIFY(house.scans->isRunning(id));
        QVERIFY(cancelled(house, id));
        QVERIFY(house.ends(id));
        QCOMPARE(house.all().first().status, ScanState::Cancelled);
        QCOMPARE(house.get(id).devices.size(), 1);
        QCOMPARE(house.publisher.facts<ScanCompleted>().last().status, ScanState::Cancelled);
        QCOMPARE(cancelled(house, id).error().code, ErrorCode::NotFound);
        const QString other = house.begin(u"10.0.0.1"_qs);
        QVERIFY(cancelled(house, other, u"u-2"_qs, core::Role::Admin));
        QVERIFY(house.ends(other));
    }

    void itsTimeIsUp()
    {
        ScanHouse house("head; host 1; exec sleep 1000");
        const QString id = house.begin(u"10.0.0.1"_qs, ScanType::Discovery, within(60));
        QVERIFY(house.finds(id, 1));
        house.bench.clock.advance(59s);
        QCoreApplication::processEvents();
        QVERIFY(house.scans->isRunning(id));
        house.bench.clock.advance(1s);
        QVERIFY(house.ends(id));
        QCOMPARE(house.all().first().status, ScanState::TimedOut);
        QCOMPARE(house.get(id).devices.size(), 1);
    }

    void clocksThatJumpChangeNothing()
    {
        ScanHouse house("head; host 1; exec sleep 1000");
        const QString id = house.begin(u"10.0.0.1"_qs, ScanType::Discovery, within(60));
        QVERIFY(house.finds(id, 1));
        house.bench.clock.jump(48h);
        house.bench.clock.advance(10s);
        house.bench.clock.jump(-96h);
        house.bench.clock.advance(10s);
        QCoreApplication::processEvents();
        QVERIFY(house.scans->isRunning(id));
        house.bench.clock.advance(40s);
        QVERIFY(house.ends(id));
        QCOMPARE(house.all().first().status, ScanState::TimedOut);
        QCOMPARE(house.publisher.facts<ScanCompleted>().last().elapsed, 60.0);
        // By the clock on the wall the next one is earlier; both are there.
        house.install("head; host 1; tail");
        QVERIFY(house.ends(house.begin(u"10.0.0.1"_qs)));
        QCOMPARE(house.all().size(), 2);
    }

    void whatWasFoundUntilNmapDiedIsKept()
    {
        ScanHouse house("head; host 1; host 2; kill -9 $$");
        const QString id = house.begin(u"10.0.0.0/29"_qs);
        QVERIFY(house.ends(id));
        const ScanRun run = house.all().first();
        QCOMPARE(run.status, ScanState::Failed);
        QVERIFY2(run.message.contains(u"signal 9"), qPrintable(run.message));
        QCOMPARE(run.devices, 2);
        house.fall();
        QCOMPARE(house.get(id).devices.size(), 2);
        QCOMPARE(house.devices->inventory().size(), 2);
        QCOMPARE(house.all().first().status, ScanState::Failed);
    }

    void whatRanWhenBelfryEndedIsInterrupted_data()
    {
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("it was stopped") << true;
        QTest::newRow("it fell over") << false;
    }

    void whatRanWhenBelfryEndedIsInterrupted()
    {
        QFETCH(bool, isStopped);
        ScanHouse house("head; host 1; echo $$ > $folder/pid; exec sleep 1000");
        const QString id = house.begin(u"10.0.0.1"_qs);
        QVERIFY(house.finds(id, 1));
        QTRY_VERIFY_WITH_TIMEOUT(!house.nmap.line(u"pid"_qs).isEmpty(), ScanHouse::patience);
        house.bench.clock.advance(1s); // what is told is saved
        if (isStopped)
            house.scans->stop();
        house.fall();
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(house.nmap.line(u"pid"_qs)), ScanHouse::patience);
        QVERIFY(!house.scans->isActive());
        QCOMPARE(house.all().size(), 1);
        const ScanRun run = house.all().first();
        QCOMPARE(run.status, ScanState::Failed);
        QVERIFY2(run.message.startsWith(u"Belfry was stopped at"), qPrintable(run.message));
        QVERIFY(run.completedAt);
        QCOMPARE(house.get(id).devices.size(), 1);
        QCOMPARE(house.scans->lastEnded(), run.completedAt);
    }

    void soManyRunAndSoManyWait()
    {
        ScanHouse house("head; gate; tail");
        QStringList ids;
        for (int i = 0; i < scan::Lanes::usualCount + scan::Lanes::mostWaiting; ++i) {
            ids << house.begin(u"10.0.0.1"_qs);
            QVERIFY2(house.scans->isRunning(ids.last()), qPrintable(ids.last()));
            house.bench.clock.advance(1ms); // so that they are told apart in their order
        }
        const auto surplus = house.start(u"10.0.0.1"_qs);
        QVERIFY(!surplus);
        QCOMPARE(surplus.error().code, ErrorCode::Limited);
        QCOMPARE(house.all().size(), ids.size());
        QTRY_COMPARE_WITH_TIMEOUT(house.calls().size(), scan::Lanes::usualCount, ScanHouse::patience);
        // One that waits can be cancelled, and makes room; one that ends lets the next one run.
        QVERIFY(cancelled(house, ids.last()));
        QVERIFY(house.ends(ids.last()));
        QVERIFY(house.scans->isRunning(house.begin(u"10.0.0.1"_qs)));
        QCOMPARE(house.calls().size(), scan::Lanes::usualCount);
        house.openGate();
        QTRY_COMPARE_WITH_TIMEOUT(house.calls().size(), scan::Lanes::usualCount + 1, ScanHouse::patience);
    }

    void withoutNmapItSaysWhatIsMissing()
    {
        ScanHouse house{QByteArray()};
        const auto refused = house.start(u"10.0.0.1"_qs);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QVERIFY2(refused.error().message.contains(u"apt install nmap"), qPrintable(refused.error().message));
        const auto preview =
            nettest::asked(*house.scans, &Scans::preview, PreviewScan{ScanType::Ports, u"10.0.0.1"_qs, {}});
        QVERIFY(preview);
        const auto shown = preview->as<PreviewScan::Reply>();
        QVERIFY(shown->commands.isEmpty());
        QVERIFY(shown->missing.join(u' ').contains(u"apt install nmap"));
        const auto scope =
            nettest::asked(*house.grounds, &Grounds::list, ListScope{})->as<ListScope::Reply>();
        QVERIFY(scope->scanner.isEmpty() && !scope->missing.isEmpty());
        QVERIFY(house.all().isEmpty());
        // It is installed: nobody has to start anything anew.
        house.install("head; host 1; tail");
        house.bench.clock.advance(61s);
        QVERIFY(house.ends(house.begin(u"10.0.0.1"_qs)));
        QCOMPARE(house.all().first().status, ScanState::Completed);
    }

    void nmapThatWentAwayIsSaid()
    {
        ScanHouse house;
        QVERIFY(house.ends(house.begin(u"10.0.0.1"_qs)));
        house.uninstall();
        house.bench.clock.advance(1s);
        QVERIFY(house.ends(house.begin(u"10.0.0.1"_qs)));
        QCOMPARE(house.all().first().status, ScanState::Failed);
        QVERIFY(house.all().first().message.startsWith(u"nmap could not be started"));
    }

    void onlyWhatIsTickedIsScanned()
    {
        ScanHouse house;
        QCOMPARE(house.start(u"10.0.0.64"_qs).error().code, ErrorCode::Forbidden);
        QCOMPARE(house.start(u"10.0.0.0/25"_qs).error().code, ErrorCode::Forbidden);
        house.names.insert(u"evil.example.org"_qs, QList{*core::Address::parse(u"192.0.2.1")});
        house.names.insert(u"nas.example.org"_qs,
                           QList{*core::Address::parse(u"10.0.0.9"), *core::Address::parse(u"192.0.2.1")});
        QCOMPARE(house.start(u"evil.example.org"_qs).error().code, ErrorCode::Forbidden);
        QCOMPARE(house.start(u"nobody.example.org"_qs).error().code, ErrorCode::NotFound);
        QVERIFY(house.calls().isEmpty());
        QVERIFY(house.all().isEmpty());
        QVERIFY(house.ends(house.begin(u"nas.example.org"_qs)));
        QCOMPARE(house.calls().size(), 1);
        QVERIFY2(house.calls().first().endsWith(u" -- 10.0.0.9/32"), qPrintable(house.calls().first()));
    }

    void aDiskThatIsFullStartsNothing()
    {
        ScanHouse house;
        *house.bench.freeBytes = 1 << 20;
        house.bench.clock.advance(5s);
        QTRY_COMPARE(house.bench.store->state(), store::State::Full);
        const auto refused = house.start(u"10.0.0.1"_qs);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QVERIFY(!refused.error().message.isEmpty());
        QVERIFY(!house.scans->isActive());
        QVERIFY(house.all().isEmpty());
        QVERIFY(house.calls().isEmpty());
    }

    void whatEndsOnAFullDiskIsOverAndKeptLater()
    {
        ScanHouse house("head; host 1; gate; tail");
        const QString id = house.begin(u"10.0.0.1"_qs);
        QVERIFY(house.finds(id, 1));
        house.bench.clock.advance(1s);
        *house.bench.freeBytes = 1 << 20;
        house.bench.clock.advance(5s);
        QTRY_COMPARE(house.bench.store->state(), store::State::Full);
        house.openGate();
        QVERIFY(house.ends(id));
        QCOMPARE(house.publisher.facts<ScanCompleted>().size(), 1);
        // Whoever asks is told the same as whoever heard of it.
        QCOMPARE(house.all().first().status, ScanState::Completed);
        QCOMPARE(house.get(id).scan.status, ScanState::Completed);
        QCOMPARE(house.get(id).devices.size(), 1);
        const auto status =
            nettest::asked(*house.scans, &Scans::status, ScanStatus{})->as<ScanStatus::Reply>();
        QVERIFY(status->activeScans.isEmpty());
        QCOMPARE(status->completedScans.first().status, ScanState::Completed);
        *house.bench.freeBytes = 10LL << 30;
        QTRY_VERIFY((house.bench.clock.advance(2s), house.bench.store->state() == store::State::Ok));
        house.bench.clock.advance(10s);
        house.settle();
        house.fall();
        QCOMPARE(house.all().first().status, ScanState::Completed);
        QCOMPARE(house.get(id).devices.size(), 1);
    }

    void whatBeginsWhileBelfryIsStoppedDoesNot()
    {
        ScanHouse house;
        QVERIFY(house.ends(house.begin(u"10.0.0.1"_qs))); // what there is to scan with is known
        core::Command command;
        command.params = core::Payload(StartScan{ScanType::Discovery, u"10.0.0.1"_qs, {}});
        const auto reply = house.scans->start(command);
        QVERIFY(house.scans->isActive());
        house.scans->stop();
        const auto answer = support::awaited(reply);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unavailable);
        QVERIFY(!house.scans->isActive());
        QCOMPARE(house.calls().size(), 1);
    }
};

QTEST_GUILESS_MAIN(ScansTest)
#include "scanstest.moc"
