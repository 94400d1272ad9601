// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/decimate.h"

#include <QList>

class QChart;
class QLineSeries;
class QValueAxis;

namespace kit {

struct ChartPicture;

/// The lines, fills and bands of a chart as series of Qt Charts, taken from a pool: one set for each run
/// without a gap.
class ChartLines final
{
public:
    explicit ChartLines(QChart &chart);

    /// Feeds the pool with what `columns` pixels can show, on the given value range; `height` is the plot's,
    /// in pixels.
    void show(const ChartPicture &picture, double low, double high, int columns, double height);
    /// What is shown, by series: the same runs carry the bands.
    [[nodiscard]] const QList<QList<ChartRun>> &runs() const { return m_runs; }
    /// How many runs are visible, over all series.
    [[nodiscard]] int runCount() const;
    /// Whether a run has a band.
    [[nodiscard]] bool hasBand() const;

private:
    QLineSeries *lineOf(int place, int run);

    QChart &m_chart;
    QValueAxis *m_x;
    QValueAxis *m_y;
    QList<QList<QLineSeries *>> m_lines;
    QList<QList<ChartRun>> m_runs;
};

} // namespace kit
