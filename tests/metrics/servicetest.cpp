// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/service.h"

#include "catalog/catalogue.h"
#include "support/fakeclock.h"
#include "support/memorystores.h"

#include <QTest>

using namespace metrics;
using namespace std::chrono_literals;

namespace {
/// A service over a captured machine, with everything it talks to.
struct House
{
    support::MemoryPublisher publisher{catalog::everything()};
    support::MemorySampleStore store;
    support::FakeClock clock;
    Service service;

    explicit House(bool isRecording = true) : service(publisher, store, clock, options(isRecording)) {}

    static Options options(bool isRecording)
    {
        const QString root = QStringLiteral(BELFRY_SOURCE_DIR "/tests/metrics/fixtures/laptop");
        Options options;
        options.roots = {root + QStringLiteral("/proc"), root + QStringLiteral("/sys"),
                         root + QStringLiteral("/os-release"), QStringLiteral("lab")};
        options.isRecording = isRecording;
        return options;
    }
    core::Reply history(const QDateTime &from, const QDateTime &to, const QStringList &names,
                        const QString &source = {})
    {
        core::Command command;
        command.params = core::toJson(History{names, from, to, 600, source}).toObject();
        return service.history(command).result();
    }
};
} // namespace

/// Watches when the service reads, records and publishes.
class ServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsEverySecondThoughNobodyListens()
    {
        House house;
        house.service.start();
        house.clock.advance(10s);
        QCOMPARE(house.store.frames().size(), 10);
        QCOMPARE(house.publisher.events().size(), 0);
        const core::SampleFrame frame = house.store.frames().first();
        QCOMPARE(frame.source, QStringLiteral("host"));
        QCOMPARE(frame.values.value(QStringLiteral("memory.usage")), 37.5);
        for (qsizetype i = 1; i < 10; ++i)
            QCOMPARE(house.store.frames()[i - 1].at.msecsTo(house.store.frames()[i].at), 1000);
        house.service.stop();
        QCOMPARE(house.clock.timerCount(), 0);
        house.clock.advance(10s);
        QCOMPARE(house.store.frames().size(), 10);
    }

    void sleepsWhenNobodyListensAndNothingIsRecorded()
    {
        House house(false);
        house.service.start();
        QCOMPARE(house.clock.timerCount(), 0);
        house.service.wanted(2000ms);
        QCOMPARE(house.publisher.events().size(), 0);
        house.clock.advance(20s);
        QCOMPARE(house.publisher.events().size(), 10);
        QCOMPARE(house.store.frames().size(), 0);
        house.service.wanted(std::nullopt);
        QCOMPARE(house.clock.timerCount(), 0);
        house.service.setRecording(true);
        QCOMPARE(house.clock.timerCount(), 1);
    }

    void publishesAtThePaceOfTheKeenest_data()
    {
        QTest::addColumn<int>("demand");
        QTest::addColumn<int>("expected");
        QTest::newRow("0.2 s") << 200 << 50;
        QTest::newRow("faster than allowed") << 1 << 50;
        QTest::newRow("0.5 s") << 500 << 20;
        QTest::newRow("0.3 s reads in quarters") << 300 << 40;
        QTest::newRow("1 s") << 1000 << 10;
        QTest::newRow("5 s") << 5000 << 2;
    }

    void publishesAtThePaceOfTheKeenest()
    {
        QFETCH(int, demand);
        QFETCH(int, expected);
        House house;
        house.service.start();
        house.service.wanted(std::chrono::milliseconds(demand));
        house.clock.advance(10s);
        QCOMPARE(house.publisher.events().size(), expected);
        QCOMPARE(house.store.frames().size(), 10);
        const auto reading = house.publisher.events().last().as<Sampled>();
        QVERIFY(reading);
        QCOMPARE(reading->host.hostname, QStringLiteral("lab"));
        QCOMPARE(reading->processes.size(), 3);
    }

    void comingAndGoingSilencesNobody()
    {
        House house;
        house.service.start();
        for (int i = 0; i < 70; ++i) {
            house.service.wanted(i % 2 == 0 ? core::Demand(1000ms)
                                            : core::Demand(i % 3 == 0 ? 200ms : 5000ms));
            house.clock.advance(150ms);
        }
        QVERIFY2(house.store.frames().size() >= 10, qPrintable(QString::number(house.store.frames().size())));
    }

    void goesOnAfterAJumpOfTheWallClock()
    {
        House house;
        house.service.start();
        house.service.wanted(1000ms);
        house.clock.advance(5s);
        house.clock.jump(-3600s);
        house.clock.advance(5s);
        house.clock.jump(7200s);
        house.clock.advance(5s);
        QCOMPARE(house.store.frames().size(), 15);
        QCOMPARE(house.publisher.events().size(), 15);
    }

    void currentTakesAReadingWhenNoneIsFresh()
    {
        House house(false);
        house.service.start();
        const auto asked = [&] { return house.service.current({}).result().value().as<Sampled>().value(); };
        const Sampled first = asked();
        QCOMPARE(first.timestamp, house.clock.now());
        QCOMPARE(first.processes.size(), 3);
        house.clock.advance(500ms);
        QCOMPARE(asked().timestamp, first.timestamp);
        house.clock.advance(500ms);
        QCOMPARE(asked().timestamp, house.clock.now());
        QCOMPARE(house.clock.timerCount(), 0);
    }

    void historyAnswersWhatWasRecorded()
    {
        House house;
        const QDateTime from = house.clock.now();
        house.service.start();
        house.clock.advance(30s);
        const core::Reply reply = house.history(from, from.addSecs(30),
                                                {QStringLiteral("memory.usage"), QStringLiteral("no.such")});
        QVERIFY(reply);
        const auto history = reply.value().as<History::Reply>();
        QVERIFY(history);
        QCOMPARE(history->series.size(), 2);
        QCOMPARE(history->series[0].unit, QStringLiteral("%"));
        QCOMPARE(history->series[0].points.size(), 30);
        QCOMPARE(history->series[0].points[0][2], 37.5);
        QCOMPARE(history->series[1].unit, QString());
        QVERIFY(history->series[1].points.isEmpty());
    }

    void historyRefusesAnImpossibleRange()
    {
        House house;
        const QDateTime now = house.clock.now();
        const QStringList names{QStringLiteral("cpu.usage")};
        QCOMPARE(house.history(now, now, names).error().code, core::ErrorCode::Invalid);
        QCOMPARE(house.history(now, now.addSecs(-1), names).error().code, core::ErrorCode::Invalid);
        QVERIFY(house.history(now.addYears(-2), now, names));
        QCOMPARE(house.history(now.addDays(-732), now, names).error().code, core::ErrorCode::Invalid);
        QCOMPARE(house.service.history({}).result().error().code, core::ErrorCode::Invalid);
    }

    void seriesListsWhatIsRecorded()
    {
        House house(false);
        const auto reply = house.service.series({}).result().value().as<Series::Reply>();
        QVERIFY(reply);
        QVERIFY(reply->series.size() > 20);
        QCOMPARE(reply->series.first().name, QStringLiteral("cpu.core.0"));
        QCOMPARE(reply->series.first().title, QStringLiteral("Processor core 0"));
    }

    void historyOfADeviceIsForThoseWhoSeeIt()
    {
        House house;
        const QString printer = QStringLiteral("d-1");
        const QStringList names{QStringLiteral("reach.rtt")};
        const QDateTime from = house.clock.now();
        QCOMPARE(house.history(from, from.addSecs(600), names, printer).error().code,
                 core::ErrorCode::NotFound);
        house.service.setOtherSources([&](const QString &source, const core::Principal &) {
            return source == printer ? std::optional<std::chrono::milliseconds>(1min) : std::nullopt;
        });
        for (int i = 0; i < 10; ++i) {
            house.store.append({printer, house.clock.now(), {{names.first(), 4.0}}});
            house.clock.advance(1min);
        }
        const auto reply = house.history(from, from.addSecs(600), names, printer);
        QVERIFY(reply);
        const auto history = reply.value().as<History::Reply>();
        // What is written once a minute has no gaps of its own.
        QVERIFY(history->bucket >= 60);
        QCOMPARE(history->series.first().unit, QStringLiteral("ms"));
        QVERIFY(history->series.first().points.size() >= 10);
        QCOMPARE(house.history(from, from.addSecs(600), names, QStringLiteral("d-2")).error().code,
                 core::ErrorCode::NotFound);
        core::Command command;
        command.params = Series{printer};
        const auto series = house.service.series(command).result().value().as<Series::Reply>();
        QCOMPARE(series->series.size(), 2);
        QCOMPARE(series->series.first().title, QStringLiteral("Round-trip time"));
    }

    void runsOnTheMachinesOwnClock()
    {
        support::MemoryPublisher publisher{catalog::everything()};
        support::MemorySampleStore store;
        core::SystemClock clock;
        Service service(publisher, store, clock);
        service.start();
        service.wanted(200ms);
        QTRY_VERIFY(publisher.events().size() >= 3 && !store.frames().isEmpty());
        service.stop();
    }
};

QTEST_GUILESS_MAIN(ServiceTest)
#include "servicetest.moc"
