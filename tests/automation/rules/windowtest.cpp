// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/window.h"

#include "domain/automation/rules/trend.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace automation::rules;

namespace {
constexpr qint64 second = 1000;
constexpr qint64 hour = 3600 * second;

/// The same by looking at everything again.
double naive(Aggregate aggregate, const std::vector<std::pair<qint64, double>> &all, qint64 from)
{
    std::vector<double> values;
    std::vector<qint64> times;
    for (const auto &[at, value] : all) {
        if (at > from) {
            times.push_back(at);
            values.push_back(value);
        }
    }
    double increase = 0;
    for (size_t i = 1; i < values.size(); ++i)
        increase += values[i] < values[i - 1] ? values[i] : values[i] - values[i - 1];
    const double seconds = double(times.back() - times.front()) / 1000;
    switch (aggregate) {
    case Aggregate::Avg:
        return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    case Aggregate::Min:
        return *std::min_element(values.begin(), values.end());
    case Aggregate::Max:
        return *std::max_element(values.begin(), values.end());
    case Aggregate::Sum:
        return std::accumulate(values.begin(), values.end(), 0.0);
    case Aggregate::Count:
        return double(values.size());
    case Aggregate::Last:
        return values.back();
    case Aggregate::Rate:
        return increase / seconds;
    case Aggregate::Delta:
        return values.back() - values.front();
    default:
        std::sort(values.begin(), values.end());
        return values[size_t(std::ceil(0.95 * double(values.size()))) - 1];
    }
}
} // namespace

/// What a window makes of its readings, one at a time.
class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAsIfAllWereLookedAtAgain_data()
    {
        QTest::addColumn<int>("aggregate");
        for (const Aggregate aggregate :
             {Aggregate::Avg, Aggregate::Min, Aggregate::Max, Aggregate::Sum, Aggregate::Rate,
              Aggregate::Delta, Aggregate::P95, Aggregate::Last, Aggregate::Count})
            QTest::newRow(qPrintable(textOf(aggregate))) << int(aggregate);
    }

    void itIsAsIfAllWereLookedAtAgain()
    {
        QFETCH(int, aggregate);
        Window window{Aggregate(aggregate), 300 * second};
        std::mt19937 random(7);
        std::vector<std::pair<qint64, double>> all;
        qint64 at = 1'800'000'000'000;
        for (int i = 0; i < 1500; ++i) {
            at += 1000 + qint64(random() % 9) * 500;
            const double value = double(random() % 1000) / 10;
            all.emplace_back(at, value);
            window.add(at, value);
            window.expire(at);
            if (i < 2)
                continue;
            const double expected = naive(Aggregate(aggregate), all, at - 300 * second);
            QVERIFY2(std::abs(*window.value(at) - expected) < 1e-9 * std::max(1.0, std::abs(expected)),
                     qPrintable(u"%1: %2 is not %3"_qs.arg(i).arg(*window.value(at)).arg(expected)));
        }
        window.expire(at + 300 * second);
        QVERIFY(window.isEmpty());
        QCOMPARE(window.due(), 0);
    }

    void aLongWindowIsKeptCoarsely()
    {
        Window mean(Aggregate::Avg, 24 * hour);
        Window highest(Aggregate::Max, 24 * hour);
        Window percentile(Aggregate::P95, 24 * hour);
        qint64 at = 1'800'000'000'000;
        for (int i = 0; i < 48 * 3600; i += 10, at += 10 * second) {
            for (Window *window : {&mean, &highest, &percentile}) {
                window->add(at, i);
                window->expire(at);
            }
        }
        at -= 10 * second;
        const double last = 48 * 3600 - 10;
        const double bucket = 24.0 * 3600 / 360;
        QVERIFY(std::abs(*mean.value(at) - (last - 12 * 3600)) < bucket);
        QCOMPARE(*highest.value(at), last);
        QVERIFY(std::abs(*percentile.value(at) - (last - 0.05 * 24 * 3600)) < 2 * bucket);
        QVERIFY(mean.newest(100'000).size() <= 362);
    }

    void aFallingExtremeLeavesInItsTime()
    {
        Window highest(Aggregate::Max, hour);
        qint64 at = 1'800'000'000'000;
        for (int i = 0; i < 2 * 3600; ++i, at += second) {
            highest.add(at, -i);
            highest.expire(at);
            if (i > 3600)
                QVERIFY(std::abs(*highest.value(at) - (3600 - i)) <= 12);
        }
    }

    void whatIsHugeLeavesNothingBehind()
    {
        Window mean(Aggregate::Avg, 10 * second);
        qint64 at = 1'800'000'000'000;
        mean.add(at, 1e17);
        for (int i = 0; i < 12; ++i) {
            mean.add(at += second, 1.25);
            mean.expire(at);
        }
        QCOMPARE(*mean.value(at), 1.25);
        mean.add(at += second, 1e308);
        mean.add(at += second, 1e308);
        for (int i = 0; i < 12; ++i) {
            mean.add(at += second, 2.5);
            mean.expire(at);
        }
        QCOMPARE(*mean.value(at), 2.5);
    }

    void aCounterMayBeginAnew()
    {
        Window rate(Aggregate::Rate, 60 * second);
        qint64 at = 1'800'000'000'000;
        rate.add(at, 1000);
        QVERIFY(!rate.value(at));
        rate.add(at + 10 * second, 1100);
        rate.add(at + 20 * second, 50);
        rate.expire(at + 20 * second);
        QCOMPARE(*rate.value(at + 20 * second), 7.5);
        rate.expire(at + 65 * second);
        QCOMPARE(*rate.value(at + 65 * second), 5.0);
    }

    void theClockMayGoBack()
    {
        Window mean(Aggregate::Avg, 60 * second);
        const qint64 at = 1'800'000'000'000;
        for (int i = 0; i < 20; ++i)
            mean.add(at + i * second, i);
        mean.turnBack(at + 9 * second);
        QCOMPARE(*mean.value(at + 9 * second), 4.5);
        mean.add(at + 10 * second, 10);
        QCOMPARE(*mean.value(at + 10 * second), 5.0);
    }

    void aForecastFollowsTheTrend()
    {
        Window forecast(Aggregate::Predict, 6 * hour, 100);
        qint64 at = 1'800'000'000'000;
        double usage = 50;
        for (int i = 0; i < 6 * 60; ++i, at += 60 * second, usage += 1.0 / 60) { // a percent an hour
            forecast.add(at, i % 61 == 0 ? usage + 20 : usage);                  // with wild readings
            forecast.expire(at);
            if (i == 60)
                QVERIFY(!forecast.value(at)); // that early it says nothing
        }
        at -= 60 * second;
        const double hours = *forecast.value(at) / 3600;
        QVERIFY2(std::abs(hours - 44) < 1.5, qPrintable(QString::number(hours)));
        QVERIFY(std::abs(*forecast.value(at + hour / 2) - (hours * 3600 - 1800)) < 1);
    }

    void whereThereIsNoTrendThereIsNoForecast()
    {
        Window flat(Aggregate::Predict, hour, 100);
        Window falling(Aggregate::Predict, hour, 100);
        Window noise(Aggregate::Predict, hour, 100);
        Window over(Aggregate::Predict, hour, 100);
        std::mt19937 random(3);
        qint64 at = 1'800'000'000'000;
        for (int i = 0; i < 120; ++i, at += 30 * second) {
            flat.add(at, 42);
            falling.add(at, 90 - i * 0.1);
            noise.add(at, 50 + double(random() % 100) / 50);
            over.add(at, 101 + i * 0.1);
        }
        at -= 30 * second;
        QVERIFY(std::isinf(*flat.value(at)));
        QVERIFY(std::isinf(*falling.value(at)));
        QVERIFY(std::isinf(*noise.value(at)));
        QVERIFY(std::isinf(*over.value(at))); // past it: that is for another rule
    }

    void aTrendNeedsTenPoints()
    {
        std::vector<Point> points;
        for (int i = 0; i < 9; ++i)
            points.push_back({double(i), 2.0 * i});
        QVERIFY(!trendOf(points));
        points.push_back({9, 18});
        const auto trend = trendOf(points);
        QVERIFY(trend && trend->isSignificant);
        QCOMPARE(trend->slope, 2.0);
        QCOMPARE(trend->level, 0.0);
        QVERIFY(!trendOf(std::vector<Point>(20, Point{1, 1})));
    }
};

QTEST_GUILESS_MAIN(WindowTest)
#include "windowtest.moc"
