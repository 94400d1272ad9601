// SPDX-License-Identifier: GPL-3.0-or-later
// What ChartPlot paints by itself: grid, times, gaps, markers and the labels at the right end.
#include "kit/chartplot.h"
#include "kit/glyph.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QDateTime>
#include <QPainter>
#include <QTimeZone>

#include <cmath>

namespace kit {

namespace {

constexpr int TimeLabelRoom = 112;
constexpr int LabelSwatch = 12;
constexpr int MarkerMinWidth = 2;
constexpr int ShadeTextRoom = 48;

QColor gridColor()
{
    QColor color = theme().border;
    color.setAlphaF(theme().kind == ThemeKind::HighContrast ? 0.45F : 0.6F);
    return color;
}

double crisp(double value) { return std::floor(value) + 0.5; }

/// Fills between two edges with the same x, one device column after the other: filling a busy line as one
/// path costs the raster engine hundreds of times more.
void fillBetween(QPainter &painter, const QList<QPointF> &top, const QList<QPointF> &bottom,
                 const QRectF &area, const QColor &color)
{
    if (top.size() < 2)
        return;
    const double step = 1 / painter.device()->devicePixelRatioF();
    const double start = std::max(area.left(), top.constFirst().x());
    const double end = std::min(area.right(), top.constLast().x());
    qsizetype i = 1;
    for (int column = 0; start + column * step < end; ++column) {
        const double x = start + column * step;
        const double middle = std::min(x + step / 2, end);
        while (i + 1 < top.size() && top.at(i).x() < middle)
            ++i;
        const double span = top.at(i).x() - top.at(i - 1).x();
        const double share = span > 0 ? (middle - top.at(i - 1).x()) / span : 0;
        const double upper = top.at(i - 1).y() + (top.at(i).y() - top.at(i - 1).y()) * share;
        const double lower = bottom.at(i - 1).y() + (bottom.at(i).y() - bottom.at(i - 1).y()) * share;
        painter.fillRect(QRectF(x, std::min(upper, lower), step, std::abs(lower - upper)), color);
    }
}

/// Moves labels apart so that none covers another, keeping their order from top to bottom and inside [top,
/// bottom].
void spread(QList<std::pair<double, int>> &labels, double height, double top, double bottom)
{
    std::sort(labels.begin(), labels.end());
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const double least = i == 0 ? top + height / 2 : labels.at(i - 1).first + height;
        labels[i].first = std::max(labels.at(i).first, least);
    }
    for (qsizetype i = labels.size() - 1; i >= 0; --i) {
        const double most = i + 1 == labels.size() ? bottom - height / 2 : labels.at(i + 1).first - height;
        labels[i].first = std::min(labels.at(i).first, most);
    }
}

} // namespace

void ChartPlot::drawBackground(QPainter *painter, const QRectF &)
{
    painter->fillRect(viewport()->rect(), theme().surface);
    if (m_picture.empty() || !m_picture.written)
        return;
    painter->save();
    drawGrid(*painter);
    drawTimes(*painter);
    drawShades(*painter);
    drawGaps(*painter);
    drawAreas(*painter);
    painter->restore();
}

void ChartPlot::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_picture.empty() || !m_picture.written)
        return;
    painter->save();
    drawMarkers(*painter);
    drawEndLabels(*painter);
    painter->restore();
}

void ChartPlot::drawGrid(QPainter &painter) const
{
    const QFont font = textFont(tokens::AxisPt);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    for (const double tick : m_scale.ticks()) {
        const double y = crisp(yOf(tick));
        painter.setPen(QPen(tick == 0 ? theme().border : gridColor(), 1));
        painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        painter.setPen(theme().text3);
        painter.drawText(
            QRectF(0, y - metrics.height() / 2, m_area.left() - tokens::Space2, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, m_picture.tick(tick));
    }
}

void ChartPlot::drawTimes(QPainter &painter) const
{
    const QFontMetricsF metrics(painter.font());
    const int most = std::max(2, int(m_area.width()) / TimeLabelRoom);
    for (const TimeTick &tick : timeTicks(m_picture.from, m_picture.to, most, QTimeZone::systemTimeZone())) {
        const double x = crisp(xOf(tick.at));
        painter.setPen(QPen(theme().border, 1));
        painter.drawLine(QPointF(x, m_area.bottom()), QPointF(x, m_area.bottom() + 4));
        const double width = metrics.horizontalAdvance(tick.text) + 2;
        const double left = std::clamp(x - width / 2, 0.0, viewport()->width() - width);
        painter.setPen(theme().text3);
        painter.drawText(QRectF(left, m_area.bottom() + 4, width, metrics.height()), Qt::AlignCenter,
                         tick.text);
    }
}

void ChartPlot::drawShades(QPainter &painter) const
{
    const QFontMetricsF metrics(painter.font());
    QColor hatch = theme().text3;
    hatch.setAlphaF(theme().kind == ThemeKind::HighContrast ? 0.8F : 0.45F);
    double free = m_area.left(); // no text over another
    for (const ChartShade &shade : m_picture.shades) {
        const double left = std::max(m_area.left(), xOf(shade.from));
        const double right = std::min(m_area.right(), xOf(shade.to));
        if (right - left < 1)
            continue;
        painter.fillRect(QRectF(left, m_area.top(), right - left, m_area.height()),
                         QBrush(hatch, Qt::FDiagPattern));
        const double start = std::max(left, free);
        const QString text =
            metrics.elidedText(shade.text, Qt::ElideRight, right - start - 2 * tokens::Space1);
        if (right - start < ShadeTextRoom || text.isEmpty())
            continue;
        const double width = metrics.horizontalAdvance(text) + 2 * tokens::Space1;
        const QRectF plate(start, m_area.top(), width, metrics.height());
        painter.fillRect(plate, theme().surface);
        painter.setPen(theme().text3);
        painter.drawText(plate, Qt::AlignCenter, text);
        free = plate.right();
    }
}

void ChartPlot::drawGaps(QPainter &painter) const
{
    const QFontMetricsF metrics(painter.font());
    const auto clock = [](qint64 at) {
        return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm"));
    };
    for (const ChartGap &gap : m_picture.gaps()) {
        const QRectF box(xOf(gap.from), m_area.top(), xOf(gap.to) - xOf(gap.from), m_area.height());
        painter.fillRect(box, QBrush(gridColor(), Qt::BDiagPattern));
        for (const QString &text : {tr("no data %1–%2").arg(clock(gap.from), clock(gap.to)), tr("no data")}) {
            const double width = metrics.horizontalAdvance(text) + 2 * tokens::Space1;
            if (width > box.width())
                continue;
            const QRectF plate(box.center().x() - width / 2, box.center().y() - metrics.height() / 2, width,
                               metrics.height());
            painter.fillRect(plate, theme().surface);
            painter.setPen(theme().text3);
            painter.drawText(plate, Qt::AlignCenter, text);
            break;
        }
    }
}

/// The first series is filled down to 0, and every series shows its band.
void ChartPlot::drawAreas(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto onScreen = [this](QList<QPointF> points) {
        for (QPointF &point : points)
            point = {xOf(qint64(point.x())), yOf(point.y())};
        return points;
    };
    const double ground = yOf(0);
    for (int place = 0; place < m_lines.runs().size(); ++place) {
        QColor fill = theme().series(place).color;
        QColor band = fill;
        fill.setAlphaF(theme().dark ? 0.15F : 0.13F);
        band.setAlphaF(theme().dark ? 0.34F : 0.30F);
        for (const ChartRun &run : m_lines.runs().at(place)) {
            const QList<QPointF> line = onScreen(run.line);
            QList<QPointF> base = line;
            for (QPointF &point : base)
                point.setY(ground);
            if (place == 0)
                fillBetween(painter, line, base, m_area, fill);
            fillBetween(painter, onScreen(run.high), onScreen(run.low), m_area, band);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void ChartPlot::drawMarkers(QPainter &painter) const
{
    for (const ChartMarker &marker : m_picture.markersSeen()) {
        const double left = std::max(m_area.left(), xOf(marker.from));
        const double right = std::min(m_area.right(), xOf(std::max(marker.from, marker.to)));
        const StatusInk &ink = theme().status(marker.status);
        QColor shade = ink.fill.isValid() ? ink.fill : ink.outline;
        if (right - left >= MarkerMinWidth) {
            shade.setAlphaF(0.16F);
            painter.fillRect(QRectF(left, m_area.top(), right - left, m_area.height()), shade);
        } else {
            painter.setPen(QPen(shade, 1));
            painter.drawLine(QPointF(crisp(left), m_area.top()), QPointF(crisp(left), m_area.bottom()));
        }
        paintGlyph(painter, glyphOf(marker), marker.status);
    }
}

void ChartPlot::drawEndLabels(QPainter &painter) const
{
    if (m_picture.series.size() < 2)
        return;
    const QFont font = textFont(tokens::SecondaryPt, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    QList<std::pair<double, int>> labels;
    for (int place = 0; place < m_picture.series.size(); ++place) {
        if (const ChartPoint *last = m_picture.lastPoint(m_picture.series.at(place)))
            labels << std::pair(yOf(last->avg), place);
    }
    spread(labels, metrics.height(), m_area.top() - metrics.height() / 2,
           m_area.bottom() + metrics.height() / 2);
    painter.setFont(font);
    for (const auto &[y, place] : labels) {
        const SeriesInk ink = theme().series(place);
        QPen pen(ink.color, 2.4, Qt::SolidLine, Qt::FlatCap);
        if (!ink.dash.isEmpty())
            pen.setDashPattern({1.6, 0.8});
        painter.setPen(pen);
        const double left = m_area.right() + tokens::Space1 + 2;
        painter.drawLine(QPointF(left, crisp(y)), QPointF(left + LabelSwatch - 2, crisp(y)));
        const QRectF box(left + LabelSwatch + 1, y - metrics.height() / 2,
                         viewport()->width() - left - LabelSwatch - 1, metrics.height());
        painter.setPen(theme().text);
        painter.drawText(
            box, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(endLabel(m_picture.series.at(place)), Qt::ElideRight, box.width()));
    }
}

} // namespace kit
