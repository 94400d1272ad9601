// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/run.h"

#include "domain/network/scan/lanes.h"
#include "domain/network/scan/localprocess.h"
#include "domain/network/scan/survey.h"
#include "domain/network/scan/target.h"
#include "network/scan/acted.h"
#include "network/scan/fakenmap.h"
#include "support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <unistd.h>

using namespace network::scan;
using namespace std::chrono_literals;

namespace {
constexpr int longest = 60'000; // ends what hangs

Plan planFor(QStringView targets, Kind kind = Kind::Discovery, bool isParallel = true)
{
    Wish wish;
    wish.kind = kind;
    wish.where = Targets::parse(targets)->ranges;
    wish.isParallel = isParallel;
    return Plan::of(wish, {QStringLiteral("nmap"), QStringLiteral("7.93"), false, {}}).value();
}

/// A run with what it said.
struct Watched
{
    explicit Watched(const Plan &plan, Launcher &launcher, core::Clock &clock) : run(plan, launcher, clock)
    {
        QObject::connect(&run, &Run::hostFound, &run,
                         [this](const Host &host) { hosts << host.addresses.first().toString(); });
        QObject::connect(&run, &Run::progressed, &run,
                         [this](const Progress &progress) { percents << progress.percent; });
    }
    bool ends() { return run.isOver() || finished.wait(longest); }

    Run run;
    QSignalSpy finished{&run, &Run::finished};
    QStringList hosts;
    QList<double> percents;
};
} // namespace

/// A scan from its start to its end, with programs that behave as nmap at its worst.
class RunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void completes();
    void givesNothingOfOurs();
    void cancelEndsTheWholeGroup_data();
    void cancelEndsTheWholeGroup();
    void timesOut();
    void destroyedItLeavesNothing();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void aPartThatFailsIsNotTheEnd();
    void givesUpAfterThree();
    void keepsToItsLanes();
    void goesOnlyForward();
    void tellsTheTimeLeftLate();
    void hintsAtHosts();
    void cancelledBeforeItBegan();
    void lanesQueue();
    void lanesForgetTheDestroyed();
    void survey();

private:
    FakeNmap m_fake;
    support::FakeClock m_clock;
};

void RunTest::completes()
{
    LocalLauncher launcher(m_fake.script("head; host 1; host 2; tail"));
    Watched scan(planFor(u"10.0.0.0/26"), launcher, m_clock);
    scan.run.start();
    QCOMPARE(scan.run.state(), State::Running);
    QVERIFY(scan.ends());
    QCOMPARE(scan.run.state(), State::Completed);
    QCOMPARE(scan.hosts.size(), 4); // two blocks
    QCOMPARE(scan.run.progress().percent, 100.0);
    QCOMPARE(scan.run.sentence(), QStringLiteral("Devices: 4, open ports: 0, services: 0."));
    QCOMPARE(scan.finished.size(), 1);
}

void RunTest::givesNothingOfOurs()
{
    qputenv("NMAPDIR", "/tmp/evil");
    qputenv("NMAP_PRIVILEGED", "1");
    qputenv("LD_LIBRARY_PATH", "/tmp/evil");
    LocalLauncher launcher(m_fake.script(
        "tr '\\0' ' ' < /proc/$$/environ > $folder/environment; echo >> $folder/environment\n"
        "for word; do printf '%s|' \"$word\"; done > $folder/words; echo >> $folder/words\n"
        "ls -l /proc/$$/fd | wc -l > $folder/files; ps -o pgid= $$ > $folder/group; head; tail"));
    Watched scan(planFor(u"10.0.0.1"), launcher, m_clock);
    scan.run.start();
    QVERIFY(scan.ends());
    qunsetenv("NMAPDIR");
    qunsetenv("NMAP_PRIVILEGED");
    qunsetenv("LD_LIBRARY_PATH");
    QByteArrayList environment = m_fake.line(QStringLiteral("environment")).split(' ');
    std::sort(environment.begin(), environment.end());
    QCOMPARE(environment, (QByteArrayList{"LC_ALL=C", "PATH=/usr/bin:/bin"}));
    QVERIFY(m_fake.line(QStringLiteral("words")).endsWith("|-sn|--|10.0.0.1/32|"));
    QVERIFY(m_fake.line(QStringLiteral("group")).toInt() != ::getpgrp());
}

void RunTest::cancelEndsTheWholeGroup_data()
{
    QTest::addColumn<QByteArray>("manners");
    QTest::addColumn<bool>("isStubborn");
    QTest::newRow("obeys") << QByteArray() << false;
    QTest::newRow("does not listen") << QByteArray("trap '' TERM\n") << true;
}

void RunTest::cancelEndsTheWholeGroup()
{
    QFETCH(QByteArray, manners);
    QFETCH(bool, isStubborn);
    const QString name = QStringLiteral("pids%1").arg(isStubborn);
    LocalLauncher launcher(m_fake.script(manners + "head; host 1\nsleep 1000 &\necho $$ $! > $folder/" +
                                         name.toLatin1() + "\nwait; wait"));
    Watched scan(planFor(u"10.0.0.1"), launcher, m_clock);
    scan.run.start();
    QTRY_VERIFY_WITH_TIMEOUT(!scan.hosts.isEmpty() && !m_fake.line(name).isEmpty(), longest);
    const QByteArrayList pids = m_fake.line(name).split(' ');
    QCOMPARE(pids.size(), 2);
    for (const QByteArray &pid : pids)
        QVERIFY(isAlive(pid));
    scan.run.cancel();
    if (isStubborn) {
        QVERIFY(!scan.run.isOver());
        m_clock.advance(500ms); // all the grace there is: cancelling takes no longer than this
    }
    QVERIFY(scan.ends());
    QCOMPARE(scan.run.state(), State::Cancelled);
    QCOMPARE(scan.hosts, QStringList(QStringLiteral("10.0.0.1")));
    QVERIFY(scan.run.progress().percent < 100);
    QVERIFY(scan.run.sentence().startsWith(QLatin1String("Cancelled at")));
    QVERIFY(scan.run.sentence().contains(QLatin1String("Devices: 1")));
    for (const QByteArray &pid : pids)
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), longest);
}

void RunTest::timesOut()
{
    LocalLauncher launcher(m_fake.script("head; host 1; exec sleep 1000"));
    Watched scan(planFor(u"10.0.0.1"), launcher, m_clock);
    scan.run.start();
    QTRY_VERIFY_WITH_TIMEOUT(!scan.hosts.isEmpty(), longest);
    m_clock.advance(299s);
    QCoreApplication::processEvents();
    QVERIFY(!scan.run.isOver());
    m_clock.advance(1s);
    QVERIFY(scan.ends());
    QCOMPARE(scan.run.state(), State::TimedOut);
    QVERIFY(scan.run.sentence().contains(QLatin1String("300")));
    QCOMPARE(scan.hosts.size(), 1);
    QCOMPARE(m_clock.timerCount(), 0);
}

void RunTest::destroyedItLeavesNothing()
{
    LocalLauncher launcher(
        m_fake.script("head; host 1\nsleep 1000 &\necho $$ $! > $folder/left\nwait; wait"));
    {
        Watched scan(planFor(u"10.0.0.1"), launcher, m_clock);
        scan.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(!m_fake.line(QStringLiteral("left")).isEmpty(), longest);
    }
    const QByteArrayList pids = m_fake.line(QStringLiteral("left")).split(' ');
    for (const QByteArray &pid : pids)
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), longest);
    QCOMPARE(m_clock.timerCount(), 0);
}

void RunTest::saysWhatWentWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("hosts");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *body, int hosts, const char *words) {
        QTest::newRow(name) << QByteArray(body) << hosts << QString::fromLatin1(words);
    };
    row("killed", "head; host 1; kill -9 $$", 1, "nmap was ended by signal 9");
    row("refused", "echo 'You requested a scan type which requires root privileges.' >&2; exit 1", 0,
        "requires root privileges");
    row("failed silently", "head; host 1; tail; exit 3", 1, "code 3");
    row("own error",
        "head; echo '<runstats><finished exit=\"error\" errormsg=\"no route\"/></runstats></nmaprun>'; exit "
        "1",
        0, "no route");
    row("cut short", "head; host 1; echo '<host><status'", 1, "stopped in the middle");
    row("nothing", "true", 0, "stopped in the middle");
    row("no report", "echo 'Starting Nmap'; exec sleep 1000", 0, "cannot be read");
    row("bomb", "head; host 1; echo '<!ENTITY'; exec sleep 1000", 1, "cannot be read");
    row("endless text", "head; host 1; exec yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 1, "too long");
    row("much complaint", "head -c 1000000 /dev/zero | tr '\\0' 'x' >&2; exit 2", 0, "xxxxxxxx");
}

void RunTest::saysWhatWentWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    // `head` is a function of the scripts; this one wants the program.
    LocalLauncher launcher(m_fake.script(body.replace("head -c", "/usr/bin/head -c")));
    Watched scan(planFor(u"10.0.0.1"), launcher, m_clock);
    scan.run.start();
    QVERIFY(scan.ends());
    QCOMPARE(scan.run.state(), State::Failed);
    QTEST(int(scan.hosts.size()), "hosts");
    QVERIFY2(scan.run.sentence().contains(words), qPrintable(scan.run.sentence()));
    QVERIFY(scan.run.sentence().size() < 4400);
    QVERIFY(scan.run.progress().percent < 100);
}

void RunTest::aPartThatFailsIsNotTheEnd()
{
    ActedLauncher launcher;
    Watched scan(planFor(u"10.0.0.0/26"), launcher, m_clock);
    scan.run.start();
    QCOMPARE(launcher.processes.size(), 2);
    launcher.processes[0]->begin();
    launcher.processes[0]->end({Ending::How::Killed, 9, {}});
    QVERIFY(!scan.run.isOver());
    launcher.processes[1]->begin();
    launcher.processes[1]->find(40);
    launcher.processes[1]->finish();
    QVERIFY(scan.ends());
    QCOMPARE(scan.run.state(), State::Failed);
    QCOMPARE(scan.hosts.size(), 1);
}

void RunTest::givesUpAfterThree()
{
    ActedLauncher launcher;
    Watched scan(planFor(u"10.0.0.0/24", Kind::Discovery, false), launcher, m_clock);
    scan.run.start();
    for (int i = 0; i < 3; ++i)
        launcher.processes.last()->end({Ending::How::Exited, 1, QStringLiteral("no")});
    QVERIFY(scan.ends());
    QCOMPARE(launcher.processes.size(), 3);
    LocalLauncher missing(QStringLiteral("/nonexistent/nmap"));
    Watched none(planFor(u"10.0.0.0/24", Kind::Discovery, false), missing, m_clock);
    none.run.start();
    QVERIFY(none.ends());
    QCOMPARE(none.run.state(), State::Failed);
    QVERIFY(none.run.sentence().startsWith(QLatin1String("nmap could not be started")));
}

void RunTest::keepsToItsLanes()
{
    ActedLauncher launcher;
    Watched scan(planFor(u"10.0.0.0/22"), launcher, m_clock);
    scan.run.start();
    QCOMPARE(launcher.processes.size(), 8);
    for (int i = 0; i < 32; ++i) {
        QCOMPARE(launcher.processes.size(), qMin(32, 8 + i));
        launcher.processes[i]->begin();
        launcher.processes[i]->find(i);
        launcher.processes[i]->finish();
    }
    QVERIFY(scan.ends());
    QCOMPARE(scan.run.state(), State::Completed);
    QCOMPARE(scan.hosts.size(), 32);
}

void RunTest::goesOnlyForward()
{
    ActedLauncher launcher;
    Watched scan(planFor(u"10.0.0.0/28", Kind::Full), launcher, m_clock);
    scan.run.start();
    const QByteArrayList names{"ARP Ping Scan", "Connect Scan", "Service scan",  "OS detection", "Traceroute",
                               "NSE",           "Service scan", "something new", "Connect Scan"};
    for (const auto &process : launcher.processes)
        process->begin();
    for (const QByteArray &name : names) {
        for (const double percent : {10.0, 90.0, 30.0}) {
            for (const auto &process : launcher.processes)
                process->step(name, percent);
            m_clock.advance(500ms);
        }
    }
    QVERIFY(scan.percents.size() > 10);
    QVERIFY(std::is_sorted(scan.percents.begin(), scan.percents.end()));
    QVERIFY(scan.percents.first() > 0 && scan.percents.last() <= 99);
    const auto processes = launcher.processes;
    for (const auto &process : processes)
        process->finish();
    QVERIFY(scan.ends());
    QVERIFY(std::is_sorted(scan.percents.begin(), scan.percents.end()));
    QCOMPARE(scan.percents.last(), 100.0);
}

void RunTest::tellsTheTimeLeftLate()
{
    ActedLauncher launcher;
    Watched scan(planFor(u"10.0.0.1"), launcher, m_clock);
    scan.run.start();
    launcher.processes[0]->begin();
    launcher.processes[0]->step("Ping Scan", 9);
    m_clock.advance(10s);
    QCOMPARE(scan.run.progress().percent, 9.0);
    QVERIFY(!scan.run.progress().left);
    QCOMPARE(scan.run.progress().message, QStringLiteral("Asking who answers: 10.0.0.1/32"));
    launcher.processes[0]->step("Ping Scan", 50);
    m_clock.advance(10s);
    QCOMPARE(scan.run.progress().elapsed, 20s);
    QCOMPARE(scan.run.progress().left->count(), 21);
    const qsizetype told = scan.percents.size();
    m_clock.advance(10s); // nothing new, nothing told
    QCOMPARE(scan.percents.size(), told);
    launcher.processes[0]->finish();
    QVERIFY(scan.ends());
    QVERIFY(!scan.run.progress().left);
}

void RunTest::hintsAtHosts()
{
    ActedLauncher launcher;
    Watched scan(planFor(u"10.0.0.1", Kind::Ports), launcher, m_clock);
    QStringList hints;
    connect(&scan.run, &Run::hostHinted, this,
            [&hints](const Host &host) { hints << host.addresses.first().toString(); });
    scan.run.start();
    launcher.processes[0]->begin();
    launcher.processes[0]->say("<hosthint><status state=\"up\" reason=\"x\"/><address addr=\"10.0.0.1\" "
                               "addrtype=\"ipv4\"/></hosthint>");
    QCOMPARE(hints, QStringList(QStringLiteral("10.0.0.1")));
    QVERIFY(scan.hosts.isEmpty());
}

void RunTest::cancelledBeforeItBegan()
{
    ActedLauncher launcher;
    Watched scan(planFor(u"10.0.0.1"), launcher, m_clock);
    scan.run.cancel();
    scan.run.start();
    QVERIFY(scan.ends());
    QCOMPARE(scan.run.state(), State::Cancelled);
    QVERIFY(launcher.processes.isEmpty());
}

void RunTest::lanesQueue()
{
    ActedLauncher launcher;
    Lanes lanes(2);
    std::vector<std::unique_ptr<Watched>> scans;
    for (int i = 0; i < 5; ++i) {
        scans.push_back(std::make_unique<Watched>(planFor(u"10.0.0.1"), launcher, m_clock));
        QVERIFY(bool(lanes.enter(&scans.back()->run)));
    }
    QCOMPARE(lanes.running(), 2);
    QCOMPARE(lanes.waiting(), 3);
    scans[2]->run.cancel();
    QVERIFY(scans[2]->ends());
    QCOMPARE(lanes.waiting(), 2);
    launcher.processes[0]->begin();
    launcher.processes[0]->finish();
    QVERIFY(scans[0]->ends());
    QCOMPARE(scans[3]->run.state(), State::Running);
    QCOMPARE(scans[4]->run.state(), State::Waiting);
    for (int i = 0; i < Lanes::mostWaiting - 1; ++i) {
        scans.push_back(std::make_unique<Watched>(planFor(u"10.0.0.1"), launcher, m_clock));
        QVERIFY(bool(lanes.enter(&scans.back()->run)));
    }
    Watched surplus(planFor(u"10.0.0.1"), launcher, m_clock);
    QCOMPARE(lanes.enter(&surplus.run).error().code, core::ErrorCode::Limited);
}

void RunTest::lanesForgetTheDestroyed()
{
    ActedLauncher launcher;
    Lanes lanes(1);
    auto first = std::make_unique<Watched>(planFor(u"10.0.0.1"), launcher, m_clock);
    auto second = std::make_unique<Watched>(planFor(u"10.0.0.1"), launcher, m_clock);
    Watched third(planFor(u"10.0.0.1"), launcher, m_clock);
    for (Run *run : {&first->run, &second->run, &third.run})
        QVERIFY(bool(lanes.enter(run)));
    second.reset();
    QCOMPARE(lanes.waiting(), 1);
    first.reset();
    QCOMPARE(third.run.state(), State::Running);
}

void RunTest::survey()
{
    QFile::rename(m_fake.script("echo 'Nmap version 7.93 ( https://nmap.org )'"),
                  m_fake.path(QStringLiteral("nmap")));
    const auto looked = [this](const QString &helper, const QStringList &folders) {
        Survey survey(m_clock, helper, folders);
        QSignalSpy seen(&survey, &Survey::seen);
        survey.look();
        survey.look(); // it looks already
        if (!seen.wait(longest))
            return Abilities();
        return survey.abilities();
    };
    const QString folder = QFileInfo(m_fake.path(QStringLiteral("nmap"))).path();
    const Abilities found = looked(m_fake.path(QStringLiteral("nobody.sock")), {folder});
    QCOMPARE(found.version, QStringLiteral("7.93"));
    QVERIFY(found.canScan() && !found.isRaw);
    QVERIFY(found.helperTrouble.contains(QLatin1String("nobody.sock")));
    const Abilities none = looked({}, {QStringLiteral("/nonexistent")});
    QVERIFY(!none.canScan() && none.helperTrouble.isEmpty());
}

QTEST_GUILESS_MAIN(RunTest)
#include "runtest.moc"
