// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/chartseries.h"

#include <QPointF>

namespace kit {

/// A run of points without a gap, ready to draw: x in ms since the epoch, y in the unit of the series.
struct ChartRun
{
    QList<QPointF> line; ///< averages, in the order of time
    QList<QPointF>
        low; ///< lower edge of the band at the same x; empty when there is nothing between the edges
    QList<QPointF> high; ///< upper edge of the band
};

/// The place of the first point not before `at`; the size when there is none.
[[nodiscard]] qsizetype firstAtOrAfter(const QList<ChartPoint> &points, qint64 at);

/// The typical distance of neighbours in ms (the median of at most 64 of them); 0 with fewer than two points.
[[nodiscard]] qint64 typicalStep(const QList<ChartPoint> &points);

/// The gaps between neighbours further apart than 1.5 buckets, cut to the range.
[[nodiscard]] QList<ChartGap> gapsOf(const QList<ChartPoint> &points, qint64 bucketMs, qint64 from,
                                     qint64 to);

/// The stretches that are gaps in both lists; each list ascends.
[[nodiscard]] QList<ChartGap> commonGaps(const QList<ChartGap> &one, const QList<ChartGap> &other);

/// What a plot of `columns` pixels shows of [from, to]: runs broken at gaps of more than 1.5 buckets, and in
/// each pixel column at most one point of the line, the mean of what lies in it, with the exact lowest and
/// highest value as the band. The neighbours just outside the range stay, so that lines reach the edge. A
/// lone point becomes a run one bucket wide.
[[nodiscard]] QList<ChartRun> decimate(const QList<ChartPoint> &points, qint64 bucketMs, qint64 from,
                                       qint64 to, int columns);

} // namespace kit
