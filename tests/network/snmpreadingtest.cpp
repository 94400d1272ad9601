// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/snmpreading.h"

#include "catalog/measures.h"

#include <QTest>

using namespace network;

/// What is recorded of what a device tells of its interfaces.
class SnmpReadingTest : public QObject
{
    Q_OBJECT

private:
    static Interface port(const QString &name)
    {
        Interface out;
        out.name = name;
        out.receiveRate = 8000;
        out.sendRate = 16000;
        out.errorRate = 0.5;
        return out;
    }

private Q_SLOTS:
    void interfacesAreRecordedInBytes()
    {
        Interface fresh = port(QStringLiteral("port2"));
        fresh.receiveRate = fresh.sendRate = fresh.errorRate = std::nullopt; // read for the first time
        const QDateTime at = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        const core::SampleFrame frame =
            frameOf({port(QStringLiteral("port1")), fresh}, QStringLiteral("dev-1"), at);
        QCOMPARE(frame.source, QStringLiteral("dev-1"));
        QCOMPARE(frame.at, at);
        const QMap<QString, double> expected{{QStringLiteral("interface.port1.rx"), 1000},
                                             {QStringLiteral("interface.port1.tx"), 2000},
                                             {QStringLiteral("interface.port1.errors"), 0.5}};
        QCOMPARE(frame.values, expected);
        for (auto value = frame.values.begin(); value != frame.values.end(); ++value)
            QVERIFY2(metrics::measureOf(value.key()), qPrintable(value.key()));
    }

    void aHostileDeviceFillsNothing()
    {
        QList<Interface> many{port(QString()), port(QString(1000, u'x'))};
        for (int i = 0; i < 1000; ++i)
            many << port(QStringLiteral("port%1").arg(i));
        const core::SampleFrame frame =
            frameOf(many, QStringLiteral("dev-1"), QDateTime::currentDateTimeUtc());
        QCOMPARE(frame.values.size(), 3 * mostRecorded);
        for (auto value = frame.values.begin(); value != frame.values.end(); ++value)
            QVERIFY(value.key().size() < 100);
    }
};

QTEST_APPLESS_MAIN(SnmpReadingTest)
#include "snmpreadingtest.moc"
