// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/selfreport.h"

#include "catalog/catalogue.h"
#include "support/fakeclock.h"
#include "support/memorystores.h"

#include <QTest>

using namespace network;
using namespace std::chrono_literals;
using metrics::Condition;

/// What a room tells of its parts.
class SelfReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldEveryMinuteAndAtAChange()
    {
        support::FakeClock clock;
        support::MemoryPublisher publisher{catalog::everything()};
        metrics::Vitals vitals{Condition::Healthy, {{QStringLiteral("active_scans"), 2.0}}};
        SelfReport report(publisher, clock);
        report.add(QStringLiteral("network_scanner"), [&] { return vitals; });
        report.look();
        QVERIFY(publisher.events().isEmpty());
        report.start();
        clock.advance(90s);
        QCOMPARE(publisher.events().size(), 1);
        const auto told = publisher.events().first().as<metrics::Component>();
        QCOMPARE(told->component, QStringLiteral("network_scanner"));
        QCOMPARE(told->uptime, 60.0);
        QCOMPARE(told->metrics.value(QStringLiteral("active_scans")), 2.0);
        report.look();
        QCOMPARE(publisher.events().size(), 1);
        vitals.status = Condition::Unhealthy;
        report.look();
        QCOMPARE(publisher.events().size(), 2);
        QCOMPARE(publisher.events().last().as<metrics::Component>()->status, Condition::Unhealthy);
        report.stop();
        vitals.status = Condition::Healthy;
        report.look();
        clock.advance(10min);
        QCOMPARE(publisher.events().size(), 2);
    }
};

QTEST_GUILESS_MAIN(SelfReportTest)
#include "selfreporttest.moc"
