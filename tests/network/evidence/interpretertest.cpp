// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/interpreter.h"

#include "domain/network/evidence/judgement.h"

#include <QTest>

#include <cmath>
#include <random>

using network::DeviceClues;
using network::DeviceType;
using network::Evidence;
using network::Judgement;
using network::Reading;

/// Things as they are met on a network are taken for what they are.
class InterpreterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSaysNothing() { QVERIFY(m_interpreter.read({}).evidence.isEmpty()); }

    void aPrinter()
    {
        DeviceClues clues;
        clues.mdns = {{QStringLiteral("_ipp._tcp"), {}}, {QStringLiteral("_pdl-datastream._tcp.local"), {}}};
        clues.openPorts = {{80, false}, {515, false}, {631, false}, {9100, false}};
        clues.hostNames = {QStringLiteral("NPI1A2B3C.office.example")};
        clues.sysObjectId = QStringLiteral("1.3.6.1.4.1.11.2.3.9.1");
        const Reading reading = m_interpreter.read(clues);
        const Judgement judgement = network::judge(reading.evidence);
        QCOMPARE(judgement.type, DeviceType::Printer);
        QVERIFY2(judgement.confidence > 0.95, qPrintable(QString::number(judgement.confidence)));
        QCOMPARE(reading.vendor.shortName, QStringLiteral("Hewlett Packard"));
        // Four sources, however many ports and services they name.
        int counted = 0;
        for (const Evidence &piece : judgement.evidence)
            counted += piece.counts ? 1 : 0;
        QCOMPARE(counted, 4);
        QCOMPARE(judgement.evidence.first().source, QStringLiteral("snmp.sys_object_id"));
    }

    void aDebianServer()
    {
        DeviceClues clues;
        clues.banners = {{"ssh.banner", "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n", 22}};
        clues.openPorts = {{22, false}, {25, false}, {5432, false}};
        clues.osClasses = {{QStringLiteral("general purpose"), QStringLiteral("Linux"),
                            QStringLiteral("Linux"), QStringLiteral("5.X"), 96}};
        clues.hostNames = {QStringLiteral("db01.example")};
        const Judgement judgement = network::judge(m_interpreter.read(clues).evidence);
        QCOMPARE(judgement.type, DeviceType::Server);
        QCOMPARE(judgement.osFamily, QStringLiteral("Linux"));
        QCOMPARE(judgement.os, QStringLiteral("Debian Linux 12.0"));
        QVERIFY(judgement.osConfidence > 0.9);
    }

    void aMikrotikRouter()
    {
        DeviceClues clues;
        clues.mac = *core::MacAddress::parse(u"48:8F:5A:10:22:9C");
        clues.isGateway = true;
        clues.sysDescr = "RouterOS RB750Gr3";
        clues.sysObjectId = QStringLiteral(".1.3.6.1.4.1.14988.1");
        clues.openPorts = {{8291, false}};
        const Reading reading = m_interpreter.read(clues);
        const Judgement judgement = network::judge(reading.evidence);
        QCOMPARE(judgement.type, DeviceType::Router);
        QVERIFY(judgement.confidence > 0.95);
        QCOMPARE(reading.vendor.shortName, QStringLiteral("MikroTik"));
    }

    void aWindowsDesktop()
    {
        DeviceClues clues;
        clues.hostNames = {QStringLiteral("DESKTOP-4F2A9C")};
        clues.openPorts = {{135, false}, {139, false}, {445, false}, {3389, false}};
        clues.dhcpVendorClass = "MSFT 5.0";
        clues.services = {{QStringLiteral("microsoft-ds"),
                           QStringLiteral("Microsoft Windows 10"),
                           {},
                           {},
                           QStringLiteral("Windows"),
                           {QStringLiteral("cpe:/o:microsoft:windows_10")},
                           445}};
        const Judgement judgement = network::judge(m_interpreter.read(clues).evidence);
        QCOMPARE(judgement.type, DeviceType::Workstation);
        QCOMPARE(judgement.osFamily, QStringLiteral("Windows"));
        QCOMPARE(judgement.os, QStringLiteral("Windows 10"));
    }

    void aPhoneWithAMadeUpAddress()
    {
        DeviceClues clues;
        clues.mac = *core::MacAddress::parse(u"DA:A1:19:01:02:03");
        const Judgement weak = network::judge(m_interpreter.read(clues).evidence);
        QCOMPARE(weak.type, DeviceType::Unknown);
        QCOMPARE(weak.evidence.size(), 2);
        clues.hostNames = {QStringLiteral("Annas-iPhone")};
        clues.openPorts = {{62078, false}};
        const Judgement judgement = network::judge(m_interpreter.read(clues).evidence);
        QCOMPARE(judgement.type, DeviceType::Phone);
    }

    void aVirtualMachine()
    {
        DeviceClues clues;
        clues.mac = *core::MacAddress::parse(u"52:54:00:01:02:03");
        QCOMPARE(network::judge(m_interpreter.read(clues).evidence).type, DeviceType::Vm);
        clues.mac = *core::MacAddress::parse(u"02:42:AC:11:00:02");
        QCOMPARE(network::judge(m_interpreter.read(clues).evidence).type, DeviceType::Container);
    }

    void types_data()
    {
        QTest::addColumn<DeviceClues>("clues");
        QTest::addColumn<DeviceType>("type");
        const auto row = [](const char *name, DeviceType type, auto &&fill) {
            DeviceClues clues;
            fill(clues);
            QTest::newRow(name) << clues << type;
        };
        row("chromecast", DeviceType::Media, [](DeviceClues &c) {
            c.mdns = {{QStringLiteral("_googlecast._tcp"), {}}};
        });
        row("homekit plug", DeviceType::Iot, [](DeviceClues &c) {
            c.mdns = {{QStringLiteral("_hap._tcp"), {}}};
        });
        row("time machine", DeviceType::Nas, [](DeviceClues &c) {
            c.mdns = {{QStringLiteral("_adisk._tcp"), {}}};
        });
        row("upnp gateway", DeviceType::Router, [](DeviceClues &c) {
            c.upnpTypes = {QStringLiteral("urn:schemas-upnp-org:device:InternetGatewayDevice:1")};
        });
        row("camera ports", DeviceType::Camera, [](DeviceClues &c) {
            c.openPorts = {{554, false}, {80, false}};
        });
        row("proxmox", DeviceType::Hypervisor, [](DeviceClues &c) { c.openPorts = {{8006, false}}; });
        row("sip phone", DeviceType::Voip, [](DeviceClues &c) { c.openPorts = {{5060, true}}; });
        row("synology", DeviceType::Nas,
            [](DeviceClues &c) { c.sysObjectId = QStringLiteral("1.3.6.1.4.1.6574.1"); });
        row("apc pdu", DeviceType::Pdu,
            [](DeviceClues &c) { c.sysObjectId = QStringLiteral("1.3.6.1.4.1.318.1.3.4.5"); });
        row("apc ups", DeviceType::Ups,
            [](DeviceClues &c) { c.sysObjectId = QStringLiteral("1.3.6.1.4.1.318.1.3.27"); });
        row("cyberpower pdu", DeviceType::Pdu,
            [](DeviceClues &c) { c.sysObjectId = QStringLiteral("1.3.6.1.4.1.3808.1.1.3"); });
        row("procurve", DeviceType::Switch,
            [](DeviceClues &c) { c.sysObjectId = QStringLiteral("1.3.6.1.4.1.11.2.3.7.11.17"); });
        row("access point by name and scan", DeviceType::AccessPoint, [](DeviceClues &c) {
            c.hostNames = {QStringLiteral("ap-2nd-floor")};
            c.osClasses = {
                {QStringLiteral("WAP"), QStringLiteral("Ubiquiti"), QStringLiteral("embedded"), {}, 90}};
        });
        row("esxi by scan", DeviceType::Hypervisor, [](DeviceClues &c) {
            c.osClasses = {{QStringLiteral("specialized"), QStringLiteral("VMware"), QStringLiteral("ESXi"),
                            QStringLiteral("6.X"), 100}};
        });
        row("fortigate", DeviceType::Firewall,
            [](DeviceClues &c) { c.sysObjectId = QStringLiteral("1.3.6.1.4.1.12356.101.1.1000"); });
        row("macbook", DeviceType::Laptop, [](DeviceClues &c) {
            c.mdns = {{QStringLiteral("_device-info._tcp"), {"model=MacBookPro14,1", "osxvers=21"}}};
        });
    }

    void types()
    {
        QFETCH(DeviceClues, clues);
        QFETCH(DeviceType, type);
        const Judgement judgement = network::judge(m_interpreter.read(clues).evidence);
        QCOMPARE(network::wordOf(judgement.type), network::wordOf(type));
        QVERIFY(judgement.confidence > 0.05);
    }

    void systems_data()
    {
        QTest::addColumn<QString>("objectId");
        QTest::addColumn<QString>("family");
        QTest::newRow("net-snmp on linux")
            << QStringLiteral("1.3.6.1.4.1.8072.3.2.10") << QStringLiteral("Linux");
        QTest::newRow("iso.") << QStringLiteral("iso.3.6.1.4.1.8072.3.2.8") << QStringLiteral("FreeBSD");
        QTest::newRow("windows") << QStringLiteral("1.3.6.1.4.1.311.1.1.3.1.2") << QStringLiteral("Windows");
        QTest::newRow("nobody's") << QStringLiteral("1.3.6.1.4.1.4294967295.1") << QString();
        QTest::newRow("no object") << QStringLiteral("0.0") << QString();
        QTest::newRow("31, not 311") << QStringLiteral("1.3.6.1.4.1.31.1.1.3.1.2") << QString();
    }

    void systems()
    {
        QFETCH(QString, objectId);
        QFETCH(QString, family);
        DeviceClues clues;
        clues.sysObjectId = objectId;
        QCOMPARE(network::judge(m_interpreter.read(clues).evidence).osFamily, family);
    }

    void theSameBannerSeenTwiceIsOneReason()
    {
        DeviceClues once;
        once.banners = {{"http_header.server",
                         "HP HTTP Server; HP Officejet 6500 E709n - CB057A; Serial Number: abc123; Rainbow",
                         80}};
        const Judgement one = network::judge(m_interpreter.read(once).evidence);
        QCOMPARE(one.type, DeviceType::Printer);
        DeviceClues twice = once;
        twice.banners.append(once.banners.first());
        twice.banners.last().port = 443;
        twice.services = {{QStringLiteral("https"),
                           QStringLiteral("HP LaserJet http config"),
                           {},
                           QStringLiteral("printer"),
                           {},
                           {},
                           443}};
        const Judgement two = network::judge(m_interpreter.read(twice).evidence);
        QCOMPARE(two.type, DeviceType::Printer);
        QVERIFY(two.evidence.size() > one.evidence.size());
        // nmap's word weighs a little more than the name of a server, but they are not added up.
        DeviceClues scanned;
        scanned.services = twice.services;
        QCOMPARE(two.confidence, network::judge(m_interpreter.read(scanned).evidence).confidence);
    }

    void hostileTextIsBoundedAndCleaned()
    {
        DeviceClues clues;
        const QByteArray megabyte(1'000'000, '<');
        const QString wide = QString(1'000'000, QChar(0xd800));
        for (int i = 0; i < 5000; ++i) {
            clues.hostNames << QStringLiteral("printer\u202e\x1b[31m%1").arg(i);
            clues.upnpTypes << QStringLiteral("urn:x:device:Printer:1<script>");
            clues.banners.append({"ssh.banner", "SSH-\xff\xfe\x01-" + QByteArray::number(i), 22});
        }
        clues.banners.prepend({"html_title", megabyte, 80});
        clues.banners.prepend({"no such kind", megabyte, 80});
        clues.sysDescr = megabyte;
        clues.sysObjectId = wide;
        clues.dhcpVendorClass = megabyte;
        clues.services = {{wide, wide, wide, wide, wide, {wide, wide}, 1}};
        clues.osClasses = {{wide, wide, wide, wide, 100000}};
        clues.mdns = {{wide, {megabyte}}, {QStringLiteral("_device-info._tcp"), {megabyte, QByteArray()}}};
        const Reading reading = m_interpreter.read(clues);
        QVERIFY(!reading.evidence.isEmpty());
        QVERIFY(reading.evidence.size() <= 400);
        for (const Evidence &piece : reading.evidence) {
            for (const QString &text : {piece.value, piece.os, piece.osFamily, piece.source}) {
                QVERIFY(text.size() <= 200);
                for (const QChar c : text)
                    QVERIFY(c.isPrint() && !c.isSurrogate());
            }
            QVERIFY(std::isfinite(piece.weight) && piece.weight <= 4.0);
        }
        QVERIFY(network::judge(reading.evidence).confidence <= 1.0);
    }

    void noiseIsHarmless()
    {
        std::mt19937 random(17);
        const QList<QByteArray> kinds = m_fingerprints.keys();
        // Pieces of what real texts are made of, so that patterns are entered and not only refused.
        const QByteArrayList pieces{
            "SSH-2.0-", "OpenSSH_",     "Linux ",    "HP ",  "220 ", "\x01\x02",     "\xc3\x28",
            "9.2",      "{os.version}", "Cisco IOS", "\r\n", "(",    "\xed\xa0\x80", "="};
        for (int round = 0; round < 1500; ++round) {
            DeviceClues clues;
            QByteArray text;
            for (uint i = random() % 12; i > 0; --i)
                text += random() % 4 == 0 ? QByteArray(int(random() % 40), char(random() % 256))
                                          : pieces.at(qsizetype(random()) % pieces.size());
            clues.banners = {{kinds.at(qsizetype(random()) % kinds.size()), text, quint16(random())}};
            clues.sysDescr = text;
            clues.sysObjectId = QString::fromLatin1(text);
            clues.hostNames = {QString::fromUtf8(text)};
            clues.mac = core::MacAddress((quint64(random()) << 20) ^ random());
            const Reading reading = m_interpreter.read(clues);
            const Judgement judgement = network::judge(reading.evidence);
            QVERIFY(judgement.confidence >= 0 && judgement.confidence < 1);
            QVERIFY(reading.model.size() <= 80 && reading.vendor.name.size() <= 120);
        }
    }

private:
    network::Fingerprints m_fingerprints;
    network::Vendors m_vendors{QStringLiteral("/nowhere")};
    network::Interpreter m_interpreter{m_fingerprints, m_vendors};
};

QTEST_GUILESS_MAIN(InterpreterTest)
#include "interpretertest.moc"
