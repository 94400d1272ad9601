// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/chart.h"
#include "kit/chartscale.h"

namespace kit {

/// Everything one drawing of a chart is made from.
struct ChartPicture
{
    static constexpr qsizetype mostTold = 3; ///< markers in words

    QList<ChartSeries> series;
    QList<ChartMarker> markers;
    QList<ChartShade> shades;
    QString unit;
    ChartFormatter written; ///< writes a value
    ChartFormatter tick;    ///< writes a value of the axis
    qint64 from = 0;
    qint64 to = 0;
    qint64 bucket = 0;
    YRange yRange = YRange::Auto;

    [[nodiscard]] bool empty() const { return to <= from; }
    /// The given bucket, else the typical step of the series, else that of the first with points.
    [[nodiscard]] qint64 bucketOf(const ChartSeries &one) const;
    /// The point whose bucket holds or is next to a moment; null when there is a gap.
    [[nodiscard]] const ChartPoint *pointAt(const ChartSeries &one, qint64 at) const;
    /// The last point inside the range; null when there is none.
    [[nodiscard]] const ChartPoint *lastPoint(const ChartSeries &one) const;
    /// The gaps that all series have in common.
    [[nodiscard]] QList<ChartGap> gaps() const;
    /// The gaps of one series, its missing ends included.
    [[nodiscard]] QList<ChartGap> gapsOfOne(const ChartSeries &one) const;
    /// The markers that are seen, as far as they reach into the range.
    [[nodiscard]] QList<ChartMarker> markersSeen() const;
    /// What holds at a moment, the last first: it is drawn over the others.
    [[nodiscard]] QList<ChartMarker> markersAt(qint64 at) const;
    /// The value axis for what is in the range.
    [[nodiscard]] ValueScale scale(int wantedTicks) const;
};

} // namespace kit
