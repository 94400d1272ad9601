// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chartscale.h"
#include "kit/decimate.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

#include <cmath>

namespace {

QList<kit::ChartPoint> samples(const QList<std::pair<qint64, double>> &values)
{
    QList<kit::ChartPoint> points;
    for (const auto &[at, value] : values)
        points << kit::ChartPoint::sample(at, value);
    return points;
}

QList<kit::ChartPoint> noise(int count, qint64 step)
{
    QRandomGenerator random(7);
    QList<kit::ChartPoint> points;
    for (int i = 0; i < count; ++i)
        points << kit::ChartPoint::sample(i * step, random.bounded(1000.0));
    return points;
}

QStringList texts(const QList<kit::TimeTick> &ticks)
{
    QStringList texts;
    for (const kit::TimeTick &tick : ticks)
        texts << tick.text;
    return texts;
}

qint64 moment(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

class KitDecimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryPointThatFits();
    void keepsLowestAndHighestOfEachColumn();
    void staysInTheOrderOfTime();
    void meansWeighTheirCount();
    void breaksAtMissingBuckets();
    void ignoresGapsThinnerThanAColumn();
    void loneBucketHasAWidth();
    void bandHoldsTheExtremes();
    void neighboursOutsideReachTheEdge();
    void nothingIsNothing();
    void gapsAreCutToTheRange();
    void gapsInCommon();
    void typicalStep();
    void scales_data();
    void scales();
    void times();
    void timesOverDaylightSaving();
    void timesNeverCrowd();
};

void KitDecimate::keepsEveryPointThatFits()
{
    const auto runs = kit::decimate(samples({{0, 1}, {1000, 5}, {2000, 2}, {3000, 4}}), 1000, 0, 3000, 300);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.at(0).line, (QList<QPointF>{{0, 1}, {1000, 5}, {2000, 2}, {3000, 4}}));
    QVERIFY(runs.at(0).low.isEmpty());
}

void KitDecimate::keepsLowestAndHighestOfEachColumn()
{
    constexpr int Columns = 100;
    constexpr qint64 To = 100'000'000;
    const QList<kit::ChartPoint> points = noise(100'000, 1000);
    const auto runs = kit::decimate(points, 1000, 0, To, Columns);
    QCOMPARE(runs.size(), 1);
    QHash<qint64, std::pair<double, double>> wanted;
    for (const kit::ChartPoint &point : points) {
        const qint64 column = point.at * Columns / To;
        auto &edge = wanted.insert(column, wanted.value(column, {point.avg, point.avg})).value();
        edge = {std::min(edge.first, point.avg), std::max(edge.second, point.avg)};
    }
    QCOMPARE(runs.at(0).line.size(), runs.at(0).low.size());
    QCOMPARE(runs.at(0).low.size(), wanted.size());
    for (qsizetype i = 0; i < runs.at(0).low.size(); ++i) {
        const auto edge = wanted.value(qint64(runs.at(0).low.at(i).x()) * Columns / To);
        QCOMPARE(runs.at(0).low.at(i).y(), edge.first);
        QCOMPARE(runs.at(0).high.at(i).y(), edge.second);
        QVERIFY(runs.at(0).line.at(i).y() > edge.first && runs.at(0).line.at(i).y() < edge.second);
    }
}

void KitDecimate::staysInTheOrderOfTime()
{
    for (const auto &run : kit::decimate(noise(50'000, 1000), 1000, 3'000'000, 40'000'000, 333)) {
        for (qsizetype i = 1; i < run.line.size(); ++i)
            QVERIFY(run.line.at(i - 1).x() < run.line.at(i).x());
        for (qsizetype i = 1; i < run.low.size(); ++i)
            QVERIFY(run.low.at(i - 1).x() < run.low.at(i).x());
    }
}

void KitDecimate::meansWeighTheirCount()
{
    const QList<kit::ChartPoint> points{{0, 1, 1, 1, 30}, {1000, 5, 5, 5, 10}, {10'000, 2, 2, 2, 1}};
    const auto runs = kit::decimate(points, 10'000, 0, 10'000, 5);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.at(0).line, (QList<QPointF>{{500, 2}, {10'000, 2}}));
    QCOMPARE(runs.at(0).low.first().y(), 1.0);
    QCOMPARE(runs.at(0).high.first().y(), 5.0);
}

void KitDecimate::breaksAtMissingBuckets()
{
    const auto points = samples({{0, 1}, {1000, 1}, {2400, 2}, {4000, 3}, {5000, 3}});
    const auto runs = kit::decimate(points, 1000, 0, 5000, 500);
    QCOMPARE(runs.size(), 2); // 1400 ms is late, 1600 ms is missing
    QCOMPARE(runs.at(0).line.size(), 3);
    QCOMPARE(runs.at(1).line.first().x(), 4000.0);
}

void KitDecimate::ignoresGapsThinnerThanAColumn()
{
    QList<kit::ChartPoint> points;
    for (int i = 0; i < 86'400; ++i) {
        if (i % 10 != 0)
            points << kit::ChartPoint::sample(i * 1000, i % 7);
    }
    const auto runs = kit::decimate(points, 1000, 0, 86'400'000, 400);
    QCOMPARE(runs.size(), 1);
    QVERIFY(runs.at(0).line.size() <= 2 * 401);
}

void KitDecimate::loneBucketHasAWidth()
{
    const auto runs = kit::decimate(samples({{0, 1}, {10'000, 7}, {20'000, 1}}), 1000, 0, 20'000, 200);
    QCOMPARE(runs.size(), 3);
    QCOMPARE(runs.at(1).line, (QList<QPointF>{{10'000, 7}, {11'000, 7}}));
}

void KitDecimate::bandHoldsTheExtremes()
{
    QList<kit::ChartPoint> points;
    for (int i = 0; i < 1000; ++i)
        points << kit::ChartPoint{i * 1000, i == 500 ? -9.0 : 1.0, 2.0, i == 700 ? 99.0 : 3.0, 10};
    const auto runs = kit::decimate(points, 1000, 0, 1'000'000, 50);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.at(0).low.size(), runs.at(0).high.size());
    double low = 0;
    double high = 0;
    for (qsizetype i = 0; i < runs.at(0).low.size(); ++i) {
        QCOMPARE(runs.at(0).low.at(i).x(), runs.at(0).high.at(i).x());
        low = std::min(low, runs.at(0).low.at(i).y());
        high = std::max(high, runs.at(0).high.at(i).y());
    }
    QCOMPARE(low, -9.0);
    QCOMPARE(high, 99.0);
}

void KitDecimate::neighboursOutsideReachTheEdge()
{
    const auto runs = kit::decimate(noise(100, 1000), 1000, 10'500, 20'500, 800);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.at(0).line.first().x(), 10'000.0);
    QCOMPARE(runs.at(0).line.last().x(), 21'000.0);
}

void KitDecimate::nothingIsNothing()
{
    QVERIFY(kit::decimate({}, 1000, 0, 1000, 100).isEmpty());
    QVERIFY(kit::decimate(noise(10, 1000), 1000, 5000, 5000, 100).isEmpty());
    QVERIFY(kit::decimate(noise(10, 1000), 1000, 0, 5000, 0).isEmpty());
    QVERIFY(kit::gapsOf({}, 1000, 0, 1000).isEmpty());
}

void KitDecimate::gapsAreCutToTheRange()
{
    const auto points = samples({{0, 1}, {1000, 1}, {60'000, 2}, {61'000, 3}});
    auto gaps = kit::gapsOf(points, 1000, 0, 61'000);
    QCOMPARE(gaps.size(), 1);
    QCOMPARE(gaps.at(0).from, 2000);
    QCOMPARE(gaps.at(0).to, 60'000);
    gaps = kit::gapsOf(points, 1000, 10'000, 20'000);
    QCOMPARE(gaps.size(), 1);
    QCOMPARE(gaps.at(0).from, 10'000);
    QCOMPARE(gaps.at(0).to, 20'000);
}

void KitDecimate::gapsInCommon()
{
    const auto both = kit::commonGaps({{0, 10}, {20, 30}}, {{5, 22}, {29, 40}});
    QCOMPARE(both.size(), 3);
    QCOMPARE(both.at(0).from, 5);
    QCOMPARE(both.at(0).to, 10);
    QCOMPARE(both.at(1).from, 20);
    QCOMPARE(both.at(1).to, 22);
    QCOMPARE(both.at(2).from, 29);
    QVERIFY(kit::commonGaps({{0, 10}}, {}).isEmpty());
}

void KitDecimate::typicalStep()
{
    QCOMPARE(kit::typicalStep({}), 0);
    QCOMPARE(kit::typicalStep(samples({{0, 1}, {1000, 1}, {2000, 1}, {90'000, 1}})), 1000);
}

void KitDecimate::scales_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("bottom");
    QTest::addColumn<double>("top");
    QTest::newRow("nothing") << 0.0 << 0.0 << 0.0 << 1.0;
    QTest::newRow("68") << 12.0 << 68.0 << 0.0 << 75.0;
    QTest::newRow("91 needs head-room") << 0.0 << 91.0 << 0.0 << 120.0;
    QTest::newRow("small") << 0.0 << 0.004 << 0.0 << 0.005;
    QTest::newRow("below zero") << -12.0 << 20.0 << -20.0 << 30.0;
    QTest::newRow("all below zero") << -12.0 << -3.0 << -15.0 << 0.0;
}

void KitDecimate::scales()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, bottom);
    QFETCH(double, top);
    const kit::ValueScale scale = kit::niceScale(low, high, 4);
    QCOMPARE(scale.low, bottom);
    QVERIFY2(std::abs(scale.high - top) < top * 1e-9 + 1e-12, qPrintable(QString::number(scale.high)));
    QVERIFY(scale.high >= high * 1.1 - 1e-9);
    QVERIFY(scale.ticks().size() >= 3 && scale.ticks().size() <= 7);
    QCOMPARE(scale.ticks().first(), scale.low);
}

void KitDecimate::times()
{
    const QTimeZone berlin("Europe/Berlin");
    QVERIFY(berlin.isValid());
    const qint64 from = moment("2026-11-20T13:25:10Z");
    QCOMPARE(texts(kit::timeTicks(from, from + 300'000, 6, berlin)),
             (QStringList{QStringLiteral("14:26"), QStringLiteral("14:27"), QStringLiteral("14:28"),
                          QStringLiteral("14:29"), QStringLiteral("14:30")}));
    QCOMPARE(
        texts(kit::timeTicks(from, from + 20'000, 3, berlin)),
        (QStringList{QStringLiteral("14:25:10"), QStringLiteral("14:25:20"), QStringLiteral("14:25:30")}));
    const qint64 evening = moment("2026-11-20T17:00:00Z");
    QCOMPARE(texts(kit::timeTicks(evening, evening + 12 * 3'600'000, 4, berlin)),
             (QStringList{QStringLiteral("18:00"), QStringLiteral("21:00"), QStringLiteral("21 Nov"),
                          QStringLiteral("03:00"), QStringLiteral("06:00")}));
}

void KitDecimate::timesOverDaylightSaving()
{
    const QTimeZone berlin("Europe/Berlin"); // back by an hour on 25 October 2026
    const qint64 from = moment("2026-10-23T22:00:00Z");
    const auto ticks = kit::timeTicks(from, moment("2026-10-27T23:00:00Z"), 6, berlin);
    for (const kit::TimeTick &tick : ticks)
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(tick.at, berlin).time(), QTime(0, 0));
    QCOMPARE(ticks.size(), 5);
}

void KitDecimate::timesNeverCrowd()
{
    const qint64 from = moment("2026-01-15T10:11:12Z");
    for (qint64 span = 2000; span < 3LL * 365 * 86'400'000; span = span * 3 / 2) {
        for (const int most : {2, 5, 9}) {
            const auto ticks = kit::timeTicks(from, from + span, most, QTimeZone::utc());
            QVERIFY2(ticks.size() <= most + 1, qPrintable(QString::number(span)));
            QVERIFY2(most == 2 || !ticks.isEmpty(), qPrintable(QString::number(span)));
        }
    }
}

QTEST_GUILESS_MAIN(KitDecimate)
#include "kit_decimate.moc"
