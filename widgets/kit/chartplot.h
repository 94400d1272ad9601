// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/chartlines.h"
#include "kit/chartpicture.h"

#include <QChartView>
#include <QPointer>

namespace kit {

class ChartOverlay;

/// The drawn part of a chart: Qt Charts draws the lines; grid, axes, gaps, labels and the keys and mouse are
/// ours.
class ChartPlot final : public QChartView
{
    Q_OBJECT

public:
    explicit ChartPlot(QWidget *parent = nullptr);

    void show(const ChartPicture &picture);
    void follow(ChartCursor *cursor);
    [[nodiscard]] const ChartPicture &picture() const { return m_picture; }
    [[nodiscard]] const ValueScale &scale() const { return m_scale; }
    [[nodiscard]] ChartCursor *cursorOf() const { return m_cursor; }
    [[nodiscard]] int runCount() const { return m_lines.runCount(); }
    [[nodiscard]] bool hasBand() const { return m_lines.hasBand(); }
    /// The rectangle of the lines, in the viewport.
    [[nodiscard]] QRectF area() const { return m_area; }
    [[nodiscard]] double xOf(qint64 at) const;
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] qint64 timeAt(double x) const;
    /// Where the shape of a marker is, in the viewport.
    [[nodiscard]] QRectF glyphOf(const ChartMarker &marker) const;
    /// The chosen stretch while dragging, in viewport pixels; empty otherwise.
    [[nodiscard]] QRectF selection() const;
    [[nodiscard]] bool hasFocusRing() const { return m_focusRing; }

Q_SIGNALS:
    void zoomRequested(qint64 from, qint64 to);
    void panRequested(qint64 byMs);
    void liveRequested();
    void zoomOutRequested();
    /// Somebody wants to know more of a marker.
    void markerWanted(const QString &id);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void arrange();
    void step(int buckets);
    void zoomAt(qint64 center, double factor);
    void point(double x);
    /// The marker whose shape is there, and of which there is more; null: none.
    [[nodiscard]] const ChartMarker *markerUnder(const QPointF &at) const;
    [[nodiscard]] QString endLabel(const ChartSeries &one) const;
    [[nodiscard]] int wantedTicks() const;
    void drawGrid(QPainter &painter) const;
    void drawTimes(QPainter &painter) const;
    void drawShades(QPainter &painter) const;
    void drawGaps(QPainter &painter) const;
    void drawAreas(QPainter &painter) const;
    void drawMarkers(QPainter &painter) const;
    void drawEndLabels(QPainter &painter) const;

    ChartLines m_lines;
    ChartPicture m_picture;
    ValueScale m_scale;
    QRectF m_area;
    QPointer<ChartCursor> m_cursor;
    QList<ChartMarker> m_markers; ///< that are seen
    ChartOverlay *m_overlay;
    QString m_pressed; ///< the marker that will be asked for when the button is let go
    double m_dragFrom = -1;
    double m_dragTo = -1;
    bool m_focusRing = false;
};

} // namespace kit
