// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/alerttimes.h"

#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

using alerts::Alert;
using client::AlertTimes;
using client::Span;
using State = client::Link::State;

/// Alerts about what is measured, asked for as far as somebody looks.
class AlertTimesTest : public QObject
{
    Q_OBJECT

    struct Marker
    {
        qint64 from;
        qint64 to;
        int status;
        QString text;
        QString id;
    };

    struct Bench
    {
        support::FakeClock clock;
        support::ScriptedLink link;
        QList<alerts::ListAlerts> asked;
        QList<Alert> known;
        std::unique_ptr<client::Mirror> mirror;
        std::unique_ptr<AlertTimes> times;
        qint64 noon = clock.now().toMSecsSinceEpoch();

        Bench()
        {
            link.answers.insert(QLatin1String(alerts::ListAlerts::name), [this](const QJsonObject &params) {
                asked << core::fromJson<alerts::ListAlerts>(params).value();
                alerts::ListAlerts::Reply reply;
                reply.alerts = known;
                return core::Reply(core::toJson(reply).toObject());
            });
            link.become(State::Live);
            mirror = std::make_unique<client::Mirror>(link, clock);
            times = std::make_unique<AlertTimes>(*mirror);
        }
        Alert alert(const char *id, int severity, int second, const char *series) const
        {
            Alert one = alerts::exampleAlert();
            one.id = QLatin1String(id);
            one.title = QStringLiteral("<b>Hot</b>\nnode");
            one.severity = severity;
            one.subjectId.clear();
            one.state = alerts::AlertState::Open;
            one.resolvedAt.reset();
            one.raisedAt = one.lastAt = QDateTime::fromMSecsSinceEpoch(noon + second * 1000LL, Qt::UTC);
            one.labels = {{QStringLiteral("series"), QLatin1String(series)}};
            return one;
        }
        [[nodiscard]] QList<Marker> markers(const char *series) const
        {
            return times->markersAs<Marker>(
                [](int severity) { return severity; },
                [series](const QString &name) { return name == QLatin1String(series); });
        }
    };

private Q_SLOTS:
    void areAskedForAsFarAsSomebodyLooks()
    {
        Bench bench;
        bench.known = {bench.alert("A-1", 9, 10, "cpu.usage"), bench.alert("A-2", 3, 20, "cpu.usage"),
                       bench.alert("A-3", 5, 30, "memory.usage")};
        QVERIFY(bench.asked.isEmpty()); // nobody looks
        bench.times->look({bench.noon, bench.noon + 300'000});
        QCOMPARE(bench.asked.size(), 1);
        const alerts::ListAlerts asked = bench.asked.first();
        QCOMPARE(asked.states.size(), 3);
        QVERIFY(asked.isFlat && asked.subjectId.isEmpty());
        QCOMPARE(asked.isAboutDevice, false);
        QVERIFY(asked.from->toMSecsSinceEpoch() <= bench.noon &&
                asked.to->toMSecsSinceEpoch() >= bench.noon + 300'000);
        QTRY_COMPARE(bench.times->count(), 3);
        const QList<Marker> markers = bench.markers("cpu.usage");
        QCOMPARE(markers.size(), 2);
        QCOMPARE(markers[0].id, QStringLiteral("A-2")); // the worse one is drawn over it
        QCOMPARE(markers[1].id, QStringLiteral("A-1"));
        QCOMPARE(markers[1].status, 9);
        QCOMPARE(markers[1].text, QStringLiteral("A-1 <b>Hot</b> node"));
        QCOMPARE(markers[1].from, bench.noon + 10'000);
        QCOMPARE(markers[1].to, std::numeric_limits<qint64>::max());
        for (int minute = 0; minute < 60; ++minute)
            bench.times->look({bench.noon + minute * 60'000, bench.noon + minute * 60'000 + 300'000});
        QCOMPARE(bench.asked.size(), 1); // what moves on is known for a while
        bench.times->look({bench.noon - 86'400'000, bench.noon});
        QCOMPARE(bench.asked.size(), 2);
    }

    void areKeptUpByFacts()
    {
        Bench bench;
        QSignalSpy changed(bench.times.get(), &AlertTimes::changed);
        Alert alert = bench.alert("A-7", 7, 60, "cpu.usage");
        bench.link.say(alerts::Changed{{alert}}, alert.raisedAt);
        QCOMPARE(changed.size(), 0); // nobody looks
        bench.times->look({bench.noon, bench.noon + 300'000});
        QTRY_COMPARE(changed.size(), 1);
        bench.link.say(alerts::Changed{{alert}}, alert.raisedAt);
        QCOMPARE(changed.size(), 2);
        ++alert.comments;
        bench.link.say(alerts::Changed{{alert}}, alert.raisedAt);
        QCOMPARE(changed.size(), 2); // in a chart it looks the same
        alert.state = alerts::AlertState::Resolved;
        alert.resolvedAt = alert.raisedAt.addSecs(5);
        bench.link.say(alerts::Changed{{alert}}, *alert.resolvedAt);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(bench.markers("cpu.usage").first().to, bench.noon + 65'000);
        Alert other = bench.alert("A-8", 7, 60, "cpu.usage");
        other.subjectId = QStringLiteral("d-1");
        Alert late = bench.alert("A-9", 7, 40 * 86'400, "cpu.usage");
        Alert unmeasured = bench.alert("A-10", 7, 60, "");
        unmeasured.alertType = alerts::Kind::Security;
        bench.link.say(alerts::Changed{{other, late, unmeasured}}, alert.raisedAt);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(bench.times->count(), 1);
    }

    void whatWasRefusedIsAskedAgain()
    {
        Bench bench;
        bench.known = {bench.alert("A-1", 9, 10, "cpu.usage")};
        bench.known.first().title = QStringLiteral("\u202Eevil\u0007");
        const auto answer = bench.link.answers.take(QLatin1String(alerts::ListAlerts::name));
        bench.times->look({bench.noon, bench.noon + 300'000});
        QCoreApplication::processEvents();
        QCOMPARE(bench.link.asked(QLatin1String(alerts::ListAlerts::name)), 1);
        bench.link.answers.insert(QLatin1String(alerts::ListAlerts::name), answer);
        bench.times->look({bench.noon, bench.noon + 300'000});
        QTRY_COMPARE(bench.times->count(), 1);
        QCOMPARE(bench.markers("cpu.usage").first().text, QStringLiteral("A-1 evil"));
    }

    void aStormIsNotAllMarked()
    {
        Bench bench;
        bench.times->look({bench.noon, bench.noon + 300'000});
        alerts::Changed storm;
        for (int i = 0; i < 10'000; ++i) {
            storm.alerts << bench.alert("", 5, 60, "cpu.usage");
            storm.alerts.last().id = QStringLiteral("A-%1").arg(i);
        }
        bench.link.say(storm, bench.clock.now());
        QCOMPARE(bench.times->count(), 300);
        storm.alerts.first().severity = 9;
        bench.link.say(storm, bench.clock.now());
        QCOMPARE(bench.markers("cpu.usage").last().id, QStringLiteral("A-0"));
    }

    void ofAnotherDeviceNothingIsKnown()
    {
        Bench bench;
        Alert alert = bench.alert("A-1", 9, 10, "reach.loss");
        alert.subjectId = QStringLiteral("d-1");
        Alert down = bench.alert("A-2", 9, 10, "");
        down.subjectId = QStringLiteral("d-1");
        bench.known = {alert, down, bench.alert("A-3", 9, 10, "cpu.usage")};
        bench.times->setDevice(QStringLiteral("d-1"));
        bench.times->look({bench.noon, bench.noon + 300'000});
        QCOMPARE(bench.asked.last().subjectId, QStringLiteral("d-1"));
        QVERIFY(!bench.asked.last().isAboutDevice);
        QTRY_COMPARE(bench.times->count(), 2);
        QCOMPARE(bench.markers("reach.loss").size(), 1);
        QCOMPARE(bench.markers("reach.rtt").first().id, QStringLiteral("A-2"));
        bench.times->setDevice(QStringLiteral("d-2"));
        QCOMPARE(bench.times->count(), 0);
        QCOMPARE(bench.asked.last().subjectId, QStringLiteral("d-2"));
        bench.link.become(State::SignedOut);
        const auto before = bench.asked.size();
        bench.link.become(State::Live);
        QCOMPARE(bench.asked.size(), before + 1);
    }
};

QTEST_MAIN(AlertTimesTest)
#include "alerttimestest.moc"
