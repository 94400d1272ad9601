// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/pinger.h"

#include "network/sources/lab.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace network::sources;
using namespace std::chrono_literals;

namespace {
core::Address address(const char *text) { return *core::Address::parse(QString::fromLatin1(text)); }

/// What was found last, and how often.
struct Findings
{
    explicit Findings(Pinger &pinger)
    {
        QObject::connect(&pinger, &Pinger::results, &pinger, [this](const QList<PingResult> &results) {
            for (const PingResult &result : results) {
                last.insert(result.address, result);
                ++rounds[result.address];
            }
        });
    }
    [[nodiscard]] bool isUp(const char *text) const { return last.value(address(text)).isAnswered(); }
    [[nodiscard]] bool isDown(const char *text) const
    {
        return last.contains(address(text)) && !last.value(address(text)).isAnswered();
    }

    QHash<core::Address, PingResult> last;
    QHash<core::Address, int> rounds;
};
} // namespace

/// fping over a cable of its own: who answers, who does not, and who answers to TCP alone.
class PingerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        if (lab::tool(QStringLiteral("fping")).isEmpty())
            QSKIP("fping is not installed.");
        QVERIFY(lab::ip("link add name here type veth peer name there\n"
                        "netns add far\n"
                        "link set there netns far\n"
                        "addr add 10.20.0.1/24 dev here\n"
                        "addr add 2001:db8::1/64 dev here nodad\n"
                        "link set here up\n"));
        QVERIFY(lab::run("ip -n far addr add 10.20.0.2/24 dev there"));
        QVERIFY(lab::run("ip -n far addr add 2001:db8::2/64 dev there nodad"));
        QVERIFY(lab::run("ip -n far link set there up"));
    }

    void cleanup() { QVERIFY(lab::ip("netns del far\n")); }

    void whoAnswersIsFound()
    {
        core::SystemClock clock;
        Pinger::Setup setup;
        setup.interval = 500ms;
        setup.patience = 400ms;
        Pinger pinger(setup, clock);
        const Findings findings(pinger);
        QVERIFY(pinger.add({{address("10.20.0.2"), {}},
                            {address("2001:db8::2"), {}},
                            {address("10.20.0.3"), {}},
                            {address("127.9.9.9"), {}}}));
        pinger.start();
        QTRY_VERIFY_WITH_TIMEOUT(findings.isUp("10.20.0.2") && findings.isUp("2001:db8::2") &&
                                     findings.isUp("127.9.9.9"),
                                 lab::patience);
        QTRY_VERIFY_WITH_TIMEOUT(findings.isDown("10.20.0.3"), lab::patience);
        QCOMPARE(pinger.state(), Pinger::State::Icmp);
        QCOMPARE(findings.last.value(address("10.20.0.2")).method, PingResult::Method::Icmp);

        // One more, one less: the others go on.
        QVERIFY(pinger.add({{address("127.9.9.10"), {}}}));
        pinger.remove({address("127.9.9.9")});
        QTRY_VERIFY_WITH_TIMEOUT(findings.isUp("127.9.9.10"), lab::patience);
        QVERIFY(lab::run("ip -n far link set there down")); // the cable is cut
        QTRY_VERIFY_WITH_TIMEOUT(findings.isDown("10.20.0.2") && findings.isDown("2001:db8::2"),
                                 lab::patience);
        QVERIFY(findings.isUp("127.9.9.10"));
        QVERIFY(lab::run("ip -n far link set there up"));
        QTRY_VERIFY_WITH_TIMEOUT(findings.isUp("10.20.0.2"), lab::patience);

        pinger.stop();
        const auto rounds = findings.rounds;
        QTest::qWait(1); // what was queued comes now
        QCOMPARE(findings.rounds, rounds);
    }

    void whereIcmpIsClosedPortsAreAsked()
    {
        QVERIFY(lab::run("ip netns exec far sysctl -q -w net.ipv4.icmp_echo_ignore_all=1"));
        core::SystemClock clock;
        Pinger::Setup setup;
        setup.interval = 500ms;
        setup.patience = 200ms;
        Pinger pinger(setup, clock);
        const Findings findings(pinger);
        QVERIFY(pinger.add({{address("10.20.0.2"), {81}}, {address("10.20.0.3"), {81, 82}}}));
        pinger.start();
        QTRY_VERIFY_WITH_TIMEOUT(findings.isUp("10.20.0.2"), lab::patience); // it refuses
        QCOMPARE(findings.last.value(address("10.20.0.2")).method, PingResult::Method::Tcp);
        QTRY_VERIFY_WITH_TIMEOUT(findings.isDown("10.20.0.3"), lab::patience);
        QVERIFY(pinger.add({{address("10.20.0.2"), {}}}));
        QTRY_VERIFY_WITH_TIMEOUT(findings.isDown("10.20.0.2"), lab::patience);
    }
};

QTEST_GUILESS_MAIN(PingerTest)
#include "pingertest.moc"
