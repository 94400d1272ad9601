// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"

#include <QList>
#include <QString>

namespace kit {

/// One sample or bucket: its moment (ms since the epoch; a bucket's start) and what was measured in it.
struct ChartPoint
{
    qint64 at = 0;
    double min = 0;
    double avg = 0;
    double max = 0;
    int count = 1;

    /// A single measured value.
    [[nodiscard]] static ChartPoint sample(qint64 at, double value) { return {at, value, value, value, 1}; }
};

/// One line of a chart; the points ascend in time, and a missing bucket is a gap.
struct ChartSeries
{
    QString name;
    QString unit;
    QList<ChartPoint> points;
};

/// Something that happened: a shape above the plot, shaded from `from` to `to` where they differ.
struct ChartMarker
{
    qint64 from = 0;
    qint64 to = 0;
    Status status = Status::Info;
    QString text;
    QString id = {}; ///< by which it is asked for; empty: there is no more to it

    [[nodiscard]] bool operator==(const ChartMarker &) const = default;
};

/// A stretch of time in which something else holds, hatched behind the lines.
struct ChartShade
{
    qint64 from = 0;
    qint64 to = 0;
    QString text; ///< what holds

    [[nodiscard]] bool operator==(const ChartShade &) const = default;
};

/// A stretch of time without data.
struct ChartGap
{
    qint64 from = 0;
    qint64 to = 0;
};

} // namespace kit
