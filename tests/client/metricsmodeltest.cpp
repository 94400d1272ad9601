// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/metricsmodel.h"

#include "catalog/catalogue.h"
#include "catalog/measures.h"
#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using State = client::Link::State;

class MetricsModelTest : public QObject
{
    Q_OBJECT

    struct Bench
    {
        support::FakeClock clock;
        support::ScriptedLink link;
        metrics::Sampled reading;
        QList<metrics::History> histories;
        double bucket = 1;
        double tier = 1;
        client::Mirror mirror{link, clock};
        client::MetricsModel model{mirror, clock};

        Bench()
        {
            const core::Catalog words = catalog::everything();
            const auto *spec = words.findEvent(core::Topic(QLatin1String(metrics::Sampled::topic)));
            reading = core::fromJson<metrics::Sampled>(spec->example).value();
            reading.timestamp = clock.now();
            link.answer(QStringLiteral("metrics.current"), core::toJson(reading).toObject());
            link.answer(QStringLiteral("metrics.interval"), {{QStringLiteral("interval"), 1.0}});
            const metrics::Series::Reply names{
                {{QStringLiteral("cpu.usage"), QStringLiteral("%"), QStringLiteral("CPU")},
                 {QStringLiteral("net.rx"), QStringLiteral("bytes/s"), QStringLiteral("In")}}};
            link.answer(QStringLiteral("metrics.series"), core::toJson(names).toObject());
            link.answers.insert(QStringLiteral("metrics.history"), [this](const QJsonObject &params) {
                histories << core::fromJson<metrics::History>(params).value();
                return core::Reply(core::toJson(history(histories.last())).toObject());
            });
        }
        /// A reading of 10 % in every bucket of the time that was asked for, but none in the second minute.
        [[nodiscard]] metrics::History::Reply history(const metrics::History &asked) const
        {
            metrics::History::Reply reply{bucket, tier, {}};
            const qint64 width = qint64(bucket * 1000);
            const qint64 from = asked.from.toMSecsSinceEpoch();
            for (const QString &name : asked.names) {
                metrics::HistorySeries series{name, QStringLiteral("%"), {}};
                for (qint64 at = from / width * width; at <= asked.to.toMSecsSinceEpoch(); at += width) {
                    if (at < from + 60'000 || at >= from + 120'000)
                        series.points.append({double(at), 9, 10, 11, bucket});
                }
                reply.series << series;
            }
            return reply;
        }
        void tick(double cpu, std::chrono::milliseconds pace = 1s)
        {
            clock.advance(pace);
            reading.timestamp = clock.now();
            reading.cpu.usagePercent = cpu;
            link.say(reading, clock.now());
        }
        void live()
        {
            link.become(State::Live);
            QTRY_VERIFY(model.points(QStringLiteral("cpu.usage")).size() > 10);
        }
    };

    static constexpr QLatin1String cpu{"cpu.usage"};

private Q_SLOTS:
    void beginsWithWhatIsStored()
    {
        Bench bench;
        bench.live();
        QCOMPARE(bench.histories.size(), 1);
        QCOMPARE(bench.model.span().length(), 300'000);
        QCOMPARE(bench.model.resolutionText(), QStringLiteral("1 s samples"));
        QVERIFY(bench.model.points(cpu).size() >= 238);
        QVERIFY(bench.model.has(cpu) && !bench.model.has(QStringLiteral("nothing")));
    }

    void keepsGaps()
    {
        Bench bench;
        bench.live();
        qint64 widest = 0;
        const auto points = bench.model.points(cpu);
        for (qsizetype i = 1; i < points.size(); ++i)
            widest = std::max(widest, points[i].at - points[i - 1].at);
        QVERIFY(widest >= 60'000);
    }

    void appendsLiveReadings()
    {
        Bench bench;
        bench.live();
        QSignalSpy changed(&bench.model, &client::MetricsModel::dataChanged);
        bench.tick(42);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.model.points(cpu).last().avg, 42.0);
        QCOMPARE(bench.model.span().to, bench.clock.now().toMSecsSinceEpoch());
    }

    void gathersLiveReadingsIntoBuckets()
    {
        Bench bench;
        bench.bucket = 10;
        bench.live();
        do
            bench.tick(0);
        while (bench.clock.now().toMSecsSinceEpoch() % 10'000 != 0);
        for (int i = 1; i <= 9; ++i)
            bench.tick(i * 10);
        const core::SamplePoint last = bench.model.points(cpu).last();
        QCOMPARE(last.min, 0.0);
        QCOMPARE(last.max, 90.0);
        QCOMPARE(last.avg, 45.0);
        QCOMPARE(last.count, 10);
        QVERIFY(bench.model.resolutionText().contains(QLatin1String("10 s")));
    }

    void followsAClockThatIsSetBack()
    {
        Bench bench;
        bench.live();
        const qsizetype asked = bench.histories.size();
        bench.clock.jump(-1h);
        bench.tick(42);
        QCOMPARE(bench.model.span().to, bench.clock.now().toMSecsSinceEpoch());
        QCOMPARE(bench.histories.size(), asked + 1);
        QCOMPARE(bench.histories.last().to, bench.clock.now());
        bench.tick(43);
        QTRY_VERIFY(bench.model.points(cpu).size() > 10);
        QCOMPARE(bench.model.points(cpu).last().avg, 43.0);
        QCOMPARE(bench.model.span().to, bench.clock.now().toMSecsSinceEpoch());
    }

    void readingsThatComeLateAreNoClockSetBack()
    {
        Bench bench;
        bench.live();
        bench.tick(20);
        bench.link.become(State::Reconnecting);
        bench.clock.advance(30s);
        bench.reading.timestamp = bench.clock.now();
        bench.link.answer(QStringLiteral("metrics.current"), core::toJson(bench.reading).toObject());
        QSignalSpy setBack(&bench.mirror, &client::Mirror::clockSetBack);
        bench.link.become(State::Live);
        QTRY_COMPARE(bench.mirror.reading()->timestamp, bench.clock.now());
        // What was missed comes after the newest reading was asked for.
        for (int ago = 25; ago >= 0; --ago) {
            bench.reading.timestamp = bench.clock.now().addSecs(-ago);
            bench.link.say(bench.reading, bench.reading.timestamp);
        }
        QCOMPARE(setBack.size(), 0);
        QCOMPARE(bench.model.span().to, bench.clock.now().toMSecsSinceEpoch());
    }

    void showsNoBucketThatIsCutShort()
    {
        Bench bench;
        bench.bucket = 10;
        bench.live();
        for (int i = 0; i < 400; ++i)
            bench.tick(i % 7);
        const auto points = bench.model.points(cpu);
        QVERIFY(points.size() >= 30);
        QVERIFY(points.first().at >= bench.model.span().from - 10'000);
        for (qsizetype i = 0; i + 1 < points.size(); ++i)
            QCOMPARE(points[i].count, 10);
    }

    void pausesInWords()
    {
        Bench bench;
        bench.live();
        bench.tick(20);
        bench.model.pause();
        const client::Span shown = bench.model.span();
        for (int i = 0; i < 42; ++i)
            bench.tick(99);
        QCOMPARE(bench.model.span(), shown);
        QCOMPARE(bench.model.points(cpu).last().avg, 20.0);
        QVERIFY2(bench.model.pauseText().endsWith(QLatin1String("42 s behind")),
                 qPrintable(bench.model.pauseText()));
        bench.model.goLive();
        QVERIFY(bench.model.isFollowing());
        QCOMPARE(bench.model.points(cpu).last().avg, 99.0);
    }

    void zoomsAndComesBack()
    {
        Bench bench;
        bench.live();
        const client::Span shown = bench.model.span();
        const client::Span part{shown.from + 10'000, shown.from + 40'000};
        bench.model.zoomTo(part);
        QVERIFY(!bench.model.isFollowing());
        QCOMPARE(bench.model.span(), part);
        QCOMPARE(bench.histories.last().from.toMSecsSinceEpoch(), part.from);
        QTRY_VERIFY(bench.model.points(cpu).size() >= 30);
        bench.model.zoomTo({part.from + 10'000, part.to});
        bench.model.zoomOut();
        QCOMPARE(bench.model.span(), part);
        bench.model.zoomOut();
        QVERIFY(bench.model.isFollowing());
    }

    void remembersTwentyZooms()
    {
        Bench bench;
        bench.live();
        const client::Span shown = bench.model.span();
        for (int i = 1; i <= 30; ++i)
            bench.model.zoomTo({shown.from + i * 1000, shown.to});
        for (int i = 0; i < 20; ++i)
            bench.model.zoomOut();
        QCOMPARE(bench.model.span().from, shown.from + 10 * 1000);
        bench.model.zoomOut();
        QVERIFY(bench.model.span().from < shown.from);
    }

    void asksForAsManyBucketsAsColumns()
    {
        Bench bench;
        bench.live();
        bench.model.setColumns(911);
        bench.model.follow(QStringLiteral("7d"));
        QCOMPARE(bench.histories.last().points, 1000);
        QCOMPARE(bench.histories.last().from.secsTo(bench.histories.last().to), 7 * 86'400);
    }

    void asksAgainAtAGentlePace()
    {
        Bench bench;
        bench.live();
        bench.model.follow(QStringLiteral("24h"));
        const qsizetype before = bench.histories.size();
        for (int i = 0; i < 120; ++i)
            bench.tick(1);
        QVERIFY(bench.histories.size() - before >= 1);
        QVERIFY(bench.histories.size() - before <= 2);
    }

    void asksForManySeriesInParts()
    {
        Bench bench;
        metrics::Series::Reply names;
        for (int i = 0; i < 69; ++i) {
            names.series << metrics::Series::Item{QStringLiteral("cpu.core.%1").arg(i), QStringLiteral("%"),
                                                  QStringLiteral("Core")};
        }
        names.series << metrics::Series::Item{cpu, QStringLiteral("%"), QStringLiteral("CPU")};
        bench.link.answer(QStringLiteral("metrics.series"), core::toJson(names).toObject());
        bench.live();
        QStringList asked;
        for (const metrics::History &history : std::as_const(bench.histories)) {
            QVERIFY(history.names.size() <= 32);
            asked += history.names;
        }
        QCOMPARE(bench.histories.size(), 3);
        QCOMPARE(asked.size(), 70);
        QVERIFY(bench.model.points(QStringLiteral("cpu.core.0")).size() > 10);
        QVERIFY(bench.model.points(cpu).size() > 10);
        bench.model.setColumns(2000);
        bench.model.follow(QStringLiteral("24h"));
        for (const metrics::History &history : std::as_const(bench.histories))
            QVERIFY(history.names.size() * history.points <= 100'000);
        QCOMPARE(bench.histories.last().points, 2000);
    }

    void keepsWhatIsShownWhenAPartFails()
    {
        Bench bench;
        metrics::Series::Reply names;
        for (int i = 0; i < 40; ++i) {
            names.series << metrics::Series::Item{QStringLiteral("cpu.core.%1").arg(i), QStringLiteral("%"),
                                                  QStringLiteral("Core")};
        }
        names.series << metrics::Series::Item{cpu, QStringLiteral("%"), QStringLiteral("CPU")};
        bench.link.answer(QStringLiteral("metrics.series"), core::toJson(names).toObject());
        bench.live();
        const qsizetype shown = bench.model.points(cpu).size();
        int answered = 0;
        bench.link.answers.insert(QStringLiteral("metrics.history"), [&](const QJsonObject &params) {
            if (++answered == 1)
                return core::Reply(
                    core::Error{core::ErrorCode::Unavailable, QStringLiteral("The disk is full.")});
            return core::Reply(
                core::toJson(bench.history(core::fromJson<metrics::History>(params).value())).toObject());
        });
        bench.model.follow(QStringLiteral("15m"));
        QTRY_COMPARE(answered, 2);
        QTRY_VERIFY(bench.model.errorText().contains(QLatin1String("The disk is full.")));
        QVERIFY(bench.model.points(cpu).size() >= shown);
        QVERIFY(bench.model.errorText().contains(QLatin1String("The disk is full.")));
    }

    void asksForWhatTheRingNoLongerHolds()
    {
        Bench bench;
        bench.live();
        bench.model.follow(QStringLiteral("1h"));
        for (int i = 0; i < 4000; ++i)
            bench.tick(1, 200ms);
        const qsizetype before = bench.histories.size();
        for (int i = 0; i < 400; ++i)
            bench.tick(1, 200ms);
        QVERIFY(bench.histories.size() > before);
        bench.model.follow(QStringLiteral("live"));
        const qsizetype enough = bench.histories.size();
        for (int i = 0; i < 400; ++i)
            bench.tick(1, 200ms);
        QCOMPARE(bench.histories.size(), enough);
    }

    void asksAgainAfterACut()
    {
        Bench bench;
        bench.live();
        bench.link.become(State::Reconnecting, QStringLiteral("Lost."));
        bench.clock.advance(30s);
        bench.link.become(State::Live);
        QTRY_COMPARE(bench.histories.size(), 2);
    }

    void saysWhyThereIsNoHistory()
    {
        Bench bench;
        bench.link.answers.insert(QStringLiteral("metrics.history"), [](const QJsonObject &) {
            return core::Reply(
                core::Error{core::ErrorCode::Unavailable, QStringLiteral("The disk is full.")});
        });
        bench.link.become(State::Live);
        QTRY_VERIFY(bench.model.errorText().contains(QLatin1String("The disk is full.")));
    }

    void showsTheConfirmedInterval()
    {
        Bench bench;
        bench.live();
        QTRY_COMPARE(bench.model.interval(), 1.0);
        bench.link.answer(QStringLiteral("metrics.interval"), {{QStringLiteral("interval"), 2.0}});
        QSignalSpy changed(&bench.model, &client::MetricsModel::intervalChanged);
        bench.model.setInterval(0.5);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(bench.model.interval(), 2.0);
    }

    void forgetsAPaceThatWasRefused()
    {
        Bench bench;
        bench.live();
        QTRY_COMPARE(bench.model.interval(), 1.0);
        QList<double> asked;
        bench.link.answers.insert(QStringLiteral("metrics.interval"), [&](const QJsonObject &params) {
            asked << params.value(QLatin1String("interval")).toDouble();
            return asked.last() < 1
                       ? core::Reply(core::Error{core::ErrorCode::Invalid, QStringLiteral("Too often.")})
                       : core::Reply(params);
        });
        QSignalSpy changed(&bench.model, &client::MetricsModel::intervalChanged);
        bench.model.setInterval(0.1);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), QStringLiteral("Too often."));
        QCOMPARE(bench.model.interval(), 1.0);
        bench.link.become(State::Reconnecting);
        bench.link.become(State::Live);
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(asked, (QList<double>{0.1, 1.0}));
    }

    void mirrorTellsStaleness()
    {
        Bench bench;
        QVERIFY(bench.mirror.isStale());
        bench.live();
        QVERIFY(!bench.mirror.isStale());
        bench.clock.advance(7s);
        QVERIFY(bench.mirror.isStale());
        bench.tick(1);
        QVERIFY(!bench.mirror.isStale());
        bench.link.become(State::Reconnecting);
        QVERIFY(bench.mirror.isStale());
    }
};

QTEST_GUILESS_MAIN(MetricsModelTest)
#include "metricsmodeltest.moc"
