// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chartplot.h"

#include "kit/chartoverlay.h"
#include "kit/singlekeys.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace kit {

namespace {

constexpr double DragThreshold = 4;
constexpr int BigStep = 10;
constexpr double ZoomStep = 0.7;
constexpr int TickSpacing = 44;
constexpr int EndLabelSwatch = 12;

QChart *bareChart()
{
    auto *chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setMargins(QMargins(0, 0, 0, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->hide();
    return chart;
}

} // namespace

ChartPlot::ChartPlot(QWidget *parent)
    : QChartView(bareChart(), parent), m_lines(*chart()), m_overlay(new ChartOverlay(this, viewport()))
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setRubberBand(QChartView::NoRubberBand);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
}

void ChartPlot::show(const ChartPicture &picture)
{
    m_picture = picture;
    m_markers = picture.markersSeen();
    arrange();
    m_lines.show(m_picture, m_scale.low, m_scale.high, int(m_area.width()), m_area.height());
    viewport()->update();
}

void ChartPlot::follow(ChartCursor *cursor)
{
    if (m_cursor)
        m_cursor->disconnect(m_overlay);
    m_cursor = cursor;
    connect(cursor, &ChartCursor::moved, m_overlay, [this] { m_overlay->update(); });
    m_overlay->update();
}

int ChartPlot::wantedTicks() const { return std::clamp(viewport()->height() / TickSpacing, 2, 5); }

QString ChartPlot::endLabel(const ChartSeries &one) const
{
    const ChartPoint *last = m_picture.lastPoint(one);
    return last ? one.name + QLatin1Char(' ') + m_picture.written(last->avg) : one.name;
}

void ChartPlot::arrange()
{
    if (!m_picture.written)
        return;
    m_scale = m_picture.scale(wantedTicks());
    const QFontMetricsF axis(textFont(tokens::AxisPt));
    double left = 0;
    for (const double tick : m_scale.ticks())
        left = std::max(left, axis.horizontalAdvance(m_picture.tick(tick)));
    double right = 0;
    if (m_picture.series.size() > 1) {
        const QFontMetricsF label(textFont(tokens::SecondaryPt, QFont::DemiBold));
        for (const ChartSeries &one : m_picture.series)
            right = std::max(right, label.horizontalAdvance(endLabel(one)));
        right = std::min(right + EndLabelSwatch + tokens::Space3, viewport()->width() * 0.35);
    }
    const double top = axis.height() / 2 + (m_markers.isEmpty() ? 1 : tokens::GlyphSize);
    const double bottom = axis.height() + tokens::Space1;
    const QRectF area =
        QRectF(viewport()->rect())
            .adjusted(left + tokens::Space2, top, -std::max<double>(right, tokens::Space3), -bottom);
    m_area = QRectF(area.topLeft(), QSizeF(std::max(1.0, area.width()), std::max(1.0, area.height())));
    chart()->setPlotArea(m_area);
    m_overlay->setGeometry(viewport()->rect());
}

double ChartPlot::xOf(qint64 at) const
{
    const double span = double(std::max<qint64>(1, m_picture.to - m_picture.from));
    return m_area.left() + m_area.width() * double(at - m_picture.from) / span;
}

double ChartPlot::yOf(double value) const
{
    return m_area.bottom() - m_area.height() * (value - m_scale.low) / (m_scale.high - m_scale.low);
}

qint64 ChartPlot::timeAt(double x) const
{
    const double share = std::clamp((x - m_area.left()) / m_area.width(), 0.0, 1.0);
    return m_picture.from + qint64(std::llround(share * double(m_picture.to - m_picture.from)));
}

QRectF ChartPlot::glyphOf(const ChartMarker &marker) const
{
    const double left = std::max(m_area.left(), xOf(marker.from)) - tokens::GlyphSize / 2.0;
    return {std::clamp(left, m_area.left(), m_area.right()), m_area.top() - tokens::GlyphSize - 1,
            tokens::GlyphSize, tokens::GlyphSize};
}

const ChartMarker *ChartPlot::markerUnder(const QPointF &at) const
{
    constexpr double around = (tokens::TargetSize - tokens::GlyphSize) / 2.0;
    const auto found = std::find_if(m_markers.rbegin(), m_markers.rend(), [&](const ChartMarker &marker) {
        return !marker.id.isEmpty() &&
               glyphOf(marker).adjusted(-around, -around, around, around).contains(at);
    });
    return found == m_markers.rend() ? nullptr : &*found;
}

QRectF ChartPlot::selection() const
{
    if (m_dragFrom < 0 || std::abs(m_dragTo - m_dragFrom) < DragThreshold)
        return {};
    const double left = std::clamp(std::min(m_dragFrom, m_dragTo), m_area.left(), m_area.right());
    const double right = std::clamp(std::max(m_dragFrom, m_dragTo), m_area.left(), m_area.right());
    return {left, m_area.top(), right - left, m_area.height()};
}

void ChartPlot::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    if (m_picture.written)
        show(m_picture);
}

void ChartPlot::mousePressEvent(QMouseEvent *event)
{
    const ChartMarker *marker = markerUnder(event->position());
    const bool isLeft = event->button() == Qt::LeftButton;
    m_pressed = isLeft && marker != nullptr ? marker->id : QString();
    if (isLeft && m_pressed.isEmpty() && m_area.contains(event->position()))
        m_dragFrom = m_dragTo = event->position().x();
    event->accept();
}

void ChartPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragFrom >= 0)
        m_dragTo = event->position().x();
    viewport()->setCursor(markerUnder(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    point(event->position().x());
    m_overlay->update();
}

void ChartPlot::mouseReleaseEvent(QMouseEvent *event)
{
    const QRectF chosen = selection();
    m_dragFrom = m_dragTo = -1;
    m_overlay->update();
    if (event->button() == Qt::LeftButton && !chosen.isEmpty())
        Q_EMIT zoomRequested(timeAt(chosen.left()), timeAt(chosen.right()));
    const ChartMarker *marker = markerUnder(event->position());
    const QString pressed = std::exchange(m_pressed, {});
    if (marker != nullptr && marker->id == pressed)
        Q_EMIT markerWanted(pressed);
}

void ChartPlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_dragFrom = m_dragTo = -1;
    if (event->button() == Qt::LeftButton)
        Q_EMIT liveRequested();
}

void ChartPlot::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        event->ignore(); // the page scrolls
        return;
    }
    const double turns = event->angleDelta().y() / 120.0;
    zoomAt(timeAt(event->position().x()), std::pow(ZoomStep, turns));
    event->accept();
}

void ChartPlot::zoomAt(qint64 center, double factor)
{
    if (m_picture.empty())
        return;
    const qint64 from = center - qint64(double(center - m_picture.from) * factor);
    const qint64 to = center + qint64(double(m_picture.to - center) * factor);
    if (to > from)
        Q_EMIT zoomRequested(from, to);
}

void ChartPlot::point(double x)
{
    if (!m_cursor || m_picture.empty() || m_picture.series.isEmpty())
        return;
    if (x < m_area.left() - 1 || x > m_area.right() + 1)
        return m_cursor->moveTo(std::nullopt);
    const qint64 at = timeAt(x);
    const ChartPoint *nearest = m_picture.pointAt(m_picture.series.constFirst(), at);
    m_cursor->moveTo(nearest ? nearest->at : at);
}

void ChartPlot::step(int buckets)
{
    if (!m_cursor || m_picture.empty() || m_picture.series.isEmpty())
        return;
    const ChartSeries &first = m_picture.series.constFirst();
    const ChartPoint *last = m_picture.lastPoint(first);
    const qint64 bucket = std::max<qint64>(1, m_picture.bucketOf(first));
    const qint64 end = last ? last->at : m_picture.to;
    const qint64 now = m_cursor->at().value_or(end);
    const qint64 wanted = m_cursor->at() ? now + buckets * bucket : end;
    m_cursor->moveTo(std::clamp(wanted, m_picture.from, m_picture.to));
}

void ChartPlot::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    const int stride = event->modifiers() & Qt::ShiftModifier ? BigStep : 1;
    const qint64 quarter = (m_picture.to - m_picture.from) / 4;
    const qint64 center = m_cursor ? m_cursor->at().value_or((m_picture.from + m_picture.to) / 2) : 0;
    if (event->key() == Qt::Key_Z && alt)
        return Q_EMIT zoomOutRequested();
    if (alt || event->modifiers() & Qt::ControlModifier || isIdleKey(*event))
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-stride);
    case Qt::Key_Right:
        return step(stride);
    case Qt::Key_BracketLeft:
        return Q_EMIT panRequested(-quarter);
    case Qt::Key_BracketRight:
        return Q_EMIT panRequested(quarter);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomAt(center, ZoomStep);
    case Qt::Key_Minus:
        return zoomAt(center, 1 / ZoomStep);
    case Qt::Key_End:
        return Q_EMIT liveRequested();
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const QList<ChartMarker> markers =
            m_cursor && m_cursor->at() ? m_picture.markersAt(*m_cursor->at()) : QList<ChartMarker>();
        const auto found = std::find_if(markers.begin(), markers.end(),
                                        [](const ChartMarker &marker) { return !marker.id.isEmpty(); });
        if (found != markers.end())
            return Q_EMIT markerWanted(found->id);
        break;
    }
    case Qt::Key_Escape:
        if (m_cursor && m_cursor->at())
            return m_cursor->moveTo(std::nullopt);
        break;
    default:
        break;
    }
    event->ignore();
}

void ChartPlot::focusInEvent(QFocusEvent *event)
{
    m_focusRing = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
    m_overlay->update();
    QChartView::focusInEvent(event);
}

void ChartPlot::focusOutEvent(QFocusEvent *event)
{
    m_focusRing = false;
    m_overlay->update();
    QChartView::focusOutEvent(event);
}

bool ChartPlot::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_cursor && m_dragFrom < 0)
        m_cursor->moveTo(std::nullopt);
    return QChartView::viewportEvent(event);
}

} // namespace kit
