// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/spotpaint.h"

#include "kit/glyph.h"
#include "kit/theme.h"
#include "kit/tokens.h"
#include "network/boardpaint.h"
#include "network/silhouette.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace network {

namespace {

constexpr double glyphSide = 16;
constexpr double markMargin = 4;
constexpr double ghostOpacity = 0.45;
constexpr float hueStrength = 0.35F;

QColor fillOf(const Spot &spot)
{
    const kit::Theme &theme = kit::theme();
    if (spot.hue >= 0)
        return hueFill(spot.hue);
    if (spot.heat < 0)
        return theme.surface;
    // One hue in five steps; what is drawn upon it stays readable in both themes.
    QColor fill = theme.series(0).color;
    fill.setAlphaF(float(0.12 + 0.14 * spot.heat));
    return fill;
}

QPen borderOf(const Spot &spot)
{
    const kit::Theme &theme = kit::theme();
    const bool stands = isOfNote(spot.status);
    const kit::StatusInk &ink = theme.status(spot.status);
    QPen pen(stands ? (ink.outline.isValid() ? ink.outline : ink.fill) : theme.borderStrong,
             stands ? 2.5 : 1.5);
    if (spot.isFaint)
        pen.setDashPattern({3, 2});
    return pen;
}

/// As large as the shape lets it be.
void paintMark(QPainter &painter, const QRectF &shape, const QString &mark, double scale)
{
    QFont font = kit::textFont(kit::tokens::SecondaryPt * MapFonts::growth(scale), QFont::DemiBold);
    const double room = shape.width() - 2 * markMargin;
    const double width = QFontMetricsF(font).horizontalAdvance(mark);
    if (width > room)
        font.setPointSizeF(font.pointSizeF() * room / width);
    painter.setFont(font);
    painter.drawText(shape, Qt::AlignCenter, mark);
}

void paintBody(QPainter &painter, const Spot &spot, double scale)
{
    const kit::Theme &theme = kit::theme();
    const QPainterPath &outline = silhouette(spot.shape);
    painter.setPen(borderOf(spot));
    painter.setBrush(theme.surface);
    if (spot.isStack())
        painter.drawPath(outline.translated(6, 5));
    if (spot.heat >= 0 || spot.hue >= 0)
        painter.drawPath(outline);
    painter.setBrush(fillOf(spot));
    painter.drawPath(outline);
    QPen pen(spot.isFaint ? theme.text3 : theme.text, kit::tokens::StrokeWidth, Qt::SolidLine, Qt::RoundCap,
             Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (spot.isStack()) {
        painter.setFont(kit::textFont(kit::tokens::BodyPt, QFont::Bold));
        painter.drawText(silhouetteArea(spot.shape), Qt::AlignCenter, QStringLiteral("+%1").arg(spot.count));
    } else if (spot.mark.isEmpty()) {
        painter.drawPath(strokesOf(spot.pictogram));
    } else {
        paintMark(painter, silhouetteArea(spot.shape), spot.mark, scale);
    }
}

void paintPill(QPainter &painter)
{
    const kit::Theme &theme = kit::theme();
    const QRectF pill(-30, 12, 28, 14);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(pill, 7, 7);
    painter.setPen(theme.onAccent);
    painter.setFont(kit::textFont(7.5, QFont::DemiBold));
    painter.drawText(pill, Qt::AlignCenter, QCoreApplication::translate("network::MapPage", "new"));
}

} // namespace

void paintHaloed(QPainter &painter, const QFont &font, const QColor &ink, QPointF corner,
                 const QString &shown)
{
    if (shown.isEmpty())
        return;
    painter.setFont(font);
    const QPointF from(corner.x(), corner.y() + QFontMetricsF(font).ascent());
    painter.setPen(kit::theme().surface);
    for (const QPointF &step :
         {QPointF(-2, 0), QPointF(2, 0), QPointF(0, -2), QPointF(0, 2), QPointF(-1.4, -1.4),
          QPointF(1.4, 1.4), QPointF(-1.4, 1.4), QPointF(1.4, -1.4)})
        painter.drawText(from + step, shown);
    painter.setPen(ink);
    painter.drawText(from, shown);
}

QColor hueFill(int hue)
{
    QColor fill = kit::theme().series(hue).color;
    fill.setAlphaF(hueStrength);
    return fill;
}

void paintSpot(QPainter &painter, const Spot &spot, double scale)
{
    painter.save();
    painter.translate(spot.at);
    if (spot.isGhost)
        painter.setOpacity(ghostOpacity);
    paintBody(painter, spot, scale);
    const QRectF area = silhouetteArea(spot.shape);
    if (scale >= labelScale) {
        const MapFonts fonts(scale);
        const kit::Theme &theme = kit::theme();
        const Caption caption = captionOf(spot, scale, fonts);
        paintHaloed(painter, fonts.name, spot.isFaint ? theme.text3 : theme.text, caption.nameArea.topLeft(),
                    caption.name);
        paintHaloed(painter, fonts.detail, theme.text2, caption.detailArea.topLeft(), caption.detail);
        if (spot.isNew)
            paintPill(painter);
    }
    const QPointF corner(area.right() - 3, area.top() - 1);
    if (!spot.isGhost)
        kit::paintGlyph(painter,
                        QRectF(corner - QPointF(glyphSide / 2, glyphSide / 2), QSizeF(glyphSide, glyphSide)),
                        spot.status);
    if (spot.isPinned) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(kit::theme().text2);
        painter.drawEllipse(QPointF(area.left() + 2, area.top() + 1), 3, 3);
    }
    painter.restore();
}

void paintRing(QPainter &painter, const Spot &spot)
{
    QPainterPathStroker stroker;
    stroker.setWidth(9);
    stroker.setJoinStyle(Qt::RoundJoin);
    const QPainterPath around = silhouette(spot.shape).united(stroker.createStroke(silhouette(spot.shape)));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kit::theme().accent, 2));
    painter.drawPath(around.translated(spot.at));
}

} // namespace network
