// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/interfaces.h"
#include "domain/network/sources/neighbours.h"
#include "domain/network/sources/routes.h"
#include "network/sources/lab.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace network::sources;

namespace {
core::Address address(const char *text) { return *core::Address::parse(QString::fromLatin1(text)); }
core::MacAddress mac(const char *text) { return *core::MacAddress::parse(QString::fromLatin1(text)); }

std::optional<Neighbour> find(const Neighbours &neighbours, const core::Address &wanted)
{
    const QList<Neighbour> all = neighbours.all();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Neighbour &each) { return each.address == wanted; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<Interface> find(const Interfaces &interfaces, const char *name)
{
    const QList<Interface> all = interfaces.all();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Interface &each) { return each.name == QLatin1String(name); });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

bool has(const Interfaces &interfaces, const char *name, const char *own, const char *subnet)
{
    const auto interface = find(interfaces, name);
    return interface &&
           interface->addresses.contains({address(own), *core::Subnet::parse(QString::fromLatin1(subnet))});
}
} // namespace

/// What the kernel knows, in a network of the test's own: two ends of a cable, one of them with a neighbour
/// behind it in a namespace.
class TablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QVERIFY(lab::ip("link add name here type veth peer name there\n"
                        "netns add far\n"
                        "link set there netns far\n"
                        "link set here address 48:8f:5a:10:22:9c\n"
                        "addr add 10.20.0.1/24 dev here\n"
                        "addr add 2001:db8::1/64 dev here nodad\n"
                        "link set here up\n"));
        QVERIFY(lab::run("ip -n far link set there address b8:27:eb:00:00:02"));
        QVERIFY(lab::run("ip -n far addr add 10.20.0.2/24 dev there"));
        QVERIFY(lab::run("ip -n far link set there up"));
    }

    void cleanup() { QVERIFY(lab::ip("link del here\nnetns del far\n")); }

    void theTableIsReadAndFollowed()
    {
        QVERIFY(lab::ip("neigh add 10.20.0.7 lladdr 00:11:32:00:00:07 dev here nud permanent\n"
                        "neigh add 2001:db8::7 lladdr 00:11:32:00:00:07 dev here nud reachable router\n"));
        Neighbours neighbours;
        QSignalSpy complete(&neighbours, &Neighbours::complete);
        QVERIFY(neighbours.start());
        QTRY_COMPARE_WITH_TIMEOUT(complete.size(), 1, lab::patience);
        const auto first = find(neighbours, address("10.20.0.7"));
        QVERIFY(first);
        QCOMPARE(first->mac, mac("00:11:32:00:00:07"));
        QCOMPARE(first->interfaceName, QStringLiteral("here"));
        QCOMPARE(first->state, Neighbour::State::Permanent);
        QVERIFY(first->isKnown());
        QVERIFY(!first->isRouter);
        QVERIFY(find(neighbours, address("2001:db8::7"))->isRouter);

        // Somebody who is really there, and somebody who is not.
        lab::run("fping -q -r0 10.20.0.2 10.20.0.99");
        QTRY_VERIFY_WITH_TIMEOUT(find(neighbours, address("10.20.0.2")), lab::patience);
        QTRY_VERIFY_WITH_TIMEOUT(find(neighbours, address("10.20.0.2"))->isKnown(), lab::patience);
        QCOMPARE(find(neighbours, address("10.20.0.2"))->mac, mac("b8:27:eb:00:00:02"));
        const auto absent = find(neighbours, address("10.20.0.99"));
        QVERIFY(!absent || !absent->isKnown());

        QSignalSpy gone(&neighbours, &Neighbours::gone);
        QVERIFY(lab::ip("neigh del 10.20.0.7 dev here\n"));
        QTRY_VERIFY_WITH_TIMEOUT(!find(neighbours, address("10.20.0.7")), lab::patience);
        QVERIFY(!gone.isEmpty());
        neighbours.stop();
        QVERIFY(neighbours.all().isEmpty());
    }

    void aMovedHardwareAddressIsTold()
    {
        QVERIFY(lab::ip("neigh add 10.20.0.7 lladdr 00:11:32:00:00:07 dev here nud permanent\n"));
        Neighbours neighbours;
        QSignalSpy changed(&neighbours, &Neighbours::changed);
        QVERIFY(neighbours.start());
        QTRY_VERIFY_WITH_TIMEOUT(find(neighbours, address("10.20.0.7")), lab::patience);
        QVERIFY(lab::ip("neigh replace 10.20.0.7 lladdr 00:11:32:00:00:08 dev here nud permanent\n"));
        QTRY_COMPARE_WITH_TIMEOUT(find(neighbours, address("10.20.0.7"))->mac, mac("00:11:32:00:00:08"),
                                  lab::patience);
        QCOMPARE(changed.last().first().value<Neighbour>().mac, mac("00:11:32:00:00:08"));
    }

    void whatWasDroppedIsAskedForAgain()
    {
        constexpr int count = 4000;
        Neighbours neighbours(1); // the kernel rounds the buffer up to its least
        QSignalSpy complete(&neighbours, &Neighbours::complete);
        QVERIFY(lab::ip("neigh add 10.20.0.7 lladdr 00:11:32:00:00:07 dev here nud permanent\n"));
        QVERIFY(neighbours.start());
        QTRY_COMPARE_WITH_TIMEOUT(complete.size(), 1, lab::patience);
        QByteArray lines = "neigh del 10.20.0.7 dev here\n";
        for (int i = 0; i < count; ++i)
            lines += "neigh add 10.20." + QByteArray::number(1 + i / 250) + '.' +
                     QByteArray::number(1 + i % 250) + " lladdr 00:11:32:00:00:07 dev here nud permanent\n";
        QVERIFY(lab::ip(lines)); // nobody reads meanwhile
        const auto manual = [&] {
            const QList<Neighbour> all = neighbours.all();
            return std::count_if(all.begin(), all.end(), [](const Neighbour &each) {
                return each.state == Neighbour::State::Permanent &&
                       each.address.family() == core::Address::Family::V4;
            });
        };
        QTRY_COMPARE_WITH_TIMEOUT(manual(), count, lab::patience);
        QVERIFY(neighbours.overflows() > 0);
        QVERIFY(!find(neighbours, address("10.20.0.7")));
    }

    void interfacesAreReadAndFollowed()
    {
        Interfaces interfaces;
        QSignalSpy changed(&interfaces, &Interfaces::changed);
        QVERIFY(interfaces.start());
        QTRY_VERIFY_WITH_TIMEOUT(find(interfaces, "here"), lab::patience);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(find(interfaces, "here")->mac, mac("48:8f:5a:10:22:9c"));
        QVERIFY(!find(interfaces, "here")->isLoopback);
        QVERIFY(find(interfaces, "lo")->isLoopback);
        QVERIFY(has(interfaces, "lo", "127.0.0.1", "127.0.0.0/8"));
        QVERIFY(has(interfaces, "here", "10.20.0.1", "10.20.0.0/24"));
        QVERIFY(has(interfaces, "here", "2001:db8::1", "2001:db8::/64"));
        QTRY_VERIFY_WITH_TIMEOUT(find(interfaces, "here")->isUp, lab::patience);

        QVERIFY(lab::ip("addr del 10.20.0.1/24 dev here\naddr add 10.30.0.1/20 dev here\n"));
        QTRY_VERIFY_WITH_TIMEOUT(has(interfaces, "here", "10.30.0.1", "10.30.0.0/20"), lab::patience);
        QVERIFY(!has(interfaces, "here", "10.20.0.1", "10.20.0.0/24"));
        QVERIFY(lab::ip("link add name extra type veth peer name extra2\nlink set extra name other\n"));
        QTRY_VERIFY_WITH_TIMEOUT(find(interfaces, "other"), lab::patience);
        QVERIFY(lab::run("ip -n far link set there down")); // the cable
        QTRY_VERIFY_WITH_TIMEOUT(!find(interfaces, "here")->isUp, lab::patience);
        QVERIFY(lab::ip("link del other\n"));
        QTRY_VERIFY_WITH_TIMEOUT(!find(interfaces, "other"), lab::patience);
    }

    void gatewaysAreReadAndFollowed()
    {
        QVERIFY(lab::ip("route add default via 10.20.0.2 dev here metric 300\n"
                        "route add default via 10.20.0.3 dev here metric 100\n"
                        "route add 10.50.0.0/16 via 10.20.0.2\n"));
        QVERIFY(lab::run("ip -6 route add default via 2001:db8::2 dev here metric 200"));
        Routes routes;
        QSignalSpy changed(&routes, &Routes::changed);
        QVERIFY(routes.start());
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), lab::patience);
        const auto gateways = [&] {
            QByteArrayList list;
            const QList<Route> defaults = routes.defaults();
            for (const Route &route : defaults)
                list << route.gateway.toString().toLatin1();
            return list;
        };
        QCOMPARE(gateways(), (QByteArrayList{"10.20.0.3", "2001:db8::2", "10.20.0.2"}));
        const QList<Route> all = routes.all();
        QVERIFY(std::any_of(all.begin(), all.end(), [](const Route &route) {
            return route.destination.toString() == QLatin1String("10.50.0.0/16") &&
                   route.gateway == address("10.20.0.2");
        }));
        QVERIFY(std::any_of(all.begin(), all.end(), [](const Route &route) {
            return route.destination.toString() == QLatin1String("10.20.0.0/24") && route.gateway.isNull();
        }));

        QVERIFY(lab::ip("route del default via 10.20.0.3 dev here metric 100\n"
                        "route del default via 10.20.0.2 dev here metric 300\n"
                        "route add default nexthop via 10.20.0.4 dev here nexthop via 10.20.0.5 dev here\n"));
        QTRY_COMPARE_WITH_TIMEOUT(gateways(), (QByteArrayList{"10.20.0.4", "10.20.0.5", "2001:db8::2"}),
                                  lab::patience);
        QVERIFY(lab::ip("link set here down\n"));
        QTRY_COMPARE_WITH_TIMEOUT(routes.all().size(), 0, lab::patience);
    }
};

QTEST_GUILESS_MAIN(TablesTest)
#include "tablestest.moc"
