// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmpdecoder.h"

#include "domain/network/sources/rates.h"
#include "domain/network/sources/snmpoids.h"
#include "domain/network/sources/snmptable.h"

#include <QTest>

using namespace network::sources;
using namespace std::chrono_literals;

namespace {
SnmpValue number(const Oid &oid, quint64 value) { return {oid, SnmpValue::Type::Number, value, {}, {}}; }
SnmpValue octets(const Oid &oid, const QByteArray &value)
{
    return {oid, SnmpValue::Type::Octets, 0, value, {}};
}
SnmpValue object(const Oid &oid, const Oid &value) { return {oid, SnmpValue::Type::Object, 0, {}, value}; }

const Oid macIndex{0, 0x11, 0x32, 0xaa, 0xbb, 0xcc};
const QString mac = QStringLiteral("00:11:32:AA:BB:CC");
} // namespace

/// Tables as devices give them, and as none should.
class SnmpDecoderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oldInterfacesHaveNarrowCounters()
    {
        const Oid &entry = oids::ifEntry;
        const auto list = decodeInterfaces(
            {octets(entry + Oid{2, 3}, "FastEthernet0/3"), number(entry + Oid{5, 3}, 100'000'000),
             octets(entry + Oid{6, 3}, QByteArray::fromHex("001132aabbcc")), number(entry + Oid{7, 3}, 1),
             number(entry + Oid{8, 3}, 2), number(entry + Oid{10, 3}, 5), number(entry + Oid{16, 3}, 6)});
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().index, 3U);
        QCOMPARE(list.first().name, QStringLiteral("FastEthernet0/3"));
        QCOMPARE(list.first().speed, 100'000'000ULL);
        QCOMPARE(list.first().counterBits, 32);
        QCOMPARE(list.first().octetsIn, std::optional<quint64>(5));
        QVERIFY(!list.first().errorsIn);
        QVERIFY(list.first().isEnabled && !list.first().isUp);
    }

    void fastInterfacesHaveWideOnes()
    {
        const Oid &entry = oids::ifEntry;
        const Oid &extra = oids::ifXEntry;
        const auto list = decodeInterfaces(
            {octets(entry + Oid{2, 1}, "long name"), number(entry + Oid{5, 1}, 0xffffffff),
             number(entry + Oid{10, 1}, 1), octets(extra + Oid{1, 1}, "xe-0/0/1"),
             number(extra + Oid{6, 1}, 1ULL << 40), number(extra + Oid{10, 1}, 7),
             number(extra + Oid{15, 1}, 40'000), octets(extra + Oid{18, 1}, "uplink \x1b[31m")});
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().name, QStringLiteral("xe-0/0/1"));
        QCOMPARE(list.first().alias, QStringLiteral("uplink [31m"));
        QCOMPARE(list.first().speed, 40'000'000'000ULL);
        QCOMPARE(list.first().octetsIn, std::optional<quint64>(1ULL << 40));
        QCOMPARE(list.first().counterBits, 64);
    }

    void forwardingKnowsPortsAndVlans()
    {
        const Oid index = Oid{7} + macIndex;
        const auto list = decodeForwarding({number(oids::dot1dBasePortEntry + Oid{2, 5}, 10105),
                                            number(oids::dot1qTpFdbEntry + Oid{2} + index, 5),
                                            number(oids::dot1qTpFdbEntry + Oid{3} + index, 3),
                                            number(oids::dot1qVlanCurrentEntry + Oid{3, 0, 20}, 7),
                                            number(oids::dot1dTpFdbEntry + Oid{2} + macIndex, 5)});
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().mac.toString(), mac);
        QCOMPARE(list.first().bridgePort, 5U);
        QCOMPARE(list.first().interface, 10105U);
        QCOMPARE(list.first().vlan, 20);
        QVERIFY(!list.first().isOwn);
    }

    void plainBridgesHaveNoVlans()
    {
        const Oid own{0, 0x11, 0x32, 1, 1, 1};
        const Oid invalid{0, 0x11, 0x32, 1, 1, 2};
        const Oid group{1, 0, 0x5e, 1, 1, 2};
        const Oid &entry = oids::dot1dTpFdbEntry;
        const auto list =
            decodeForwarding({number(entry + Oid{2} + macIndex, 2), number(entry + Oid{3} + macIndex, 3),
                              number(entry + Oid{2} + own, 0), number(entry + Oid{3} + own, 4),
                              number(entry + Oid{2} + invalid, 2), number(entry + Oid{3} + invalid, 2),
                              number(entry + Oid{2} + group, 2), number(entry + Oid{3} + group, 3),
                              number(oids::dot1dBasePortEntry + Oid{2, 2}, 12)});
        QCOMPARE(list.size(), 2);
        const bool ownFirst = list.first().isOwn;
        const SnmpForwarding &learnt = list.at(ownFirst ? 1 : 0);
        QVERIFY(list.at(ownFirst ? 0 : 1).isOwn);
        QCOMPARE(learnt.mac.toString(), mac);
        QCOMPARE(learnt.interface, 12U);
        QCOMPARE(learnt.vlan, 0);
    }

    void nonsenseInTablesIsLeftOut()
    {
        const Oid &entry = oids::dot1dTpFdbEntry;
        QVERIFY(decodeForwarding({number(entry + Oid{2, 0, 1, 2, 3, 4}, 1),
                                  number(entry + Oid{2, 0, 1, 2, 3, 4, 999}, 1),
                                  number(entry + Oid{2, 0, 1, 2, 3, 4, 5, 6}, 1),
                                  octets(entry + Oid{2, 0, 1, 2, 3, 4, 5}, "7"), number(entry, 1),
                                  number(entry + Oid{2}, 1), number(Oid{}, 1)})
                    .isEmpty());
        QVERIFY(
            decodeArp({octets(oids::ipNetToMediaEntry + Oid{2, 1, 10, 0, 0}, QByteArray(6, 'x')),
                       octets(oids::ipNetToMediaEntry + Oid{2, 1, 10, 0, 0, 300}, QByteArray(6, 'x')),
                       octets(oids::ipNetToMediaEntry + Oid{2, 1, 10, 0, 0, 1}, QByteArray(7, 'x')),
                       octets(oids::ipNetToPhysicalEntry + Oid{4, 1, 1, 0xffffffff, 10, 0, 0, 1},
                              QByteArray(6, 'x')),
                       octets(oids::ipNetToPhysicalEntry + Oid{4, 1, 2, 4, 10, 0, 0}, QByteArray(6, 'x'))})
                .isEmpty());
        QVERIFY(decodeLldp({octets(oids::lldpRemEntry + Oid{5, 0, 1}, "x")}).isEmpty());
        QVERIFY(decodeInterfaces({number(oids::ifEntry + Oid{5, 1, 2}, 1)}).isEmpty());
    }

    void arpOfBothTables()
    {
        const auto list = decodeArp(
            {octets(oids::ipNetToMediaEntry + Oid{2, 3, 10, 0, 0, 9}, QByteArray::fromHex("001132aabbcc")),
             number(oids::ipNetToMediaEntry + Oid{4, 3, 10, 0, 0, 9}, 3),
             octets(oids::ipNetToMediaEntry + Oid{2, 3, 10, 0, 0, 8}, QByteArray::fromHex("001132aabbcc")),
             number(oids::ipNetToMediaEntry + Oid{4, 3, 10, 0, 0, 8}, 2),
             octets(oids::ipNetToPhysicalEntry + Oid{4, 3, 1, 4, 10, 0, 0, 9},
                    QByteArray::fromHex("001132aabbcc")),
             octets(oids::ipNetToPhysicalEntry +
                        Oid{4, 3, 2, 16, 0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9},
                    QByteArray::fromHex("001132aabbcc"))});
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0).address.toString(), QStringLiteral("10.0.0.9"));
        QCOMPARE(list.at(1).address.toString(), QStringLiteral("2001:db8::9"));
        QCOMPARE(list.at(1).mac.toString(), mac);
        QCOMPARE(list.at(1).interface, 3U);
    }

    void addressesHaveTheirNetworks()
    {
        const auto list =
            decodeAddresses({number(oids::ipAddrEntry + Oid{2, 10, 0, 0, 1}, 4),
                             octets(oids::ipAddrEntry + Oid{3, 10, 0, 0, 1}, QByteArray::fromHex("fffff000")),
                             number(oids::ipAddrEntry + Oid{2, 10, 9, 0, 1}, 4),
                             octets(oids::ipAddrEntry + Oid{3, 10, 9, 0, 1}, QByteArray::fromHex("ff00ff00")),
                             number(oids::ipAddressEntry + Oid{3, 1, 4, 10, 9, 0, 2}, 5),
                             object(oids::ipAddressEntry + Oid{5, 1, 4, 10, 9, 0, 2}, Oid{1, 3, 6, 1, 24})});
        QCOMPARE(list.size(), 3);
        QCOMPARE(list.at(0).subnet.toString(), QStringLiteral("10.0.0.0/20"));
        QVERIFY(list.at(1).subnet.isNull());
        QCOMPARE(list.at(2).subnet.toString(), QStringLiteral("10.9.0.0/24"));
        QCOMPARE(list.at(2).interface, 5U);
    }

    void lldpNamesBothEnds()
    {
        const Oid &rem = oids::lldpRemEntry;
        const Oid index{120, 7, 1};
        const QList<SnmpValue> values{
            number(oids::lldpLocal + Oid{1, 0}, 4),
            octets(oids::lldpLocal + Oid{2, 0}, QByteArray::fromHex("001132aabbcc")),
            octets(oids::lldpLocal + Oid{3, 0}, "switch-1"),
            octets(oids::lldpLocal + Oid{6, 0}, QByteArray::fromHex("2800")),
            number(oids::lldpLocPortEntry + Oid{2, 7}, 5),
            octets(oids::lldpLocPortEntry + Oid{3, 7}, "Gi0/7"),
            octets(oids::lldpLocPortEntry + Oid{4, 7}, "to the roof"),
            number(rem + Oid{4} + index, 4),
            octets(rem + Oid{5} + index, QByteArray::fromHex("b827eb000002")),
            number(rem + Oid{6} + index, 3),
            octets(rem + Oid{7} + index, QByteArray::fromHex("b827eb000003")),
            octets(rem + Oid{8} + index, "eth0"),
            octets(rem + Oid{9} + index, "roof\r\n<script>"),
            octets(rem + Oid{10} + index, "Linux"),
            octets(rem + Oid{12} + index, QByteArray::fromHex("10")),
            number(oids::lldpRemManAddrEntry + Oid{3} + index + Oid{1, 4, 10, 0, 0, 9}, 2)};
        const SnmpLldpLocal local = decodeLldpLocal(values);
        QCOMPARE(local.chassisId, mac);
        QCOMPARE(local.systemName, QStringLiteral("switch-1"));
        QCOMPARE(local.capabilities, quint16(4 | 16)); // bridge, router
        const auto list = decodeLldp(values);
        QCOMPARE(list.size(), 1);
        const SnmpNeighbour &neighbour = list.first();
        QCOMPARE(neighbour.localPort, 7U);
        QCOMPARE(neighbour.localPortId, QStringLiteral("Gi0/7"));
        QCOMPARE(neighbour.chassisId, QStringLiteral("B8:27:EB:00:00:02"));
        QCOMPARE(neighbour.portId, QStringLiteral("B8:27:EB:00:00:03"));
        QCOMPARE(neighbour.systemName, QStringLiteral("roof <script>"));
        QCOMPARE(neighbour.capabilities, quint16(8)); // access point
        QCOMPARE(neighbour.management, QList{*core::Address::parse(u"10.0.0.9")});
    }

    void lldpIdsOfOtherKinds()
    {
        const Oid &rem = oids::lldpRemEntry;
        const Oid index{0, 1, 1};
        const auto ids = [&](int subtype, const QByteArray &id) {
            return decodeLldp(
                       {number(rem + Oid{4} + index, quint64(subtype)), octets(rem + Oid{5} + index, id)})
                .first()
                .chassisId;
        };
        QCOMPARE(ids(5, QByteArray::fromHex("010a000009")), QStringLiteral("10.0.0.9"));
        QCOMPARE(ids(7, "cabinet-4"), QStringLiteral("cabinet-4"));
        QCOMPARE(ids(4, QByteArray::fromHex("0011")), QStringLiteral("00:11"));
        QCOMPARE(ids(7, QByteArray(100'000, '\1')).size(), 64 * 3 - 1);
    }

    void cdpIsANeighbourToo()
    {
        const Oid &cdp = oids::cdpCacheEntry;
        const auto list = decodeCdp({octets(cdp + Oid{4, 3, 1}, QByteArray::fromHex("0a000009")),
                                     octets(cdp + Oid{6, 3, 1}, "sw2"), octets(cdp + Oid{7, 3, 1}, "Gi0/1"),
                                     octets(cdp + Oid{8, 3, 1}, "cisco WS-C2960")});
        QCOMPARE(list.size(), 1);
        QVERIFY(list.first().isCdp);
        QCOMPARE(list.first().localPort, 3U);
        QCOMPARE(list.first().portId, QStringLiteral("Gi0/1"));
        QCOMPARE(list.first().management.size(), 1);
    }

    void theFirstChassisCounts()
    {
        const Oid &entry = oids::entPhysicalEntry;
        const SnmpEntity entity =
            decodeEntity({number(entry + Oid{5, 1}, 10), octets(entry + Oid{13, 1}, "module"),
                          number(entry + Oid{5, 2}, 3), octets(entry + Oid{13, 2}, "WS-C2960"),
                          octets(entry + Oid{11, 2}, "FOC1234"), octets(entry + Oid{12, 2}, "Cisco"),
                          number(entry + Oid{5, 3}, 3), octets(entry + Oid{13, 3}, "second")});
        QCOMPARE(entity.model, QStringLiteral("WS-C2960"));
        QCOMPARE(entity.serial, QStringLiteral("FOC1234"));
        QCOMPARE(entity.manufacturer, QStringLiteral("Cisco"));
        QVERIFY(decodeEntity({}).model.isEmpty());
    }

    void ratesNeedTwoReadings()
    {
        Rates rates;
        rates.begin(1000s, 100'000);
        QVERIFY(!rates.take(1, 500));
        rates.end();
        rates.begin(1010s, 101'000);
        QCOMPARE(rates.take(1, 1500), std::optional(100.0));
        QVERIFY(!rates.take(2, 7));
        rates.end();
        rates.begin(1030s, 103'000);
        QCOMPARE(rates.take(1, 1500), std::optional(0.0));
        rates.end(); // 2 was not read
        rates.begin(1040s, 104'000);
        QVERIFY(!rates.take(2, 9));
    }

    void countersRunOverOrBeginAnew()
    {
        Rates rates;
        rates.begin(1000s, 100'000);
        QVERIFY(!rates.take(1, 0xffffff00, 32));
        QVERIFY(!rates.take(2, 1ULL << 40));
        rates.begin(1010s, 101'000);
        QCOMPARE(rates.take(1, 0x100, 32), std::optional(51.2));
        QVERIFY(!rates.take(2, 5)); // one of 64 bits does not run over
        rates.begin(1020s, 102'000);
        QVERIFY(!rates.take(1, 0x10, 32, 1000)); // more than the interface can
        QCOMPARE(rates.take(2, 25), std::optional(2.0));
    }

    void aRestartForgetsAll()
    {
        Rates rates;
        rates.begin(1000s, 100'000);
        QVERIFY(!rates.take(1, 1000, 32));
        rates.begin(1010s, 500);
        QVERIFY(!rates.take(1, 2000, 32));
        rates.begin(1020s, 1500);
        QCOMPARE(rates.take(1, 3000, 32), std::optional(100.0));
    }

    void aLongUptimeRunsOver()
    {
        Rates rates;
        rates.begin(1000s, 0xffffffff - 100);
        QVERIFY(!rates.take(1, 1000));
        rates.begin(1010s, 900);
        QCOMPARE(rates.take(1, 2000), std::optional(100.0));
    }
};

QTEST_APPLESS_MAIN(SnmpDecoderTest)
#include "snmpdecodertest.moc"
