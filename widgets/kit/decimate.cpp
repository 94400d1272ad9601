// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/decimate.h"

#include <algorithm>
#include <cmath>

namespace kit {

namespace {

/// What one pixel column has seen so far.
struct Column
{
    qint64 place = -1;
    qint64 firstAt = 0;
    qint64 lastAt = 0;
    double low = 0;
    double high = 0;
    double sum = 0;
    double weight = 0;
};

bool breaks(const ChartPoint &before, const ChartPoint &after, qint64 bucketMs)
{
    return bucketMs > 0 && double(after.at - before.at) > 1.5 * double(bucketMs);
}

void widenColumn(Column &column, const ChartPoint &point)
{
    const double weight = std::max(1, point.count);
    column.lastAt = point.at;
    column.low = std::min(column.low, point.min);
    column.high = std::max(column.high, point.max);
    column.sum += point.avg * weight;
    column.weight += weight;
}

void startColumn(Column &column, qint64 place, const ChartPoint &point)
{
    column = {place, point.at, point.at, point.min, point.max, 0, 0};
    widenColumn(column, point);
}

void flushColumn(const Column &column, ChartRun &run)
{
    if (column.place < 0)
        return;
    const qint64 middle = column.firstAt + (column.lastAt - column.firstAt) / 2;
    const double x = double(middle);
    run.line << QPointF(x, column.sum / column.weight);
    run.low << QPointF(x, column.low);
    run.high << QPointF(x, column.high);
}

/// Gives a lone point a width, and drops a band that is no wider than the line.
void finishRun(ChartRun &run, double width, QList<ChartRun> &runs)
{
    if (run.line.isEmpty())
        return;
    for (QList<QPointF> *edge : {&run.line, &run.low, &run.high}) {
        if (edge->size() == 1)
            edge->append(edge->first() + QPointF(width, 0));
    }
    if (run.low == run.high) {
        run.low.clear();
        run.high.clear();
    }
    runs << run;
    run = {};
}

} // namespace

qsizetype firstAtOrAfter(const QList<ChartPoint> &points, qint64 at)
{
    const auto found =
        std::lower_bound(points.cbegin(), points.cend(), at,
                         [](const ChartPoint &point, qint64 moment) { return point.at < moment; });
    return found - points.cbegin();
}

qint64 typicalStep(const QList<ChartPoint> &points)
{
    QList<qint64> steps;
    const qsizetype first = std::max<qsizetype>(1, points.size() - 64);
    for (qsizetype i = first; i < points.size(); ++i)
        steps << points.at(i).at - points.at(i - 1).at;
    if (steps.isEmpty())
        return 0;
    std::nth_element(steps.begin(), steps.begin() + steps.size() / 2, steps.end());
    return steps.at(steps.size() / 2);
}

QList<ChartGap> gapsOf(const QList<ChartPoint> &points, qint64 bucketMs, qint64 from, qint64 to)
{
    QList<ChartGap> gaps;
    for (qsizetype i = std::max<qsizetype>(1, firstAtOrAfter(points, from)); i < points.size(); ++i) {
        const ChartPoint &before = points.at(i - 1);
        if (before.at >= to)
            break;
        if (breaks(before, points.at(i), bucketMs))
            gaps << ChartGap{std::max(from, before.at + bucketMs), std::min(to, points.at(i).at)};
    }
    return gaps;
}

QList<ChartGap> commonGaps(const QList<ChartGap> &one, const QList<ChartGap> &other)
{
    QList<ChartGap> common;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < one.size() && j < other.size()) {
        const ChartGap both{std::max(one.at(i).from, other.at(j).from),
                            std::min(one.at(i).to, other.at(j).to)};
        if (both.from < both.to)
            common << both;
        if (one.at(i).to < other.at(j).to)
            ++i;
        else
            ++j;
    }
    return common;
}

QList<ChartRun> decimate(const QList<ChartPoint> &points, qint64 bucketMs, qint64 from, qint64 to,
                         int columns)
{
    QList<ChartRun> runs;
    if (columns <= 0 || to <= from)
        return runs;
    const double msPerColumn = double(to - from) / columns;
    const qsizetype begin = std::max<qsizetype>(0, firstAtOrAfter(points, from) - 1);
    ChartRun run;
    Column column;
    const double loneWidth = std::max(double(bucketMs), msPerColumn * 2);
    for (qsizetype i = begin; i < points.size(); ++i) {
        const ChartPoint &point = points.at(i);
        const qint64 place =
            std::max<qint64>(-1, qint64(std::floor(double(point.at - from) / msPerColumn))) + 1;
        // a gap narrower than a pixel column cannot be seen and would only cost a run
        if (i > begin && breaks(points.at(i - 1), point, bucketMs) &&
            double(point.at - points.at(i - 1).at) > msPerColumn) {
            flushColumn(column, run);
            finishRun(run, loneWidth, runs);
            column = {};
        }
        if (column.place == place) {
            widenColumn(column, point);
        } else {
            flushColumn(column, run);
            startColumn(column, place, point);
        }
        if (point.at > to)
            break;
    }
    flushColumn(column, run);
    finishRun(run, loneWidth, runs);
    return runs;
}

} // namespace kit
