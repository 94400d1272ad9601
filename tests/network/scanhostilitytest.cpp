// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/network.h"
#include "network/scan/corpus.h"
#include "network/scanhouse.h"

using namespace network;
using namespace std::chrono_literals;
using core::ErrorCode;
using nettest::ScanHouse;

/// Scans that are asked for, and answered, by those who mean harm.
class ScanHostilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenToReachNmapDoesNot()
    {
        ScanHouse house;
        const QStringList targets = hostileTargets();
        for (const QString &target : targets) {
            if (target.trimmed().isEmpty())
                continue; // which is everything that is ticked
            const auto reply = house.start(target, ScanType::Ports);
            QVERIFY2(!reply, qPrintable(target.left(80)));
            QVERIFY(reply.error().code == ErrorCode::Invalid || reply.error().code == ErrorCode::Forbidden);
            QVERIFY(!reply.error().message.isEmpty());
        }
        const QStringList ports = hostilePorts();
        for (const QString &list : ports) {
            ScanOptions options;
            options.ports = list;
            if (list.trimmed().isEmpty())
                continue;
            const auto reply = house.start(u"10.0.0.1"_qs, ScanType::Ports, options);
            QVERIFY2(!reply, qPrintable(list.left(80)));
            QCOMPARE(reply.error().code, ErrorCode::Invalid);
        }
        QVERIFY(!house.scans->isActive());
        QVERIFY(house.all().isEmpty());
        QVERIFY(house.calls().isEmpty());
    }

    void brokenOutputIsAFailureThatIsTold_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("hosts");
        const auto row = [](const char *name, const char *body, int hosts) {
            QTest::newRow(name) << QByteArray(body) << hosts;
        };
        row("cut", "head; host 1; printf '<host><status st'", 1);
        row("cut in a letter", "head; host 1; printf '<host a=\"\\303'", 1);
        row("not XML", "echo 'Starting Nmap'; exec sleep 1000", 0);
        row("another document", "echo '<html><body>502</body></html>'", 0);
        row("bytes", "head; host 1; seq 20000 | tr '0-9' '\\200-\\211'; exec sleep 1000", 1);
        row("an attribute of 1 MB",
            "head; host 1; printf '<host a=\"'; /usr/bin/head -c 1000000 /dev/zero | tr '\\0' a; echo "
            "'\"/>'; "
            "exec sleep 1000",
            1);
        row("100000 attributes",
            "head; host 1; printf '<host'; seq 100000 | sed 's/.*/ a&=\"1\"/'; echo '/>'; exec sleep 1000",
            1);
        row("100000 deep", "head; host 1; seq 100000 | sed 's/.*/<host>/'; exec sleep 1000", 1);
        row("a bomb",
            "echo '<!DOCTYPE a [<!ENTITY b \"aaaaaaaa\"><!ENTITY c \"&b;&b;&b;\">]>'; head; exec sleep 1000",
            0);
        row("a complaint of 1 MB",
            "head; host 1; /usr/bin/head -c 1000000 /dev/zero | tr '\\0' 'x' >&2; exit 2", 1);
    }

    void brokenOutputIsAFailureThatIsTold()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, hosts);
        ScanHouse house(body);
        const QString id = house.begin(u"10.0.0.1"_qs);
        QVERIFY(house.ends(id));
        const auto told = house.publisher.facts<ScanCompleted>();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().status, ScanState::Failed);
        QVERIFY(!told.first().message.isEmpty());
        QCOMPARE(house.publisher.refused, QStringList());
        house.fall();
        QCOMPARE(house.all().size(), 1);
        QCOMPARE(house.all().first().status, ScanState::Failed);
        QCOMPARE(house.get(id).devices.size(), hosts);
        QCOMPARE(house.devices->inventory().size(), hosts);
    }

    void hostileBannersAreTextAndKept()
    {
        ScanHouse house(
            "long=\"&lt;script&gt;alert(1)&lt;/script&gt;$(/usr/bin/head -c 900 /dev/zero | tr '\\0' x)\"\n"
            "evil=\"&#x202e;\\x1b[31m $long\"\n"
            "head; looked 1-1000; begin 7\n"
            "echo \"<port protocol='$long' portid='22'><state state='open' reason='$long'/>"
            "<service name='$long' product='$evil' version='$evil' extrainfo='$evil' hostname='$evil' "
            "ostype='$evil' devicetype='$evil' method='probed' conf='10'/></port>\"\n"
            "echo \"<port protocol='tcp' portid='80'><state state='open' reason='x'/>"
            "<service name='$long' product='$evil' version='$evil' method='probed' conf='10'/></port>\"\n"
            "echo \"</ports><hostnames><hostname name='$evil' type='PTR'/></hostnames>"
            "<os><osmatch name='$evil' accuracy='100' line='1'><osclass type='$evil' vendor='$evil' "
            "osfamily='$evil' osgen='$evil' accuracy='100'/></osmatch></os></host>\"; tail");
        const QString id = house.begin(u"10.0.0.7"_qs, ScanType::Full);
        QVERIFY(house.ends(id));
        QCOMPARE(house.all().first().status, ScanState::Completed);
        QCOMPARE(house.publisher.refused, QStringList());
        const ScannedDevice found = house.get(id).devices.first();
        QVERIFY(!found.openPorts.isEmpty());
        QStringList words = found.openPorts + QStringList{found.os, found.displayName};
        for (const KnownPort &port : house.known(found.deviceId).ports)
            words << port.service << port.product << port.version;
        for (const QString &text : std::as_const(words)) {
            QVERIFY(std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.isPrint(); }));
        }
        QVERIFY(words.join(u' ').contains(u"<script>")); // as text it may be read
        house.fall();
        QCOMPARE(house.get(id).devices.size(), 1);
        QCOMPARE(house.get(id).devices.first().openPorts, found.openPorts);
        QCOMPARE(house.known(found.deviceId).entry.addresses, QStringList{u"10.0.0.7"_qs});
        QCOMPARE(house.known(found.deviceId).ports.size(), found.openPorts.size());
    }

    void oneThatOpensAllItsPortsIsKept()
    {
        ScanHouse house("head; looked 1-1000; open 7 22; tail");
        QVERIFY(house.ends(house.begin(u"10.0.0.7"_qs, ScanType::Ports)));
        house.bench.clock.advance(1s);
        house.install("head; looked 1-1000; open 7 $(seq 1000); tail");
        const QString id = house.begin(u"10.0.0.7"_qs, ScanType::Ports);
        QVERIFY(house.ends(id));
        QCOMPARE(house.all().first().openPorts, 1000);
        QCOMPARE(house.publisher.refused, QStringList());
        QVERIFY(!house.publisher.facts<DeviceConfigured>().isEmpty());
        const QString device = house.get(id).devices.first().deviceId;
        house.fall();
        QCOMPARE(house.known(device).entry.openPorts, 1000);
        QCOMPARE(house.get(id).devices.first().openPorts.size(), 1000);
    }

    void anAddressThatAnswersAsTwoIsToldOf()
    {
        ScanHouse house("as() { echo \"<host><status state='up' reason='x'/><address addr='10.0.0.5' "
                        "addrtype='ipv4'/><address addr='48:8F:5A:00:00:0$1' addrtype='mac'/></host>\"; }\n"
                        "head; as 1; as 2; as 1; as 2; tail");
        const QString id = house.begin(u"10.0.0.5"_qs);
        QVERIFY(house.ends(id));
        QCOMPARE(house.devices->inventory().size(), 2);
        const auto failures = house.publisher.facts<DeviceFailed>();
        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures.first().code, u"address_shared"_qs);
        QVERIFY(failures.first().message.contains(u"10.0.0.5"));
        house.fall();
        QCOMPARE(house.devices->inventory().size(), 2);
    }
};

QTEST_GUILESS_MAIN(ScanHostilityTest)
#include "scanhostilitytest.moc"
