// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened.h"
#include "store/tier.h"

#include <QRandomGenerator>

#include <cmath>
#include <limits>

using storetest::Bench;
using storetest::wait;

class SamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void refusesNonsense();
    void everyTierTellsTheSame();
    void gapsStayGaps();
    void rollUpsAreExactAcrossRestarts();
    void layoutsMayChange();
    void sameMomentCountsOnce();
    void clocksMayJump();
    void purgesByTier();
};

namespace {
const QString host = QStringLiteral("host");
const QString cpu = QStringLiteral("cpu");
const QString memory = QStringLiteral("memory");

core::SampleFrame frame(const QDateTime &at, double value, const QString &source = host)
{
    return {source, at, {{cpu, value}}};
}

core::SampleQuery query(const QDateTime &from, const QDateTime &to, int points,
                        const QStringList &names = {cpu})
{
    return {host, names, from, to, points};
}

double total(const core::SampleSeries &series)
{
    double sum = 0;
    for (const core::SamplePoint &point : series.points)
        sum += point.avg * point.count;
    return sum;
}

int readings(const core::SampleSeries &series)
{
    int count = 0;
    for (const core::SamplePoint &point : series.points)
        count += point.count;
    return count;
}
} // namespace

void SamplesTest::plans_data()
{
    QTest::addColumn<qint64>("back"); // seconds before now
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("tier"); // seconds
    QTest::addColumn<int>("bucket");

    const qint64 hour = 3600;
    const qint64 day = 24 * hour;
    QTest::newRow("5 min of seconds") << qint64(300) << qint64(300) << 600 << 1 << 1;
    QTest::newRow("1 h in 600") << hour << hour << 600 << 1 << 10;
    QTest::newRow("1 day in 600") << day << day << 600 << 60 << 180;
    QTest::newRow("1 day in 10000") << day << day << 10000 << 1 << 10;
    QTest::newRow("5 min, a day ago, seconds still kept") << day << qint64(300) << 600 << 1 << 1;
    QTest::newRow("5 min, two days ago") << 2 * day << qint64(300) << 600 << 60 << 60;
    QTest::newRow("30 days in 600") << 30 * day << 30 * day << 600 << 3600 << 7200;
    QTest::newRow("1 h, 40 days ago") << 40 * day << hour << 600 << 3600 << 3600;
    QTest::newRow("2 years in 600") << 730 * day << 730 * day << 600 << 3600 << 48 * 3600;
    QTest::newRow("2 years in 2") << 730 * day << 730 * day << 2 << 3600 << 168 * 3600 * 128;
    QTest::newRow("1 s in 1") << qint64(1) << qint64(1) << 1 << 1 << 1;
}

void SamplesTest::plans()
{
    QFETCH(qint64, back);
    QFETCH(qint64, length);
    QFETCH(int, points);
    QFETCH(int, tier);
    QFETCH(int, bucket);
    const support::FakeClock clock;
    const QDateTime from = clock.now().addSecs(-back);
    const auto plan = store::planFor(query(from, from.addSecs(length), points), {}, clock.now());
    QVERIFY(plan);
    QCOMPARE(store::tierWidth(plan->tier), tier * 1000LL);
    QCOMPARE(plan->bucket, bucket * 1000LL);
    QCOMPARE(plan->from % plan->bucket, 0);
    QCOMPARE(plan->to % plan->bucket, 0);
    QVERIFY(plan->from <= from.toMSecsSinceEpoch() && plan->to >= from.addSecs(length).toMSecsSinceEpoch());
    QVERIFY((plan->to - plan->from) / plan->bucket <= points);
}

void SamplesTest::refusesNonsense()
{
    Bench bench;
    QVERIFY(!bench.open());
    const QDateTime now = bench.clock.now();
    for (const core::SampleQuery &bad :
         {query(now, now, 1), query(now, now.addSecs(-1), 1), query(now, {}, 1),
          query(now, now.addSecs(1), 0), query(now, now.addSecs(1), 10001)})
        QCOMPARE(wait(bench.store->samples().range(bad)).error().code, core::ErrorCode::Invalid);
    const auto unknown = wait(bench.store->samples().range(query(now, now.addSecs(9), 10, {cpu, memory})));
    QVERIFY(unknown);
    QCOMPARE(unknown->series.size(), 2);
    QCOMPARE(unknown->series.at(1).name, memory);
    QVERIFY(unknown->series.at(1).points.isEmpty());
}

void SamplesTest::everyTierTellsTheSame()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::SampleStore &samples = bench.store->samples();
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(
        store::bucketStart(bench.clock.now().toMSecsSinceEpoch(), 3'600'000) - 2 * 3'600'000, Qt::UTC);
    QRandomGenerator random(1);
    double sum = 0;
    double least = std::numeric_limits<double>::max();
    double most = 0;
    const int count = 7000; // nearly two hours
    for (int second = 0; second < count; ++second) {
        const double value = random.bounded(1000);
        sum += value;
        least = qMin(least, value);
        most = qMax(most, value);
        samples.append(frame(start.addSecs(second).addMSecs(random.bounded(1000)), value));
        if (second % 500 == 0)
            QVERIFY(wait(samples.range(query(start, start.addSecs(1), 1)))); // keeps the queue short
    }
    for (const int points : {8000, 200, 2, 1}) { // from seconds, minutes, hours and hours
        const auto range = wait(samples.range(query(start, start.addSecs(7200), points)));
        QVERIFY(range);
        const core::SampleSeries &series = range->series.first();
        QVERIFY(series.points.size() <= points);
        QCOMPARE(readings(series), count);
        QCOMPARE(total(series), sum);
        const auto lowest = std::min_element(series.points.begin(), series.points.end(),
                                             [](const auto &a, const auto &b) { return a.min < b.min; });
        const auto highest = std::max_element(series.points.begin(), series.points.end(),
                                              [](const auto &a, const auto &b) { return a.max < b.max; });
        QCOMPARE(lowest->min, least);
        QCOMPARE(highest->max, most);
        for (const core::SamplePoint &point : series.points)
            QCOMPARE(point.at % range->bucket.count(), 0);
    }
}

void SamplesTest::gapsStayGaps()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::SampleStore &samples = bench.store->samples();
    const QDateTime start = bench.clock.now().addSecs(-100);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    samples.append(frame(start, 1));
    samples.append(frame(start.addSecs(1), nan));
    samples.append(frame(start.addSecs(2), HUGE_VAL));
    samples.append(frame(start.addSecs(50), 3));
    const auto range = wait(samples.range(query(start, start.addSecs(60), 60)));
    QVERIFY(range);
    const QList<core::SamplePoint> &points = range->series.first().points;
    QCOMPARE(points.size(), 2);
    QCOMPARE(points.at(0).at, start.toMSecsSinceEpoch());
    QCOMPARE(points.at(0).avg, 1);
    QCOMPARE(points.at(1).at, start.addSecs(50).toMSecsSinceEpoch());
    QCOMPARE(points.at(1).count, 1);
    const auto whole = wait(samples.range(query(start, start.addSecs(60), 1)));
    QCOMPARE(readings(whole->series.first()), 2);
}

void SamplesTest::rollUpsAreExactAcrossRestarts()
{
    Bench bench;
    const QDateTime start = bench.clock.now().addSecs(-3600);
    double sum = 0;
    for (int second = 0; second < 300; ++second) {
        if (second % 37 == 0)
            QVERIFY(!bench.open());
        bench.store->samples().append(frame(start.addSecs(second), second));
        sum += second;
    }
    const auto range = wait(bench.store->samples().range(query(start, start.addSecs(3600), 2)));
    QVERIFY(range);
    QCOMPARE(range->tier, std::chrono::milliseconds(std::chrono::minutes(1)));
    QCOMPARE(readings(range->series.first()), 300);
    QCOMPARE(total(range->series.first()), sum);
}

void SamplesTest::layoutsMayChange()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::SampleStore &samples = bench.store->samples();
    const QDateTime start = bench.clock.now().addSecs(-3600);
    const QString disk = QStringLiteral("disk /srv");
    samples.append({host, start, {{cpu, 1}, {memory, 10}}});
    samples.append({host, start.addSecs(1), {{cpu, 2}, {disk, 5}, {memory, 20}}});
    samples.append({host, start.addSecs(2), {{disk, 7}}});
    samples.append({host, start.addSecs(3), {}});
    samples.append({QStringLiteral("other"), start, {{cpu, 1000}}});
    for (const int points : {3600, 100, 1}) {
        const auto range =
            wait(samples.range(query(start, start.addSecs(3600), points, {disk, cpu, memory})));
        QVERIFY(range);
        QCOMPARE(total(range->series.at(0)), 12);
        QCOMPARE(readings(range->series.at(0)), 2);
        QCOMPARE(total(range->series.at(1)), 3);
        QCOMPARE(total(range->series.at(2)), 30);
        QCOMPARE(readings(range->series.at(2)), 2);
    }
}

void SamplesTest::sameMomentCountsOnce()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::SampleStore &samples = bench.store->samples();
    const QDateTime at = bench.clock.now().addSecs(-10);
    samples.append(frame(at, 1));
    samples.append(frame(at, 9));
    const auto range = wait(samples.range(query(at, at.addSecs(3600), 1)));
    QCOMPARE(readings(range->series.first()), 1);
    QCOMPARE(total(range->series.first()), 1);
}

void SamplesTest::clocksMayJump()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::SampleStore &samples = bench.store->samples();
    const QDateTime start = bench.clock.now().addSecs(-7200);
    for (const int second : {0, 3700, 1, 5000, 2, 3701})
        samples.append(frame(start.addSecs(second), 1));
    const auto hours = wait(samples.range(query(start, start.addSecs(7200), 2)));
    QCOMPARE(readings(hours->series.first()), 6);
    const auto minutes = wait(samples.range(query(start, start.addSecs(60), 2)));
    QCOMPARE(readings(minutes->series.first()), 3);
    QCOMPARE(minutes->series.first().points.size(), 1 + int(minutes->bucket.count() < 3000) * 2);
}

void SamplesTest::purgesByTier()
{
    Bench bench;
    QVERIFY(!bench.open());
    core::SampleStore &samples = bench.store->samples();
    const QDateTime start = bench.clock.now();
    for (int second = 0; second < 900; ++second)
        samples.append(frame(start.addSecs(second * 10), 1));
    QVERIFY(wait(samples.range(query(start, start.addSecs(1), 1))));
    bench.clock.jump(std::chrono::hours(27));
    bench.clock.advance(std::chrono::minutes(2));
    const auto minutes = wait(samples.range(query(start, start.addSecs(9000), 10000)));
    QCOMPARE(minutes->tier, std::chrono::milliseconds(60'000));
    QCOMPARE(readings(minutes->series.first()), 900);
    bench.clock.jump(-std::chrono::hours(27));
    QTRY_COMPARE(readings(wait(samples.range(query(start, start.addSecs(9000), 10000)))->series.first()), 0);
    bench.clock.jump(std::chrono::hours(24 * 31));
    bench.clock.advance(std::chrono::minutes(2));
    bench.clock.jump(-std::chrono::hours(24 * 31 - 48));
    QTRY_COMPARE(readings(wait(samples.range(query(start, start.addSecs(9000), 10000)))->series.first()), 0);
    const auto hours = wait(samples.range(query(start, start.addSecs(9000), 3)));
    QCOMPARE(hours->tier, std::chrono::milliseconds(3'600'000));
    QCOMPARE(readings(hours->series.first()), 900);
    bench.clock.jump(std::chrono::hours(24 * 731));
    bench.clock.advance(std::chrono::minutes(2));
    QTRY_COMPARE(readings(wait(samples.range(query(start, start.addSecs(9000), 3)))->series.first()), 0);
}

QTEST_GUILESS_MAIN(SamplesTest)
#include "samplestest.moc"
