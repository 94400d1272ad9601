// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chartlines.h"

#include "kit/chartpicture.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QChart>
#include <QLineSeries>
#include <QPen>
#include <QValueAxis>

#include <cmath>

namespace kit {

namespace {

/// Qt Charts compares its doubles relative to their size, so x counts from the left edge.
QList<QPointF> fromLeft(QList<QPointF> points, qint64 from)
{
    for (QPointF &point : points)
        point.rx() -= double(from);
    return points;
}

/// The raster engine strokes wide dashes of a busy line in time that grows with its square; hairlines stay
/// cheap.
constexpr double LongestWideDash = 8000;

/// How far a line goes up and down on the screen, in pixels.
double travel(const QList<QPointF> &line, double pixelsPerUnit)
{
    double sum = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        sum += std::abs(line.at(i).y() - line.at(i - 1).y()) * pixelsPerUnit;
    return sum;
}

QPen linePen(const SeriesInk &ink, int place, bool busy)
{
    QPen pen(ink.color, place == 0 ? tokens::ChartLineWidth + 0.2 : tokens::ChartLineWidth);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::FlatCap);
    if (ink.dash.isEmpty())
        return pen;
    if (busy) {
        pen.setWidth(1);
        pen.setCosmetic(true);
    }
    pen.setDashPattern(ink.dash);
    return pen;
}

} // namespace

ChartLines::ChartLines(QChart &chart) : m_chart(chart), m_x(new QValueAxis), m_y(new QValueAxis)
{
    for (QValueAxis *axis : {m_x, m_y})
        axis->setVisible(false);
    chart.addAxis(m_x, Qt::AlignBottom);
    chart.addAxis(m_y, Qt::AlignLeft);
}

void ChartLines::show(const ChartPicture &picture, double low, double high, int columns, double height)
{
    m_x->setRange(0, double(std::max<qint64>(1, picture.to - picture.from)));
    m_y->setRange(low, high);
    m_runs.clear();
    for (int place = 0; place < picture.series.size(); ++place) {
        const ChartSeries &one = picture.series.at(place);
        m_runs << decimate(one.points, picture.bucketOf(one), picture.from, picture.to, columns);
        for (int run = 0; run < m_runs.constLast().size(); ++run) {
            const QList<QPointF> &points = m_runs.constLast().at(run).line;
            const bool busy = travel(points, height / (high - low)) > LongestWideDash;
            QLineSeries *line = lineOf(place, run);
            line->setPen(linePen(theme().series(place), place, busy));
            line->replace(fromLeft(points, picture.from));
            line->setVisible(true);
        }
    }
    for (int place = 0; place < m_lines.size(); ++place) {
        const qsizetype used = place < m_runs.size() ? m_runs.at(place).size() : 0;
        for (qsizetype spare = used; spare < m_lines.at(place).size(); ++spare)
            m_lines.at(place).at(spare)->setVisible(false);
    }
}

QLineSeries *ChartLines::lineOf(int place, int run)
{
    while (m_lines.size() <= place)
        m_lines.append(QList<QLineSeries *>());
    while (m_lines.at(place).size() <= run) {
        auto *fresh = new QLineSeries;
        m_chart.addSeries(fresh);
        fresh->attachAxis(m_x);
        fresh->attachAxis(m_y);
        m_lines[place].append(fresh);
    }
    return m_lines.at(place).at(run);
}

int ChartLines::runCount() const
{
    int count = 0;
    for (const QList<ChartRun> &runs : m_runs)
        count += int(runs.size());
    return count;
}

bool ChartLines::hasBand() const
{
    for (const QList<ChartRun> &runs : m_runs) {
        if (std::any_of(runs.cbegin(), runs.cend(), [](const ChartRun &run) { return !run.low.isEmpty(); }))
            return true;
    }
    return false;
}

} // namespace kit
