// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/glyph.h"

#include "kit/theme.h"
#include "kit/tokens.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace kit {

namespace {

/// All shapes are drawn on this grid and scaled to the square asked for.
constexpr qreal GlyphGrid = 16;

void ontoGrid(QPainter &painter, const QRectF &square)
{
    painter.translate(square.topLeft());
    painter.scale(square.width() / GlyphGrid, square.height() / GlyphGrid);
}

QPainterPath octagon()
{
    QPolygonF corners;
    for (int i = 0; i < 8; ++i) {
        const double angle = (i + 0.5) * std::numbers::pi / 4;
        corners << QPointF(8 + 7.4 * std::cos(angle), 8 + 7.4 * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

QPainterPath polygon(const QPolygonF &corners)
{
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

QPainterPath shapeOf(Status status)
{
    QPainterPath path;
    switch (status) {
    case Status::Critical:
        return octagon();
    case Status::High:
        return polygon({{8, 1.2}, {15.2, 14.4}, {0.8, 14.4}});
    case Status::Medium:
        return polygon({{8, 0.6}, {15.4, 8}, {8, 15.4}, {0.6, 8}});
    case Status::Low:
    case Status::Paused:
        path.addRoundedRect(QRectF(1.5, 1.5, 13, 13), 3, 3);
        return path;
    case Status::Ok:
    case Status::Info:
    case Status::Away:
        path.addEllipse(QPointF(8, 8), 7, 7);
        return path;
    }
    return path;
}

void paintBang(QPainter &painter, const QColor &color, qreal top, qreal bottom)
{
    painter.setPen(QPen(color, 1.9, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(8, top), QPointF(8, bottom - 3.1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(8, bottom), 1.1, 1.1);
}

void paintInfoMark(QPainter &painter, const QColor &color)
{
    painter.setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(8, 7.6), QPointF(8, 11.3));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(8, 4.8), 1.1, 1.1);
}

void paintStroke(QPainter &painter, const QColor &color, const QPolygonF &points)
{
    painter.setPen(QPen(color, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points);
}

void paintMark(QPainter &painter, Status status, const QColor &color)
{
    switch (status) {
    case Status::Critical:
        return paintBang(painter, color, 4.4, 11.5);
    case Status::High:
        return paintBang(painter, color, 6, 12.2);
    case Status::Medium:
        return paintBang(painter, color, 4.6, 11.3);
    case Status::Low:
        return paintStroke(painter, color, {{4.9, 6.7}, {8, 9.8}, {11.1, 6.7}});
    case Status::Ok:
        return paintStroke(painter, color, {{4.8, 8.3}, {7.1, 10.6}, {11.3, 5.9}});
    case Status::Info:
        return paintInfoMark(painter, color);
    case Status::Away:
        return paintStroke(painter, color, {{5, 8}, {11, 8}});
    case Status::Paused:
        paintStroke(painter, color, {{6, 5.4}, {6, 10.6}});
        return paintStroke(painter, color, {{10, 5.4}, {10, 10.6}});
    }
}

/// Paints a status shape whenever a view asks, so that a theme change needs no new icon.
class GlyphIconEngine final : public QIconEngine
{
public:
    explicit GlyphIconEngine(Status status) : m_status(status) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        paintGlyph(*painter,
                   QRectF(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0,
                          side, side),
                   m_status);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new GlyphIconEngine(*this); }

private:
    Status m_status;
};

} // namespace

void paintGlyph(QPainter &painter, const QRectF &square, Status status)
{
    paintShape(painter, square, status);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    ontoGrid(painter, square);
    paintMark(painter, status, theme().status(status).mark);
    painter.restore();
}

void paintShape(QPainter &painter, const QRectF &square, Status status)
{
    const StatusInk &ink = theme().status(status);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    ontoGrid(painter, square);
    QPen pen(Qt::NoPen);
    if (ink.outline.isValid())
        pen = QPen(ink.outline, ink.fill.isValid() ? 1.0 : 1.4);
    else // a stroke of the fill's own colour rounds the corners
        pen = QPen(ink.fill, 1.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(ink.fill.isValid() ? QBrush(ink.fill) : QBrush(Qt::NoBrush));
    painter.drawPath(shapeOf(status));
    painter.restore();
}

void paintGlyphOutline(QPainter &painter, const QRectF &square, Status status)
{
    const StatusInk &ink = theme().status(status);
    const QColor color = ink.outline.isValid() ? ink.outline : ink.fill;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    ontoGrid(painter, square);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shapeOf(status));
    paintMark(painter, status, color);
    painter.restore();
}

QIcon glyphIcon(Status status) { return QIcon(new GlyphIconEngine(status)); }

Glyph::Glyph(Status status, QWidget *parent) : QWidget(parent), m_status(status)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(statusWord(status));
    setToolTip(statusTitle(status));
}

void Glyph::setStatus(Status status)
{
    m_status = status;
    setAccessibleName(statusWord(status));
    setToolTip(statusTitle(status));
    update();
}

QSize Glyph::sizeHint() const { return {tokens::GlyphSize, tokens::GlyphSize}; }

void Glyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = std::min(width(), height());
    paintGlyph(painter, QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side), m_status);
}

} // namespace kit
