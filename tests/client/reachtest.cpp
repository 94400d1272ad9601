// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reach.h"

#include "catalog/catalogue.h"
#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using client::Reach;
using State = client::Link::State;

/// How a device answered, as the window asks for it.
class ReachTest : public QObject
{
    Q_OBJECT

    struct Bench
    {
        support::FakeClock clock;
        support::ScriptedLink link;
        metrics::Sampled reading;
        QList<metrics::History> asked;
        QMap<QString, double> times{{QStringLiteral("d-1"), 10}, {QStringLiteral("d-2"), 20}};
        client::Mirror mirror{link, clock};
        Reach reach{mirror};

        Bench()
        {
            const core::Catalog words = catalog::everything();
            const auto *spec = words.findEvent(core::Topic(QLatin1String(metrics::Sampled::topic)));
            reading = core::fromJson<metrics::Sampled>(spec->example).value();
            link.answers.insert(QStringLiteral("metrics.history"), [this](const QJsonObject &params) {
                asked << core::fromJson<metrics::History>(params).value();
                return core::Reply(core::toJson(history(asked.last())).toObject());
            });
            link.become(State::Live);
            tick(1s);
        }
        /// A reading in every minute, but for the second hour before the end.
        [[nodiscard]] metrics::History::Reply history(const metrics::History &command) const
        {
            metrics::History::Reply reply{60, 60, {}};
            const qint64 to = command.to.toMSecsSinceEpoch();
            const double time = times.value(command.source);
            for (const QString &name : command.names) {
                metrics::HistorySeries series{name, QString(), {}};
                for (qint64 at = command.from.toMSecsSinceEpoch() / 60'000 * 60'000; at <= to; at += 60'000) {
                    if (time > 0 && (at < to - 7'200'000 || at > to - 3'600'000))
                        series.points.append({double(at), time / 2, time, time * 2, 1});
                }
                reply.series << series;
            }
            return reply;
        }
        void tick(std::chrono::milliseconds pace)
        {
            clock.advance(pace);
            reading.timestamp = clock.now();
            link.say(reading, clock.now());
        }
        [[nodiscard]] double time() const
        {
            const QList<core::SamplePoint> points = reach.points(Reach::time);
            return points.isEmpty() ? 0 : points.last().avg;
        }
        void look(const char *id)
        {
            reach.setWatched(true);
            reach.setDevice(QString::fromLatin1(id));
            QTRY_VERIFY(reach.isKnown());
        }
    };

private Q_SLOTS:
    void asksOfTheDeviceThatIsLookedAt()
    {
        Bench bench;
        bench.reach.setDevice(QStringLiteral("d-1"));
        QCOMPARE(bench.asked.size(), 0); // nobody looks
        bench.look("d-1");
        QCOMPARE(bench.asked.size(), 1);
        const metrics::History command = bench.asked.first();
        QCOMPARE(command.source, QStringLiteral("d-1"));
        QCOMPARE(command.names, (QStringList{Reach::time, Reach::loss}));
        QCOMPARE(command.from.secsTo(command.to), 24 * 3600);
        QCOMPARE(command.to, bench.clock.now());
        QCOMPARE(bench.time(), 10.0);
        QCOMPARE(bench.reach.points(Reach::time).last().max, 20.0);
        QCOMPARE(bench.reach.span().to, bench.clock.now().toMSecsSinceEpoch());
        QCOMPARE(bench.reach.step(), 60'000);
    }

    void gapsStayGaps()
    {
        Bench bench;
        bench.look("d-1");
        const QList<core::SamplePoint> points = bench.reach.points(Reach::loss);
        qint64 widest = 0;
        for (qsizetype at = 1; at < points.size(); ++at)
            widest = std::max(widest, points[at].at - points[at - 1].at);
        QVERIFY(widest >= 3'600'000);
    }

    void lateAnswersAreOfNoUse()
    {
        Bench bench;
        bench.reach.setWatched(true);
        bench.reach.setDevice(QStringLiteral("d-1"));
        bench.reach.setDevice(QStringLiteral("d-2"));
        QCOMPARE(bench.asked.size(), 2);
        QSignalSpy changed(&bench.reach, &Reach::dataChanged);
        QTRY_VERIFY(bench.reach.isKnown());
        QCOMPARE(bench.time(), 20.0);
        bench.reach.follow(QStringLiteral("30d"));
        bench.reach.follow(QStringLiteral("1h"));
        QTRY_VERIFY(bench.reach.isKnown());
        QCoreApplication::processEvents();
        QCOMPARE(bench.reach.span().length(), 3'600'000);
        QVERIFY(bench.reach.points(Reach::time).size() <= 62);
        QCOMPARE(changed.size(), 4); // one for each answer that counts, one for each range
    }

    void asksAgainOnceThereIsMore()
    {
        Bench bench;
        bench.look("d-1");
        bench.tick(1s);
        bench.tick(30s);
        QCOMPARE(bench.asked.size(), 1);
        bench.tick(30s);
        QCOMPARE(bench.asked.size(), 2);
        QCOMPARE(bench.reach.span().to, bench.clock.now().toMSecsSinceEpoch());
        bench.reach.setWatched(false);
        bench.tick(300s);
        QCOMPARE(bench.asked.size(), 2);
        bench.reach.setWatched(true);
        QCOMPARE(bench.asked.size(), 3);
    }

    void zoomsAndComesBack()
    {
        Bench bench;
        bench.look("d-1");
        const qint64 end = bench.clock.now().toMSecsSinceEpoch();
        bench.reach.zoomTo({end - 1000, end + 50'000});
        QVERIFY(!bench.reach.isFollowing());
        QCOMPARE(bench.reach.span(), (client::Span{end - 600'000, end}));
        QCOMPARE(bench.asked.last().from.toMSecsSinceEpoch(), end - 600'000);
        bench.reach.pan(-600'000);
        QCOMPARE(bench.reach.span(), (client::Span{end - 1'200'000, end - 600'000}));
        const qsizetype before = bench.asked.size();
        bench.tick(120s);
        QCOMPARE(bench.asked.size(), before); // a stretch that is over does not change
        bench.reach.zoomOut();
        QCOMPARE(bench.reach.span().length(), 1'200'000);
        bench.reach.goLive();
        QVERIFY(bench.reach.isFollowing());
        QCOMPARE(bench.reach.span().length(), 24 * 3'600'000);
        bench.reach.zoomOut();
        QVERIFY(bench.reach.isFollowing());
    }

    void saysWhatIsNotThere()
    {
        Bench bench;
        bench.look("d-9");
        QVERIFY(bench.reach.isEmpty() && bench.reach.errorText().isEmpty());
        bench.link.answers.insert(QStringLiteral("metrics.history"), [](const QJsonObject &) {
            return core::Reply(core::Error{core::ErrorCode::NotFound, QStringLiteral("No such device.")});
        });
        bench.look("d-10");
        QCOMPARE(bench.reach.errorText(), QStringLiteral("No such device."));
        bench.reach.setDevice({});
        QVERIFY(bench.reach.errorText().isEmpty());
    }

    void goesOnAfterAReconnection()
    {
        Bench bench;
        bench.link.become(State::Reconnecting);
        bench.reach.setWatched(true);
        bench.reach.setDevice(QStringLiteral("d-1"));
        QCOMPARE(bench.asked.size(), 0);
        bench.link.become(State::Live);
        QTRY_COMPARE(bench.time(), 10.0);
    }
};

QTEST_GUILESS_MAIN(ReachTest)
#include "reachtest.moc"
