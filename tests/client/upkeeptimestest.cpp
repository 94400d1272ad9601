// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/upkeeptimes.h"

#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QSignalSpy>
#include <QTest>

using client::UpkeepTimes;
using State = client::Link::State;

/// When maintenance is, asked for as far as somebody looks.
class UpkeepTimesTest : public QObject
{
    Q_OBJECT

    struct Bench
    {
        support::FakeClock clock;
        support::ScriptedLink link;
        QList<alerts::ListWindowTimes> asked;
        std::unique_ptr<client::Mirror> mirror;
        std::unique_ptr<UpkeepTimes> times;
        QDateTime noon = clock.now();

        Bench()
        {
            link.answers.insert(QLatin1String(alerts::ListWindowTimes::name), [this](
                                                                                  const QJsonObject &params) {
                asked << core::fromJson<alerts::ListWindowTimes>(params).value();
                const alerts::ListWindowTimes::Reply reply{
                    {{QStringLiteral("M-1"), QStringLiteral("<b>Core</b>\nswitch"), noon, noon.addSecs(60)}},
                    true};
                return core::Reply(core::toJson(reply).toObject());
            });
            link.become(State::Live);
            mirror = std::make_unique<client::Mirror>(link, clock);
            times = std::make_unique<UpkeepTimes>(*mirror);
        }
        void changed()
        {
            core::Event event;
            event.topic = core::Topic(QLatin1String(alerts::SilencesChanged::topic));
            Q_EMIT link.eventsReceived({event});
        }
    };

    struct Shade
    {
        qint64 from;
        qint64 to;
        QString text;
    };

private Q_SLOTS:
    void isAskedForAsFarAsSomebodyLooks()
    {
        Bench bench;
        bench.changed();
        QVERIFY(bench.asked.isEmpty()); // nobody looks
        bench.times->look(bench.noon, bench.noon.addSecs(3600));
        QCOMPARE(bench.asked.size(), 1);
        QTRY_COMPARE(bench.times->times().size(), 1);
        const auto shades = bench.times->shadesAs<Shade>();
        QCOMPARE(shades.first().text, QStringLiteral("Maintenance: <b>Core</b> switch"));
        QCOMPARE(shades.first().to - shades.first().from, 60'000);
        // What moves on is known for a while.
        for (int minute = 0; minute < 600; ++minute)
            bench.times->look(bench.noon.addSecs(minute * 60), bench.noon.addSecs(minute * 60 + 3600));
        QCOMPARE(bench.asked.size(), 1);
        bench.times->look(bench.noon.addDays(-3), bench.noon);
        QCOMPARE(bench.asked.size(), 2);
        QVERIFY(bench.asked.last().from <= bench.noon.addDays(-3) && bench.asked.last().to >= bench.noon);
        bench.changed();
        QCOMPARE(bench.asked.size(), 3);
    }

    /// What is drawn anew looks again: who asked then would never stop.
    void theLongestTimeIsAskedOnce()
    {
        for (const int days : {alerts::ListWindowTimes::mostDays, 730}) {
            Bench bench;
            int drawn = 0;
            const QDateTime end = bench.noon.addDays(days);
            connect(bench.times.get(), &UpkeepTimes::changed, this, [&] {
                if (++drawn < 100)
                    bench.times->look(bench.noon, end);
            });
            bench.times->look(bench.noon, end);
            QTRY_COMPARE(drawn, 1);
            for (int second = 0; second < 3600; ++second)
                bench.times->look(bench.noon.addSecs(second), end.addSecs(second));
            QCoreApplication::processEvents();
            QCOMPARE(bench.asked.size(), 1);
            QVERIFY(bench.asked.last().from.addDays(alerts::ListWindowTimes::mostDays) >=
                    bench.asked.last().to);
            QVERIFY(bench.asked.last().to >= end);
        }
    }

    void whatWasRefusedIsAskedAgain()
    {
        Bench bench;
        const auto answer = bench.link.answers.take(QLatin1String(alerts::ListWindowTimes::name));
        bench.times->look(bench.noon, bench.noon.addSecs(60));
        QTRY_COMPARE(bench.link.asked(QLatin1String(alerts::ListWindowTimes::name)), 1);
        QCoreApplication::processEvents();
        bench.link.answers.insert(QLatin1String(alerts::ListWindowTimes::name), answer);
        bench.times->look(bench.noon, bench.noon.addSecs(60));
        QTRY_COMPARE(bench.times->times().size(), 1);
    }

    void ofAnotherSourceNothingIsKnown()
    {
        Bench bench;
        bench.times->setSource(QStringLiteral("host"));
        bench.times->look(bench.noon, bench.noon.addSecs(60));
        QCOMPARE(bench.asked.last().source, QStringLiteral("host"));
        QTRY_VERIFY(!bench.times->times().isEmpty());
        bench.times->setSource(QStringLiteral("d-1"));
        QVERIFY(bench.times->times().isEmpty());
        QCOMPARE(bench.asked.last().source, QStringLiteral("d-1"));
        QTRY_VERIFY(!bench.times->times().isEmpty());
        bench.link.become(State::SignedOut);
        QVERIFY(bench.times->times().isEmpty());
        const auto before = bench.asked.size();
        bench.link.become(State::Live);
        QCOMPARE(bench.asked.size(), before + 1);
    }
};

QTEST_MAIN(UpkeepTimesTest)
#include "upkeeptimestest.moc"
