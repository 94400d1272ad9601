// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instances.h"

#include <QTest>

/// What is meant by an instance as Prometheus and its exporters write one.
class InstancesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data()
    {
        QTest::addColumn<QString>("instance");
        QTest::addColumn<QString>("host");
        QTest::newRow("name and port") << u"Core-SW-01:9100"_qs << u"core-sw-01"_qs;
        QTest::newRow("name alone") << u"core-sw-01.example.org"_qs << u"core-sw-01.example.org"_qs;
        QTest::newRow("IPv4 and port") << u"192.0.2.7:9116"_qs << u"192.0.2.7"_qs;
        QTest::newRow("IPv6 and port") << u"[2001:DB8:0::1]:9100"_qs << u"2001:db8::1"_qs;
        QTest::newRow("IPv6 alone") << u"2001:db8::1"_qs << u"2001:db8::1"_qs;
        QTest::newRow("what the blackbox exporter probed")
            << u"https://shop.example.org/login?x=1"_qs << u"shop.example.org"_qs;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("no host at all") << u"a b:c:d"_qs << QString();
    }
    void hosts()
    {
        QFETCH(QString, instance);
        QTEST(engine::Instances::hostIn(instance), "host");
    }
};

QTEST_GUILESS_MAIN(InstancesTest)
#include "instances_test.moc"
