// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chartpicture.h"

#include "kit/decimate.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace kit {

qint64 ChartPicture::bucketOf(const ChartSeries &one) const
{
    if (bucket > 0)
        return bucket;
    return typicalStep(one.points);
}

const ChartPoint *ChartPicture::pointAt(const ChartSeries &one, qint64 at) const
{
    if (one.points.isEmpty())
        return nullptr;
    const qsizetype after = firstAtOrAfter(one.points, at);
    const ChartPoint *best = nullptr;
    for (const qsizetype i : {after - 1, after}) {
        if (i < 0 || i >= one.points.size())
            continue;
        const ChartPoint *point = &one.points.at(i);
        if (!best || std::abs(point->at - at) < std::abs(best->at - at))
            best = point;
    }
    const qint64 reach = std::max<qint64>(bucketOf(one), 1);
    return best && std::abs(best->at - at) <= reach ? best : nullptr;
}

const ChartPoint *ChartPicture::lastPoint(const ChartSeries &one) const
{
    const qsizetype end = firstAtOrAfter(one.points, to + 1);
    if (end == 0 || one.points.at(end - 1).at < from)
        return nullptr;
    return &one.points.at(end - 1);
}

/// The gaps of a series, with what is missing before its first and after its last point. The newest bucket is
/// always a little late, so a short end does not count.
QList<ChartGap> ChartPicture::gapsOfOne(const ChartSeries &one) const
{
    if (one.points.isEmpty())
        return {{from, to}};
    const qint64 width = bucketOf(one);
    const qint64 late = std::max(3 * width, (to - from) / 50);
    QList<ChartGap> own = gapsOf(one.points, width, from, to);
    const qint64 first = std::min(to, one.points.constFirst().at);
    const qint64 last = std::max(from, one.points.constLast().at + width);
    if (first - from > late)
        own.prepend({from, first});
    if (to - last > late)
        own.append({last, to});
    return own;
}

QList<ChartGap> ChartPicture::gaps() const
{
    QList<ChartGap> common;
    for (qsizetype place = 0; place < series.size(); ++place) {
        const ChartSeries &one = series.at(place);
        const QList<ChartGap> own = gapsOfOne(one);
        common = place == 0 ? own : commonGaps(common, own);
    }
    return common;
}

QList<ChartMarker> ChartPicture::markersSeen() const
{
    QList<ChartMarker> seen;
    std::copy_if(markers.begin(), markers.end(), std::back_inserter(seen), [this](const ChartMarker &marker) {
        return marker.from <= to && std::max(marker.from, marker.to) >= from;
    });
    return seen;
}

QList<ChartMarker> ChartPicture::markersAt(qint64 at) const
{
    // What began and ended between two points of the line is at the nearer one.
    const qint64 reach = series.isEmpty() ? 0 : bucketOf(series.constFirst());
    QList<ChartMarker> found;
    for (const ChartMarker &marker : markersSeen()) {
        if (marker.from - reach <= at && at - reach <= std::max(marker.from, marker.to))
            found.prepend(marker);
    }
    return found;
}

ValueScale ChartPicture::scale(int wantedTicks) const
{
    if (yRange == YRange::Percent)
        return {0, 100, wantedTicks >= 4 ? 25.0 : 50.0};
    double low = 0;
    double high = 0;
    for (const ChartSeries &one : series) {
        for (qsizetype i = firstAtOrAfter(one.points, from); i < one.points.size(); ++i) {
            const ChartPoint &point = one.points.at(i);
            if (point.at > to)
                break;
            low = std::min(low, point.min);
            high = std::max(high, point.max);
        }
    }
    return niceScale(low, high, wantedTicks);
}

} // namespace kit
