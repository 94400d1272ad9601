// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/pathtracer.h"

#include "network/estate.h"

#include <QSignalSpy>
#include <QUdpSocket>

using namespace network;
using namespace std::chrono_literals;

namespace {
constexpr int patience = 60'000; // ends what hangs

/// Two ports in a row where somebody listens and never answers.
struct Silence
{
    quint16 before = 0; ///< the port in front of them
    QUdpSocket first;
    QUdpSocket second;

    explicit Silence(const QHostAddress &where)
    {
        for (int i = 0; i < 100 && before == 0; ++i) {
            if (first.bind(where) && second.bind(where, quint16(first.localPort() + 1)))
                before = quint16(first.localPort() - 1);
            else
                first.close();
        }
    }
};

/// A house whose networks are on the loopback: the way to each is one step.
struct House : nettest::Estate
{
    std::unique_ptr<PathTracer> tracer;
    QList<topology::Route> routes;

    explicit House(const QStringList &ticked, quint16 port = 33434) : Estate(ticked)
    {
        sources::Tracer::Setup setup;
        setup.mostHops = 2;
        setup.port = port;
        tracer =
            std::make_unique<PathTracer>(PathTracer::Surroundings{*devices, *grounds, bench.clock}, setup);
        QObject::connect(tracer.get(), &PathTracer::traced, tracer.get(),
                         [this](const topology::Route &route) { routes << route; });
    }
    QString up(const QString &address) const
    {
        const QString id = see(address);
        devices->become({id, State::Up, false, {}}, QStringLiteral("ping"));
        return id;
    }
    bool traces(qsizetype count)
    {
        return QTest::qWaitFor([&] { return routes.size() >= count; }, patience);
    }
    /// What is under way is given up.
    void waitInVain()
    {
        for (int i = 0; i < 100; ++i) {
            QCoreApplication::processEvents();
            bench.clock.advance(100ms);
        }
    }
};
} // namespace

/// The ways to the networks this machine is not in.
class PathTracerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWayToOneDeviceOfEachNetworkIsFollowed()
    {
        House house({u"127.0.1.0/24"_qs, u"127.0.2.0/24"_qs});
        house.up(u"127.0.1.1"_qs);
        house.tracer->start();
        QVERIFY(house.traces(1));
        QCOMPARE(house.routes.first().target, *core::Address::parse(u"127.0.1.1"));
        QCOMPARE(house.routes.first().hops, QList{*core::Address::parse(u"127.0.1.1")});
        QCOMPARE(house.routes.first().at, house.bench.clock.now());
        // Another of the same network tells nothing new, one of the other does.
        house.up(u"127.0.1.2"_qs);
        house.up(u"127.0.2.1"_qs);
        QVERIFY(house.traces(2));
        QCOMPARE(house.routes.last().target, *core::Address::parse(u"127.0.2.1"));
        house.waitInVain();
        QCOMPARE(house.routes.size(), 2);
        // In a quarter of an hour once more.
        house.bench.clock.advance(15min);
        QVERIFY(house.traces(4));
    }

    void onlyConfiguredNetworksAreFollowed()
    {
        House house({u"127.0.1.0/24"_qs});
        house.tracer->start();
        house.up(u"127.0.9.1"_qs);  // in no ticked network
        house.see(u"127.0.1.1"_qs); // nobody knows whether it is there
        house.waitInVain();
        QVERIFY(house.routes.isEmpty());
        house.up(u"127.0.1.1"_qs);
        QVERIFY(house.traces(1));
        house.waitInVain();
        QCOMPARE(house.routes.size(), 1);
    }

    void theNetworksThisMachineIsInAreNotFollowed()
    {
        House house({u"127.0.1.0/24"_qs, u"127.0.3.0/24"_qs});
        house.grounds->setOwn({{*core::Subnet::parse(u"127.0.3.0/24"), u"lan"_qs}});
        house.tracer->start();
        house.up(u"127.0.3.1"_qs);
        house.up(u"127.0.1.1"_qs);
        QVERIFY(house.traces(1));
        house.waitInVain();
        QCOMPARE(house.routes.size(), 1);
        QCOMPARE(house.routes.first().target, *core::Address::parse(u"127.0.1.1"));
    }

    void whatIsNotReachedIsNoRoute()
    {
        Silence silence(QHostAddress(u"127.0.1.1"_qs));
        QVERIFY(silence.before != 0);
        House house({u"127.0.1.0/24"_qs}, silence.before);
        house.tracer->start();
        house.up(u"127.0.1.1"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(silence.first.hasPendingDatagrams(), patience);
        house.waitInVain();
        QVERIFY(house.routes.isEmpty());
    }

    void onceStoppedItIsQuiet()
    {
        House house({u"127.0.1.0/24"_qs});
        house.up(u"127.0.1.1"_qs);
        house.tracer->start();
        house.tracer->stop();
        house.up(u"127.0.1.2"_qs);
        house.bench.clock.advance(1h);
        house.waitInVain();
        QVERIFY(house.routes.isEmpty());
        house.tracer->start();
        QVERIFY(house.traces(1));
    }
};

QTEST_GUILESS_MAIN(PathTracerTest)
#include "pathtracertest.moc"
