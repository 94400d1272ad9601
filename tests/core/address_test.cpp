// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/macaddress.h"
#include "core/subnet.h"

#include <QTest>

#include <limits>

using core::Address;
using core::MacAddress;
using core::Subnet;

/// Addresses and networks are read as they are written, and written in one way.
class AddressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("form");
        QTest::newRow("v4") << "192.0.2.1"
                            << "192.0.2.1";
        QTest::newRow("v6") << "2001:DB8:0:0::1"
                            << "2001:db8::1";
        QTest::newRow("mapped") << "::ffff:192.0.2.1"
                                << "192.0.2.1";
        QTest::newRow("any") << "0.0.0.0"
                             << "0.0.0.0";
        QTest::newRow("shortened") << "192.0.2"
                                   << "";
        QTest::newRow("octal") << "010.0.0.1"
                               << "";
        QTest::newRow("one number") << "2130706433"
                                    << "";
        QTest::newRow("hexadecimal") << "0x7f.0.0.1"
                                     << "";
        QTest::newRow("zone") << "fe80::1%eth0"
                              << "";
        QTest::newRow("blank") << " 192.0.2.1"
                               << "";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("null") << QStringLiteral("192.0.2.1") + QChar(0) + QStringLiteral("x") << "";
        QTest::newRow("option") << "-oN/tmp/x"
                                << "";
        QTest::newRow("long") << QString(1'000'000, u'1') << "";
    }
    void oneForm()
    {
        QFETCH(QString, text);
        QFETCH(QString, form);
        const auto address = Address::parse(text);
        QCOMPARE(address ? address->toString() : QString(), form);
    }

    void kinds()
    {
        const auto at = [](const char *text) { return *Address::parse(QString::fromLatin1(text)); };
        QVERIFY(at("127.3.0.1").isLoopback() && at("::1").isLoopback() && !at("::2").isLoopback());
        QVERIFY(at("169.254.1.1").isLinkLocal() && at("fe80::1").isLinkLocal());
        QVERIFY(at("224.0.0.251").isMulticast() && at("ff02::fb").isMulticast());
        QVERIFY(!at("240.0.0.1").isMulticast());
        for (const char *text : {"10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.9.9", "fd00::1"})
            QVERIFY2(at(text).isPrivate(), text);
        for (const char *text : {"11.0.0.1", "172.32.0.1", "192.169.0.1", "8.8.8.8", "2001:db8::1"})
            QVERIFY2(!at(text).isPrivate(), text);
        QVERIFY(Address().isNull() && Address().toString().isEmpty());
    }

    void next()
    {
        const auto at = [](const char *text) { return *Address::parse(QString::fromLatin1(text)); };
        QCOMPARE(at("10.0.0.255").next()->toString(), QStringLiteral("10.0.1.0"));
        QCOMPARE(at("10.0.0.0").next(65536)->toString(), QStringLiteral("10.1.0.0"));
        QCOMPARE(at("2001:db8::ffff").next()->toString(), QStringLiteral("2001:db8::1:0"));
        QVERIFY(!at("255.255.255.255").next());
        QVERIFY(!at("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").next());
    }

    void subnets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("last");
        QTest::addColumn<quint64>("size");
        QTest::newRow("host bits") << "192.168.1.77/24"
                                   << "192.168.1.0/24"
                                   << "192.168.1.255" << quint64(256);
        QTest::newRow("odd") << "10.0.0.9/29"
                             << "10.0.0.8/29"
                             << "10.0.0.15" << quint64(8);
        QTest::newRow("alone") << "10.0.0.9"
                               << "10.0.0.9/32"
                               << "10.0.0.9" << quint64(1);
        QTest::newRow("all") << "1.2.3.4/0"
                             << "0.0.0.0/0"
                             << "255.255.255.255" << (quint64(1) << 32U);
        QTest::newRow("v6") << "2001:db8::5/126"
                            << "2001:db8::4/126"
                            << "2001:db8::7" << quint64(4);
        QTest::newRow("v6 net") << "fd00::/8"
                                << "fd00::/8"
                                << "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
                                << std::numeric_limits<quint64>::max();
        QTest::newRow("null inside") << QString(QStringLiteral("10.0.0.0") + QChar(0) + QStringLiteral("/24"))
                                     << ""
                                     << "" << quint64(0);
        for (const char *bad : {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8",
                                "::/129", "/24", "10.0.0.0/0x8", "a/8", "192.0.2.0/0024", "192.0.2/24",
                                "192.0.2.0 /24", "fe80::1%eth0/64", "192.0.2.0/255.255.255.0"})
            QTest::newRow(bad) << bad << ""
                               << "" << quint64(0);
    }
    void subnets()
    {
        QFETCH(QString, text);
        const Subnet subnet = Subnet::parse(text).value_or(Subnet());
        QTEST(subnet.toString(), "form");
        QTEST(subnet.last().toString(), "last");
        QTEST(subnet.size(), "size");
    }

    void contains()
    {
        const Subnet office = *Subnet::parse(u"192.168.4.0/22");
        QVERIFY(office.contains(*Address::parse(u"192.168.7.255")));
        QVERIFY(!office.contains(*Address::parse(u"192.168.8.0")));
        QVERIFY(!office.contains(*Address::parse(u"::1")));
        QVERIFY(office.contains(*Subnet::parse(u"192.168.5.0/24")));
        QVERIFY(!office.contains(*Subnet::parse(u"192.168.0.0/16")));
        QVERIFY(Subnet::parse(u"0.0.0.0/0")->contains(office));
        QVERIFY(!Subnet().contains(Address()));
    }

    void hardware_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("form");
        for (const char *text : {"48:8f:5A:10:22:9c", "48-8F-5A-10-22-9C", "488f.5a10.229c", "488f5a10229c"})
            QTest::newRow(text) << text << "48:8F:5A:10:22:9C";
        QTest::newRow("small") << "00:00:00:00:00:0a"
                               << "00:00:00:00:00:0A";
        for (const char *bad :
             {"", "48:8f:5a:10:22", "48:8f:5a:10:22:9g", "48:8f-5a:10:22:9c", "488f.5a10-229c",
              "48:8f:5a:10:22:9c:00", "4:88:f5:a1:02:29c", ":48:8f5a:10:22:9c"})
            QTest::newRow(bad) << bad << "";
    }
    void hardware()
    {
        QFETCH(QString, text);
        QTEST(MacAddress::parse(text).value_or(MacAddress()).toString(), "form");
    }

    void hardwareKinds()
    {
        QVERIFY(MacAddress::parse(u"DA:A1:19:00:00:01")->isLocallyAdministered());
        QVERIFY(!MacAddress::parse(u"48:8F:5A:10:22:9C")->isLocallyAdministered());
        QVERIFY(MacAddress::parse(u"01:00:5E:00:00:FB")->isMulticast());
        QVERIFY(MacAddress::parse(u"00:00:00:00:00:00")->isNull());
    }
};

QTEST_GUILESS_MAIN(AddressTest)
#include "address_test.moc"
