// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/chartvalues.h"

#include "client/shownvalues.h"
#include "kit/chart.h"
#include "kit/decimate.h"

#include <algorithm>

namespace metrics {

namespace {
constexpr int keptDigits = 7;
constexpr qint64 second = 1000;
constexpr double msPerSecond = 1000;

double rounded(double value) { return QString::number(value, 'g', keptDigits).toDouble(); }

QList<kit::ChartPoint> between(const QList<kit::ChartPoint> &points, qint64 from, qint64 to)
{
    const qsizetype first = kit::firstAtOrAfter(points, from);
    return points.mid(first, kit::firstAtOrAfter(points, to + 1) - first);
}

QList<kit::ChartPoint> merged(const QList<kit::ChartPoint> &points, qint64 width)
{
    QList<kit::ChartPoint> buckets;
    for (const kit::ChartPoint &point : points) {
        const qint64 begin = point.at - point.at % width;
        if (buckets.isEmpty() || buckets.last().at != begin) {
            buckets << point;
            buckets.last().at = begin;
            continue;
        }
        kit::ChartPoint &into = buckets.last();
        const int count = into.count + point.count;
        into = {begin, std::min(into.min, point.min),
                (into.avg * into.count + point.avg * point.count) / std::max(1, count),
                std::max(into.max, point.max), count};
    }
    return buckets;
}

QList<QList<double>> written(const QList<kit::ChartPoint> &points)
{
    const bool isBucket = std::any_of(points.begin(), points.end(),
                                      [](const kit::ChartPoint &point) { return point.count > 1; });
    QList<QList<double>> all;
    for (const kit::ChartPoint &point : points) {
        if (isBucket)
            all << QList<double>{double(point.at), rounded(point.min), rounded(point.avg),
                                 rounded(point.max)};
        else
            all << QList<double>{double(point.at), rounded(point.avg)};
    }
    return all;
}
} // namespace

chat::PictureValues chartValues(const kit::Chart &chart, const QStringList &sources)
{
    QList<QList<kit::ChartPoint>> lines;
    qint64 width = chart.bucket();
    for (const kit::ChartSeries &one : chart.series()) {
        lines << between(one.points, chart.from(), chart.to());
        width = std::max(width, kit::typicalStep(lines.last()));
    }
    const auto count = [&lines] {
        qsizetype points = 0;
        for (const QList<kit::ChartPoint> &line : lines)
            points += line.size();
        return points;
    };
    while (count() > chat::mostValuePoints) {
        width = std::max(second, 2 * width);
        for (QList<kit::ChartPoint> &line : lines)
            line = merged(line, width);
    }
    chat::PictureValues values;
    values.resolution = double(width) / msPerSecond;
    for (qsizetype place = 0; place < lines.size() && place < chat::mostValueLines; ++place) {
        const kit::ChartSeries &one = chart.series().at(place);
        if (!lines[place].isEmpty())
            values.lines << chat::ShownLine{lines.size() == 1 ? chart.title() : one.name,
                                            sources.value(place), one.unit, written(lines[place])};
    }
    return client::fitted(values);
}

} // namespace metrics
