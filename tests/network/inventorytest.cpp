// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/inventory.h"

#include "core/subnet.h"
#include "support/seededentropy.h"

#include <QTest>

using core::Address;
using core::MacAddress;
using network::Known;
using network::Outcome;
using network::Sighting;
using network::State;

namespace {
const char *const office = "192.168.1.0/24";

Address at(const char *text) { return *Address::parse(QString::fromLatin1(text)); }
MacAddress card(const char *text) { return *MacAddress::parse(QString::fromLatin1(text)); }

/// The inventory, and a moment that goes on.
struct House
{
    support::SeededEntropy entropy;
    QDateTime now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    QString officeDepartment = QStringLiteral("design");
    network::Inventory inventory{network::Inventory::Surroundings{
        entropy,
        [](const Known &device) {
            network::Verdict verdict;
            for (const network::Observation &each : device.observations) {
                if (each.kind == u"type")
                    verdict = {each.value, 0.9, QStringLiteral("Example"), QStringLiteral("Linux"), {}};
            }
            return verdict;
        },
        [](const Address &address) {
            const auto subnet = core::Subnet::parse(QString::fromLatin1(office));
            return subnet->contains(address) ? subnet->toString() : QString();
        },
        [this](const Address &address) {
            return core::Subnet::parse(QString::fromLatin1(office))->contains(address) ? officeDepartment
                                                                                       : QString();
        }}};

    Sighting neighbour(const char *address, const char *mac) const
    {
        Sighting sighting;
        sighting.source = QStringLiteral("neighbour");
        sighting.at = now;
        sighting.isAnswer = true;
        sighting.address = at(address);
        if (mac != nullptr)
            sighting.mac = card(mac);
        return sighting;
    }
    Outcome see(const char *address, const char *mac) { return inventory.see(neighbour(address, mac)); }
    void wait(int seconds) { now = now.addSecs(seconds); }
    const network::Entry &entry(const Outcome &outcome) const { return inventory.find(outcome.id)->entry; }
};

QStringList fieldsOf(const Outcome &outcome)
{
    QStringList out;
    for (const core::KnownChange &each : outcome.changes)
        out << QStringLiteral("%1: %2 > %3").arg(each.field, each.from, each.to);
    return out;
}

network::KnownPort port(int number, const char *service, const char *product = "")
{
    network::KnownPort out;
    out.port = number;
    out.protocol = QStringLiteral("tcp");
    out.service = QLatin1String(service);
    out.product = QLatin1String(product);
    return out;
}
const char *const first = "48:8F:5A:00:00:01";
const char *const second = "48:8F:5A:00:00:02";
} // namespace

/// Which device it was that was seen, and what is known of it then.
class InventoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStrangerIsNew()
    {
        House house;
        const Outcome outcome = house.see("192.168.1.7", first);
        QVERIFY(outcome.isNew && outcome.isChanged);
        QCOMPARE(fieldsOf(outcome), QStringList{QStringLiteral("discovered:  > 192.168.1.7")});
        const network::Entry &entry = house.entry(outcome);
        QCOMPARE(entry.addresses, QStringList{QStringLiteral("192.168.1.7")});
        QCOMPARE(entry.macAddress, QString::fromLatin1(first));
        QCOMPARE(entry.subnet, QString::fromLatin1(office));
        QCOMPARE(entry.departmentId, QStringLiteral("design"));
        QCOMPARE(entry.standing, network::Standing::New);
        house.wait(5);
        const Outcome again = house.see("192.168.1.7", first);
        QVERIFY(!again.isNew && !again.isChanged && again.changes.isEmpty());
        QCOMPARE(again.id, outcome.id);
        QCOMPARE(house.inventory.find(again.id)->entry.lastSeen, house.now);
    }

    void nobodyIsNobody()
    {
        House house;
        Sighting nothing;
        QVERIFY(house.inventory.see(nothing).id.isEmpty());
        Sighting broadcast;
        broadcast.mac = card("FF:FF:FF:FF:FF:FF");
        QVERIFY(house.inventory.see(broadcast).id.isEmpty());
        QCOMPARE(house.inventory.size(), 0);
    }

    void aMovedDeviceIsTheSame()
    {
        House house;
        const Outcome before = house.see("192.168.1.7", first);
        house.wait(3600);
        const Outcome after = house.see("192.168.1.9", first);
        QCOMPARE(after.id, before.id);
        QCOMPARE(fieldsOf(after), QStringList{QStringLiteral("address: 192.168.1.7 > 192.168.1.9")});
        QCOMPARE(house.entry(after).addresses, QStringList{QStringLiteral("192.168.1.9")});
        QCOMPARE(house.inventory.find(after.id)->addresses.size(), 2);
        QVERIFY(house.inventory.holder(at("192.168.1.7")) == nullptr);
    }

    void twoAddressesAtOnceAreBothKept()
    {
        House house;
        house.see("192.168.1.7", first);
        house.wait(5);
        house.see("2001:db8::7", first);
        const Outcome outcome = house.see("192.168.1.8", first);
        QCOMPARE(house.entry(outcome).addresses,
                 (QStringList{QStringLiteral("192.168.1.7"), QStringLiteral("192.168.1.8"),
                              QStringLiteral("2001:db8::7")}));
    }

    void aLeaseThatIsGivenToAnother()
    {
        House house;
        const Outcome former = house.see("192.168.1.7", first);
        house.wait(7200);
        const Outcome next = house.see("192.168.1.7", second);
        QVERIFY(next.isNew);
        QCOMPARE(next.touched, QStringList{former.id});
        QVERIFY(next.sharedWith.isEmpty());
        QVERIFY(house.entry(former).addresses.isEmpty());
        QVERIFY(!house.entry(next).isAddressShared);
        QCOMPARE(house.inventory.holder(at("192.168.1.7"))->entry.id, next.id);
    }

    void twoThatUseOneAddress()
    {
        House house;
        const Outcome one = house.see("192.168.1.7", first);
        house.wait(20);
        const Outcome two = house.see("192.168.1.7", second);
        house.wait(20);
        const Outcome back = house.see("192.168.1.7", first);
        QCOMPARE(back.sharedWith, two.id);
        QVERIFY(house.entry(one).isAddressShared && house.entry(two).isAddressShared);
        QVERIFY(back.isChanged);
        house.wait(20);
        QVERIFY(house.see("192.168.1.7", second).sharedWith.isEmpty());
        QVERIFY(house.inventory.unshare(house.now).isEmpty());
        house.wait(1860);
        QCOMPARE(house.inventory.unshare(house.now).size(), 2);
        QVERIFY(!house.entry(one).isAddressShared);
    }

    void foundFromAfarThenFromNear()
    {
        House house;
        const Outcome afar = house.see("192.168.1.7", nullptr);
        QCOMPARE(house.see("192.168.1.7", nullptr).id, afar.id);
        const Outcome near = house.see("192.168.1.7", first);
        QCOMPARE(near.id, afar.id);
        QVERIFY(near.isChanged && near.changes.isEmpty());
        QCOMPARE(house.see("192.168.1.7", nullptr).id, afar.id);
    }

    void aNewNetworkCard()
    {
        House house;
        Sighting sighting = house.neighbour("192.168.1.7", first);
        sighting.identities = {QStringLiteral("snmp:8000000001")};
        const Outcome before = house.inventory.see(sighting);
        house.wait(3600);
        sighting = house.neighbour("192.168.1.7", second);
        sighting.identities = {QStringLiteral("snmp:8000000001")};
        const Outcome after = house.inventory.see(sighting);
        QCOMPARE(after.id, before.id);
        QCOMPARE(
            fieldsOf(after),
            QStringList{QStringLiteral("mac: %1 > %2").arg(QLatin1String(first), QLatin1String(second))});
        QCOMPARE(house.entry(after).macAddress, QString::fromLatin1(second));
    }

    void machinesOfOneImageAreTwo()
    {
        House house;
        Sighting sighting = house.neighbour("192.168.1.7", first);
        sighting.identities = {QStringLiteral("ssh:AAAA")};
        const Outcome one = house.inventory.see(sighting);
        house.wait(5);
        sighting = house.neighbour("192.168.1.8", second);
        sighting.identities = {QStringLiteral("ssh:AAAA")};
        const Outcome two = house.inventory.see(sighting);
        QVERIFY(two.isNew);
        QVERIFY(two.id != one.id);
    }

    void aRouterTellsOfAllItsAddresses()
    {
        House house;
        const Outcome inner = house.see("192.168.1.1", first);
        const Outcome outer = house.see("10.0.0.1", nullptr);
        Sighting snmp = house.neighbour("192.168.1.1", nullptr);
        snmp.source = QStringLiteral("snmp");
        snmp.ownMacs = {card(first), card(second)};
        snmp.ownAddresses = {at("127.0.0.1"), at("192.168.1.1"), at("10.0.0.1"), at("10.0.9.1")};
        const Outcome told = house.inventory.see(snmp);
        QCOMPARE(told.id, inner.id);
        QCOMPARE(told.merged, QStringList{outer.id});
        QVERIFY(house.inventory.find(outer.id) == nullptr);
        QCOMPARE(house.entry(told).addresses,
                 (QStringList{QStringLiteral("10.0.0.1"), QStringLiteral("10.0.9.1"),
                              QStringLiteral("192.168.1.1")}));
        QCOMPARE(house.see("192.168.1.77", second).id, inner.id);
        QCOMPARE(house.see("10.0.9.1", nullptr).id, inner.id);
    }

    void anAddressOfAnotherCardIsNotTaken()
    {
        House house;
        const Outcome standby = house.see("192.168.1.254", "00:00:5E:00:01:0A");
        Sighting snmp = house.neighbour("192.168.1.1", first);
        snmp.source = QStringLiteral("snmp");
        snmp.ownAddresses = {at("192.168.1.254")};
        const Outcome told = house.inventory.see(snmp);
        QVERIFY(told.merged.isEmpty());
        QCOMPARE(house.inventory.holder(at("192.168.1.254"))->entry.id, standby.id);
    }

    void portsThatOpenAndClose()
    {
        House house;
        Sighting scan = house.neighbour("192.168.1.7", first);
        scan.source = QStringLiteral("scan");
        scan.looked = {{QStringLiteral("tcp"), 1, 1024}};
        scan.ports = {port(80, "http"), port(22, "ssh", "OpenSSH")};
        const Outcome found = house.inventory.see(scan);
        QCOMPARE(house.entry(found).openPorts, 2);
        house.wait(60);
        scan.ports = {port(22, "ssh", "OpenSSH"), port(443, "https")};
        scan.at = house.now;
        const Outcome changed = house.inventory.see(scan);
        QCOMPARE(fieldsOf(changed), (QStringList{QStringLiteral("port:  > 443/tcp https"),
                                                 QStringLiteral("port: 80/tcp http > ")}));
        QCOMPARE(house.entry(changed).openPorts, 2);
        // Where nobody looked before, an open port is no change.
        scan.looked = {{QStringLiteral("tcp"), 1000, 2000}};
        scan.ports = {port(1500, "x")};
        const Outcome further = house.inventory.see(scan);
        QVERIFY(further.isChanged && further.changes.isEmpty());
        QCOMPARE(house.inventory.find(further.id)->looked,
                 (QList<network::LookedAt>{{QStringLiteral("tcp"), 1, 2000}}));
    }

    void servicesThatChange()
    {
        House house;
        Sighting scan = house.neighbour("192.168.1.7", first);
        scan.looked = {{QStringLiteral("tcp"), 80, 80}};
        scan.ports = {port(80, "http")};
        house.inventory.see(scan);
        scan.ports = {port(80, "http", "nginx")};
        QVERIFY(house.inventory.see(scan).changes.isEmpty());
        scan.ports = {port(80, "http")};
        QVERIFY(house.inventory.see(scan).changes.isEmpty());
        scan.ports = {port(80, "http", "Apache")};
        QCOMPARE(fieldsOf(house.inventory.see(scan)),
                 QStringList{QStringLiteral("service: 80/tcp http nginx > 80/tcp http Apache")});
    }

    void names()
    {
        House house;
        Sighting sighting = house.neighbour("192.168.1.7", first);
        sighting.source = QStringLiteral("dns");
        sighting.name = QStringLiteral("pc-7.example.org.");
        const Outcome dns = house.inventory.see(sighting);
        QCOMPARE(house.entry(dns).name, QStringLiteral("pc-7.example.org"));
        sighting.source = QStringLiteral("snmp");
        sighting.name = QStringLiteral("core\u0007\x1b[2J") + QString(1'000'000, u'x');
        house.inventory.see(sighting);
        QCOMPARE(house.entry(dns).name.size(), 254);
        QVERIFY(house.entry(dns).name.startsWith(u"core[2Jx"));
        sighting.name = QStringLiteral("core-sw-01");
        QCOMPARE(house.inventory.see(sighting).changes.first().field, QStringLiteral("name"));
        network::SetDevices wish;
        wish.displayName = QStringLiteral(" The  switch ");
        QCOMPARE(fieldsOf(*house.inventory.set(dns.id, wish, house.now, QStringLiteral("dana"))),
                 QStringList{QStringLiteral("display_name:  > The switch")});
        QCOMPARE(house.entry(dns).name, QStringLiteral("The switch"));
        QCOMPARE(house.entry(dns).hostname, QStringLiteral("core-sw-01"));
        wish.displayName = QString();
        QVERIFY(house.inventory.set(dns.id, wish, house.now, QStringLiteral("dana")));
        QCOMPARE(house.entry(dns).name, QStringLiteral("core-sw-01"));
    }

    void whatPeopleSayStays()
    {
        House house;
        Sighting sighting = house.neighbour("192.168.1.7", first);
        sighting.observations = {
            {QStringLiteral("type"), QStringLiteral("printer"), QStringLiteral("scan"), house.now}};
        const Outcome seen = house.inventory.see(sighting);
        QCOMPARE(house.entry(seen).deviceType, QStringLiteral("printer"));
        QCOMPARE(house.entry(seen).vendor, QStringLiteral("Example"));
        network::SetDevices wish;
        wish.deviceType = QStringLiteral("server");
        wish.department = QStringLiteral("ops");
        wish.tags = QStringList{QStringLiteral(" rack  3 "), QString(), QStringLiteral("rack 3")};
        wish.standing = network::Standing::Approved;
        const auto set = house.inventory.set(seen.id, wish, house.now, QStringLiteral("dana"));
        QVERIFY(set && set->isChanged);
        sighting.observations.first().value = QStringLiteral("camera");
        house.inventory.see(sighting);
        QCOMPARE(house.entry(seen).deviceType, QStringLiteral("server"));
        QCOMPARE(house.entry(seen).departmentId, QStringLiteral("ops"));
        QCOMPARE(house.entry(seen).tags, QStringList{QStringLiteral("rack 3")});
        wish = {};
        wish.deviceType = QString();
        wish.department = QString();
        QVERIFY(house.inventory.set(seen.id, wish, house.now, QStringLiteral("dana")));
        QCOMPARE(house.entry(seen).deviceType, QStringLiteral("camera"));
        QCOMPARE(house.entry(seen).departmentId, QStringLiteral("design"));
        QCOMPARE(house.inventory.set(QStringLiteral("d-none"), wish, house.now, {}).error().code,
                 core::ErrorCode::NotFound);
    }

    void departmentsThatAreDrawnAnew()
    {
        House house;
        const Outcome seen = house.see("192.168.1.7", first);
        house.officeDepartment = QStringLiteral("ops");
        QCOMPARE(house.inventory.settle(), QStringList{seen.id});
        QCOMPARE(house.entry(seen).departmentId, QStringLiteral("ops"));
        QVERIFY(house.inventory.settle().isEmpty());
    }

    void twoThatAreOne()
    {
        House house;
        const Outcome one = house.see("192.168.1.7", first);
        const Outcome two = house.see("192.168.1.8", second);
        network::SetDevices wish;
        wish.notes = QStringLiteral("Under the desk");
        QVERIFY(house.inventory.set(two.id, wish, house.now, {}));
        const auto merged = house.inventory.merge(one.id, two.id, house.now, QStringLiteral("dana"));
        QVERIFY(merged);
        QCOMPARE(merged->merged, QStringList{two.id});
        QCOMPARE(house.inventory.size(), 1);
        QCOMPARE(house.entry(one).notes, QStringLiteral("Under the desk"));
        QCOMPARE(house.see("192.168.1.8", second).id, one.id);
        QVERIFY(!house.inventory.merge(one.id, one.id, house.now, {}));
        QVERIFY(house.inventory.forget(one.id));
        QVERIFY(!house.inventory.forget(one.id));
        QVERIFY(house.see("192.168.1.8", second).isNew);
    }

    void aStateIsSaidOnce()
    {
        House house;
        const Outcome seen = house.see("192.168.1.7", first);
        const Outcome down =
            house.inventory.setState(seen.id, State::Down, false, house.now, QStringLiteral("ping"));
        QCOMPARE(fieldsOf(down), QStringList{QStringLiteral("state: unknown > down")});
        QVERIFY(house.inventory.setState(seen.id, State::Down, false, house.now, {}).id.isEmpty());
        QCOMPARE(house.entry(seen).stateSince, house.now);
    }

    void isKeptOverARestart()
    {
        House house;
        Sighting sighting = house.neighbour("192.168.1.7", first);
        sighting.identities = {QStringLiteral("snmp:1")};
        sighting.ports = {port(22, "ssh")};
        sighting.system = network::SystemFacts{};
        const Outcome seen = house.inventory.see(sighting);
        const auto kept = core::fromJson<Known>(core::toJson(*house.inventory.find(seen.id)));
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message));
        House next;
        next.inventory.restore({*kept});
        QCOMPARE(next.see("192.168.1.7", first).id, seen.id);
        QCOMPARE(next.see("192.168.1.7", nullptr).id, seen.id);
        QCOMPARE(core::toJson(*next.inventory.find(seen.id)), core::toJson(*house.inventory.find(seen.id)));
    }
};

QTEST_GUILESS_MAIN(InventoryTest)
#include "inventorytest.moc"
