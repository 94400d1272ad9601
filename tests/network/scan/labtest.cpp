// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/scan/lab.h"

#include "domain/network/scan/helperprocess.h"
#include "domain/network/scan/localprocess.h"
#include "domain/network/scan/run.h"
#include "domain/network/scan/survey.h"
#include "domain/network/scan/target.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace network::scan;

namespace {
constexpr int longest = 300'000; // ends what hangs
constexpr unsigned nobody = 65534;
const QString nmap = QStringLiteral("/usr/bin/nmap");

Plan planFor(Kind kind, QStringView where, bool isRaw, const char *ports = "")
{
    Wish wish;
    wish.kind = kind;
    wish.where = Targets::parse(where)->ranges;
    if (*ports != '\0')
        wish.ports = Ports::parse(QString::fromLatin1(ports)).value();
    return Plan::of(wish, {nmap, QStringLiteral("7"), isRaw, {}}).value();
}

/// A host in one line: what two scans must agree on.
QString written(const Host &host)
{
    QStringList out{host.addresses.first().toString(),
                    host.hardware ? host.hardware->mac.toString() : QString()};
    for (const Port &port : host.ports) {
        out << QStringLiteral("%1/%2 %3 %4 %5 %6 %7")
                   .arg(port.protocol)
                   .arg(port.number)
                   .arg(port.state, port.service.name, port.service.product, port.service.version,
                        port.service.cpes.join(QLatin1Char(' ')));
    }
    for (const OtherPorts &other : host.otherPorts)
        out << QStringLiteral("%1 %2").arg(other.count).arg(other.state);
    return out.join(QLatin1String(" | "));
}

QStringList hostsIn(const QByteArray &report)
{
    NmapReader reader;
    reader.feed(report);
    QStringList hosts;
    const QList<Item> items = reader.take();
    for (const Item &item : items) {
        if (const auto *host = std::get_if<Host>(&item); host != nullptr && host->isUp())
            hosts << written(*host);
    }
    hosts.sort();
    return hosts;
}

/// A run to its end.
struct Scanned
{
    Scanned(const Plan &plan, Launcher &launcher) : run(plan, launcher, clock)
    {
        QObject::connect(&run, &Run::hostFound, &run, [this](const Host &host) { hosts << host; });
        QObject::connect(&run, &Run::progressed, &run,
                         [this](const Progress &progress) { percents << progress.percent; });
    }
    bool ends() { return run.isOver() || finished.wait(longest); }
    bool runs()
    {
        run.start();
        return ends();
    }
    [[nodiscard]] QStringList lines() const
    {
        QStringList out;
        for (const Host &host : hosts)
            out << written(host);
        out.sort();
        return out;
    }

    core::SystemClock clock;
    Run run;
    QSignalSpy finished{&run, &Run::finished};
    QList<Host> hosts;
    QList<double> percents;
};
} // namespace

/// Scans by the real nmap of a network that is known, compared with what nmap alone prints.
class LabTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void surveySeesTheHelper();
    void discoversEveryHost();
    void discoversWithoutPrivilege();
    void targetedAgreesWithNmap();
    void seesUdp();
    void fullFollowsTheWay();
    void cancelLeavesNothing_data();
    void cancelLeavesNothing();
    void killedMidway();

private:
    lab::Network m_network;
    std::unique_ptr<lab::Helper> m_helper;
};

void LabTest::initTestCase()
{
    QVERIFY(m_network.build());
    const QStringList python{QStringLiteral("/usr/bin/python3"), QStringLiteral("-c")};
    const QString web = QStringLiteral("import http.server as h, sys\n"
                                       "h.HTTPServer(('', %1), h.SimpleHTTPRequestHandler).serve_forever()");
    const QString echo =
        QStringLiteral("import socket\n"
                       "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('', 7000))\n"
                       "while True: s.sendto(b'here', s.recvfrom(2000)[1])");
    m_network.at(10, python + QStringList(web.arg(80)));
    m_network.at(20, python + QStringList(web.arg(8080)));
    m_network.at(20, python + QStringList(echo));
    m_helper = std::make_unique<lab::Helper>(nobody, QStringLiteral("scan.sock"));
    QVERIFY(m_helper->isReady());
    const QStringList knock{QStringLiteral("-n"), QStringLiteral("-sT"), QStringLiteral("-p80,8080"),
                            QStringLiteral("10.77.0.10,20")};
    QTRY_COMPARE_WITH_TIMEOUT(lab::output(nmap, knock).count(" open "), 2, longest);
}

void LabTest::surveySeesTheHelper()
{
    const lab::OtherUser user(nobody);
    core::SystemClock clock;
    Survey survey(clock, m_helper->path());
    QSignalSpy seen(&survey, &Survey::seen);
    survey.look();
    QVERIFY(seen.wait(longest));
    QVERIFY2(survey.abilities().isRaw, qPrintable(survey.abilities().helperTrouble));
    QCOMPARE(survey.abilities().nmap, nmap);
}

void LabTest::discoversEveryHost()
{
    QElapsedTimer time;
    time.start();
    const QStringList alone = hostsIn(
        lab::output(nmap, {QStringLiteral("-sn"), QStringLiteral("-n"), QStringLiteral("-T4"),
                           QStringLiteral("-oX"), QStringLiteral("-"), QStringLiteral("10.77.0.0/24")}));
    const qint64 bare = time.restart();
    const lab::OtherUser user(nobody);
    HelperLauncher launcher(m_helper->path());
    Scanned scan(planFor(Kind::Discovery, u"10.77.0.0/24", true), launcher);
    QVERIFY(scan.runs());
    qInfo("nmap alone %lld ms, ours %lld ms: %.2f", bare, time.elapsed(),
          double(time.elapsed()) / double(bare));
    QVERIFY2(scan.run.state() == State::Completed, qPrintable(scan.run.sentence()));
    QCOMPARE(scan.lines(), alone);
    QCOMPARE(scan.hosts.size(), lab::Network::hosts().size() + 1);
    for (const Host &host : std::as_const(scan.hosts)) {
        const QString mac = lab::Network::hosts().value(host.addresses.first().toString());
        QCOMPARE(host.hardware ? host.hardware->mac.toString() : QString(), mac);
    }
    QVERIFY(std::is_sorted(scan.percents.begin(), scan.percents.end()));
}

void LabTest::discoversWithoutPrivilege()
{
    const lab::OtherUser user(nobody);
    LocalLauncher launcher(nmap);
    Scanned scan(planFor(Kind::Discovery, u"10.77.0.0/24", false), launcher);
    QVERIFY(scan.runs());
    QVERIFY2(scan.run.state() == State::Completed, qPrintable(scan.run.sentence()));
    QCOMPARE(scan.hosts.size(), lab::Network::hosts().size() + 1);
    for (const Host &host : std::as_const(scan.hosts))
        QVERIFY(!host.hardware);
}

void LabTest::targetedAgreesWithNmap()
{
    const Plan plan = planFor(Kind::Targeted, u"10.77.0.10 10.77.0.20", true, "22,80,8080");
    QCOMPARE(plan.tasks.size(), 1);
    const QStringList alone = hostsIn(lab::output(nmap, plan.tasks.first().arguments()));
    const lab::OtherUser user(nobody);
    HelperLauncher launcher(m_helper->path());
    Scanned scan(plan, launcher);
    QVERIFY(scan.runs());
    QVERIFY2(scan.run.state() == State::Completed, qPrintable(scan.run.sentence()));
    QCOMPARE(scan.lines(), alone);
    QCOMPARE(scan.hosts.size(), 2);
    const QString all = scan.lines().join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QLatin1String("tcp/80 open http SimpleHTTPServer")), qPrintable(all));
    QVERIFY(scan.run.progress().ports >= 2);
    QVERIFY(scan.run.progress().services >= 2);
}

void LabTest::seesUdp()
{
    const lab::OtherUser user(nobody);
    HelperLauncher launcher(m_helper->path());
    Scanned scan(planFor(Kind::Ports, u"10.77.0.20", true, "T:8080,U:7000,7001"), launcher);
    QVERIFY(scan.runs());
    QVERIFY2(scan.run.state() == State::Completed, qPrintable(scan.run.sentence()));
    const QString all = scan.lines().join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QLatin1String("udp/7000 open ")), qPrintable(all));
    QVERIFY2(all.contains(QLatin1String("udp/7001 closed ")), qPrintable(all));
}

void LabTest::fullFollowsTheWay()
{
    const lab::OtherUser user(nobody);
    HelperLauncher launcher(m_helper->path());
    Scanned scan(planFor(Kind::Full, u"10.77.0.10", true, "22,80"), launcher);
    QVERIFY(scan.runs());
    QVERIFY2(scan.run.state() == State::Completed, qPrintable(scan.run.sentence()));
    QCOMPARE(scan.hosts.size(), 1);
    const Host &host = scan.hosts.first();
    QCOMPARE(host.hops.size(), 1);
    QCOMPARE(host.hops.first().address.toString(), QStringLiteral("10.77.0.10"));
    QVERIFY(!host.portsUsed.isEmpty()); // what the guess of the system rests on
    QCOMPARE(host.distance.value_or(0), 1);
    for (const SystemMatch &match : host.systems)
        QVERIFY(std::any_of(match.classes.begin(), match.classes.end(),
                            [](const SystemClass &one) { return one.accuracy > 0; }));
}

void LabTest::cancelLeavesNothing_data()
{
    QTest::addColumn<bool>("isRaw");
    QTest::newRow("through the helper") << true;
    QTest::newRow("plain") << false;
}

void LabTest::cancelLeavesNothing()
{
    QFETCH(bool, isRaw);
    const lab::OtherUser user(nobody);
    HelperLauncher helper(m_helper->path());
    LocalLauncher local(nmap);
    // The services of a silent host take nmap long enough to be cancelled.
    Scanned scan(planFor(Kind::Full, u"10.77.0.0/24", isRaw),
                 isRaw ? static_cast<Launcher &>(helper) : local);
    scan.run.start();
    QTRY_VERIFY_WITH_TIMEOUT(lab::processes("nmap").size() >= 2, longest);
    QElapsedTimer time;
    time.start();
    scan.run.cancel();
    QVERIFY(scan.ends());
    qInfo("cancelled in %lld ms", time.elapsed());
    QCOMPARE(scan.run.state(), State::Cancelled);
    QVERIFY(scan.run.progress().percent < 100);
    QTRY_COMPARE_WITH_TIMEOUT(lab::processes("nmap").size(), 0, longest);
}

void LabTest::killedMidway()
{
    HelperLauncher helper(m_helper->path());
    const Plan plan = planFor(Kind::Full, u"10.77.0.0/29", true);
    std::unique_ptr<Scanned> scan;
    {
        const lab::OtherUser user(nobody);
        scan = std::make_unique<Scanned>(plan, helper);
        scan->run.start();
        QTRY_COMPARE_WITH_TIMEOUT(lab::processes("nmap").size(), 1, longest);
    }
    ::kill(pid_t(lab::processes("nmap").value(0)), SIGKILL);
    QVERIFY(scan->ends());
    QCOMPARE(scan->run.state(), State::Failed);
    QVERIFY2(scan->run.sentence().contains(QLatin1String("signal 9")), qPrintable(scan->run.sentence()));
}

QTEST_GUILESS_MAIN(LabTest)
#include "labtest.moc"
