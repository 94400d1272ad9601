// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/tracer.h"

#include "network/sources/lab.h"

#include <QSignalSpy>
#include <QTest>

using namespace network::sources;
using namespace std::chrono_literals;

namespace {
core::Address address(const char *text) { return *core::Address::parse(QString::fromLatin1(text)); }

QByteArrayList hopsOf(const Trace &trace)
{
    QByteArrayList list;
    for (const TraceHop &hop : trace.hops)
        list << (hop.address.isNull() ? QByteArray("*") : hop.address.toString().toLatin1());
    return list;
}
} // namespace

/// Two routers in a row, and a machine behind them.
class TracerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(lab::ip("netns add one\nnetns add two\nnetns add far\n"
                        "link add name here type veth peer name one0\n"
                        "link add name one1 type veth peer name two0\n"
                        "link add name two1 type veth peer name far0\n"
                        "link set one0 netns one\nlink set one1 netns one\n"
                        "link set two0 netns two\nlink set two1 netns two\nlink set far0 netns far\n"
                        "addr add 10.1.0.1/24 dev here\n"
                        "addr add 2001:db8:1::1/64 dev here nodad\n"
                        "link set here up\n"
                        "route add default via 10.1.0.2\n"));
        QVERIFY(lab::run("ip -6 route add default via 2001:db8:1::2"));
        QVERIFY(inside("one",
                       "addr add 10.1.0.2/24 dev one0\naddr add 10.2.0.1/24 dev one1\n"
                       "addr add 2001:db8:1::2/64 dev one0 nodad\naddr add 2001:db8:2::1/64 dev one1 nodad\n"
                       "link set one0 up\nlink set one1 up\nroute add 10.3.0.0/24 via 10.2.0.2\n"));
        QVERIFY(lab::run("ip -n one -6 route add 2001:db8:3::/64 via 2001:db8:2::2"));
        QVERIFY(inside("two",
                       "addr add 10.2.0.2/24 dev two0\naddr add 10.3.0.1/24 dev two1\n"
                       "addr add 2001:db8:2::2/64 dev two0 nodad\naddr add 2001:db8:3::1/64 dev two1 nodad\n"
                       "link set two0 up\nlink set two1 up\nroute add 10.1.0.0/24 via 10.2.0.1\n"));
        QVERIFY(lab::run("ip -n two -6 route add 2001:db8:1::/64 via 2001:db8:2::1"));
        QVERIFY(inside("far", "addr add 10.3.0.2/24 dev far0\naddr add 2001:db8:3::2/64 dev far0 nodad\n"
                              "link set far0 up\nroute add default via 10.3.0.1\n"));
        QVERIFY(lab::run("ip -n far -6 route add default via 2001:db8:3::1"));
        for (const char *router : {"one", "two"}) {
            const QByteArray enter = QByteArray("ip netns exec ") + router + " sysctl -q -w ";
            QVERIFY(lab::run(enter + "net.ipv4.ip_forward=1"));
            QVERIFY(lab::run(enter + "net.ipv6.conf.all.forwarding=1"));
            QVERIFY(lab::run(enter + "net.ipv4.icmp_ratelimit=0"));
            QVERIFY(lab::run(enter + "net.ipv6.icmp.ratelimit=0"));
        }
        QVERIFY(
            lab::run("ip netns exec far sysctl -q -w net.ipv4.icmp_ratelimit=0 net.ipv6.icmp.ratelimit=0"));
        // Until the addresses that the interfaces gave themselves have been found to be unique.
        QTRY_VERIFY_WITH_TIMEOUT(lab::run("fping -q -r 3 10.3.0.2 2001:db8:3::2"), lab::patience);
    }

    void theWayIsFound_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QByteArrayList>("hops");
        QTest::newRow("IPv4") << QStringLiteral("10.3.0.2")
                              << QByteArrayList{"10.1.0.2", "10.2.0.2", "10.3.0.2"};
        QTest::newRow("IPv6") << QStringLiteral("2001:db8:3::2")
                              << QByteArrayList{"2001:db8:1::2", "2001:db8:2::2", "2001:db8:3::2"};
        QTest::newRow("a neighbour") << QStringLiteral("10.1.0.2") << QByteArrayList{"10.1.0.2"};
        QTest::newRow("this machine") << QStringLiteral("127.0.0.1") << QByteArrayList{"127.0.0.1"};
    }

    void theWayIsFound()
    {
        QFETCH(QString, target);
        QFETCH(QByteArrayList, hops);
        const Trace trace = follow(*core::Address::parse(target));
        QVERIFY2(hopsOf(trace) == hops, hopsOf(trace).join(' ').constData());
        QVERIFY(trace.isReached);
        for (const TraceHop &hop : trace.hops)
            QVERIFY(hop.milliseconds && *hop.milliseconds > 0);
    }

    void aMachineThatIsNotThereIsNotReached()
    {
        const Trace trace = follow(address("10.3.0.99"));
        QVERIFY(!trace.isReached);
        QVERIFY(trace.hops.size() >= 2);
        QVERIFY2(trace.hops.first().address == address("10.1.0.2"), hopsOf(trace).join(' ').constData());
        const Trace noRoute = follow(address("10.9.0.1")); // the first router knows no way
        QVERIFY(!noRoute.isReached);
        QCOMPARE(hopsOf(noRoute), QByteArrayList{"10.1.0.2"});
    }

    void aSilentRouterIsLeftOut()
    {
        // What it says itself does not come to us; what it passes on does.
        QVERIFY(lab::run("ip -n one rule add iif lo to 10.1.0.1 blackhole pref 10"));
        const Trace trace = follow(address("10.3.0.2"));
        QVERIFY(trace.isReached);
        QCOMPARE(hopsOf(trace), (QByteArrayList{"*", "10.2.0.2", "10.3.0.2"}));
    }

    void manyAtOnce()
    {
        core::SystemClock clock;
        Tracer tracer(brisk(), clock);
        QSignalSpy finished(&tracer, &Tracer::finished);
        for (int i = 1; i <= 40; ++i)
            QVERIFY(tracer.start(core::Address(0x7f000000U + quint32(i))));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 40, lab::patience);
        for (const QVariantList &each : std::as_const(finished))
            QVERIFY(each.first().value<Trace>().isReached);
        QVERIFY(!tracer.start({}));
        QVERIFY(tracer.start(address("10.3.0.99")));
        tracer.stop();
    }

private:
    static bool inside(const char *where, const QByteArray &lines)
    {
        return lab::run(QByteArray("ip -n ") + where + " -batch -", lines);
    }

    static Tracer::Setup brisk()
    {
        Tracer::Setup setup;
        setup.patience = 500ms;
        return setup;
    }

    static Trace follow(const core::Address &target)
    {
        core::SystemClock clock;
        Tracer tracer(brisk(), clock);
        QSignalSpy finished(&tracer, &Tracer::finished);
        tracer.start(target);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, lab::patience); }();
        return finished.isEmpty() ? Trace{} : finished.first().first().value<Trace>();
    }
};

QTEST_GUILESS_MAIN(TracerTest)
#include "tracertest.moc"
