// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicefilter.h"

#include <QTest>

/// What people type to find devices.
class DeviceFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lets_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *typed, bool passes) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << passes;
        };
        row("", true);
        row("printer", true);
        row("PRINTER example", true);
        row("printer absent", false);
        row("\"room 12\"", true);
        row("\"12 room\"", false);
        row("48:8f:5a", true);
        row("fe80::7", true);
        row("name:print", true);
        row("name:absent,printer", true);
        row("!name:print", false);
        row("-name:absent", true);
        row("state:up", true);
        row("state:down,away", false);
        row("!state:down", true);
        row("type:printer", true);
        row("type:Access_Point,switch", false);
        row("ip:192.168.1.0/24", true);
        row("ip:192.168.1.40", true);
        row("ip:10.0.0.0/8", false);
        row("ip:fe80::/10", true);
        row("dept:Sales", true);
        row("dept:d-1", true);
        row("dept:Design", false);
        row("tag:lab", true);
        row("owner:dana vendor:example", true);
        row("is:new", true);
        row("is:approved", false);
        row("is:approved,shared", false);
        row("ports>2", true);
        row("ports>3", false);
        row("ports>=3", true);
        row("ports:3", true);
        row("ports<3", false);
        row("latency<1", true);
        row("seen:15m", true);
        row("seen:5m", false);
        row("seen>1h", false);
        row("since:2d", true);
        row("since>2d", false);
        row("net:192.168", true);
    }
    void lets()
    {
        QFETCH(QString, typed);
        const auto reading = devices::DeviceFilter::read(typed);
        QVERIFY2(!reading.flaw, reading.flaw ? qPrintable(reading.flaw->why) : "");
        QTEST(pass(reading.filter), "passes");
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("at");
        const auto row = [](const char *typed, int at) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << at;
        };
        row("printer !", 8);
        row("colour:red", 0);
        row("x state:broken", 2);
        row("is:odd", 0);
        row("ip:300.1.2.3", 0);
        row("ip:printer", 0);
        row("a \"open end", 2);
        row("state:", 6);
        row("state>up", 0);
        row("seen:soon", 8);
        row("ports>many", 9);
        row("\"\"", 0);
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, typed);
        const auto reading = devices::DeviceFilter::read(typed);
        QVERIFY(reading.flaw);
        QTEST(int(reading.flaw->at), "at");
        QVERIFY(reading.flaw->why.endsWith(u'.'));
        QVERIFY(reading.flaw->length > 0);
    }

    void whatHasNoValuePassesNoNumber()
    {
        network::Entry device = printer();
        device.latency.reset();
        device.lastSeen.reset();
        for (const char *typed : {"latency<1", "latency>=0", "seen:7d", "seen>1s"})
            QVERIFY2(!pass(devices::DeviceFilter::read(QLatin1String(typed)).filter, device), typed);
        QVERIFY(pass(devices::DeviceFilter::read(QStringLiteral("!seen:7d")).filter, device));
    }

    void anythingTypedIsReadOrExplained()
    {
        const QString letters = QStringLiteral("ab:=<>!-\",. 19/\\\u202e\u0000é");
        quint32 state = 7;
        for (int round = 0; round < 20'000; ++round) {
            QString typed;
            for (int i = 0; i < 12; ++i) {
                state = state * 1664525U + 1013904223U;
                typed += letters[int(state >> 16U) % letters.size()];
            }
            const auto reading = devices::DeviceFilter::read(typed);
            if (reading.flaw)
                QVERIFY(reading.flaw->at >= 0 && reading.flaw->at <= typed.size());
            else
                (void)pass(reading.filter);
        }
    }

private:
    const QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-11-20T14:00:00Z"), Qt::ISODate);
    const QHash<QString, QString> m_departments{{QStringLiteral("d-1"), QStringLiteral("Sales")}};

    [[nodiscard]] network::Entry printer() const
    {
        network::Entry device;
        device.id = QStringLiteral("d1");
        device.name = QStringLiteral("Printer-4");
        device.hostname = QStringLiteral("printer-4.example.org");
        device.deviceType = QStringLiteral("printer");
        device.state = network::State::Up;
        device.stateSince = m_now.addDays(-1);
        device.addresses = {QStringLiteral("192.168.1.40"), QStringLiteral("fe80::7")};
        device.macAddress = QStringLiteral("48:8F:5A:10:22:9C");
        device.vendor = QStringLiteral("Example Corp.");
        device.subnet = QStringLiteral("192.168.1.0/24");
        device.departmentId = QStringLiteral("d-1");
        device.owner = QStringLiteral("Dana");
        device.tags = {QStringLiteral("lab"), QStringLiteral("floor 2")};
        device.notes = QStringLiteral("Stands in room 12");
        device.lastSeen = m_now.addSecs(-600);
        device.openPorts = 3;
        device.latency = 0.4;
        return device;
    }
    [[nodiscard]] bool pass(const devices::DeviceFilter &filter) const { return pass(filter, printer()); }
    [[nodiscard]] bool pass(const devices::DeviceFilter &filter, const network::Entry &device) const
    {
        return filter.passes({device, devices::searchText(device), m_departments, m_now});
    }
};

QTEST_GUILESS_MAIN(DeviceFilterTest)
#include "devicefiltertest.moc"
