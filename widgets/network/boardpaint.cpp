// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/boardpaint.h"

#include "kit/theme.h"
#include "kit/tokens.h"
#include "network/silhouette.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <optional>

namespace network {

namespace {

constexpr double widestRate = 200;

void paintRate(QPainter &painter, const QFont &font, QPointF middle, const QString &text)
{
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideMiddle, widestRate);
    paintHaloed(painter, font, kit::theme().text2, middle - QPointF(metrics.horizontalAdvance(shown) / 2, 0),
                shown);
}

QColor dotInk(const Spot &spot)
{
    const kit::Theme &theme = kit::theme();
    if (spot.isGhost)
        return theme.border;
    if (spot.hue >= 0)
        return theme.series(spot.hue).color;
    if (spot.heat >= 0) {
        QColor ink = theme.series(0).color;
        ink.setAlphaF(float(0.3 + 0.17 * spot.heat));
        return ink;
    }
    return spot.status == kit::Status::Away ? theme.text3 : theme.status(spot.status).fill;
}

/// Dots of equal ink in one call; what needs a look is larger, so that it is not told by colour alone.
void paintDots(QPainter &painter, const Board &board, const std::vector<int> &spots, double scale)
{
    QHash<QRgb, QList<QRectF>> dots;
    const double side = std::clamp(5 / scale, 20.0, 48.0);
    for (const int spot : spots) {
        const Spot &one = board.spots[size_t(spot)];
        const double size = isOfNote(one.status) || one.rank < 4 || one.isStack() ? 1.6 * side : side;
        dots[dotInk(one).rgba()] << QRectF(one.at.x() - size / 2, one.at.y() - size / 2, size, size);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (auto ink = dots.begin(); ink != dots.end(); ++ink) {
        painter.setBrush(QColor::fromRgba(ink.key()));
        painter.drawRects(*ink);
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void paintBoxes(QPainter &painter, const Board &board, const QRectF &area)
{
    const kit::Theme &theme = kit::theme();
    for (const Box &box : board.boxes) {
        if (!box.area.intersects(area))
            continue;
        QPen hairline(theme.border, 1);
        hairline.setCosmetic(true);
        painter.setPen(hairline);
        painter.setBrush(theme.surfaceAlt);
        painter.drawRoundedRect(box.area, 10, 10);
    }
}

void paintTitles(QPainter &painter, const Board &board, const QRectF &area, double scale)
{
    const kit::Theme &theme = kit::theme();
    // Titles stay readable where names are not drawn any more, as far as their box is wide.
    const double grow = std::clamp(0.7 / scale, 1.0, 8.0);
    for (const Box &box : board.boxes) {
        if (box.area.isNull() || !box.area.adjusted(0, -160, 0, 0).intersects(area))
            continue;
        painter.save();
        // What grew does not fit above the nodes any more, but between the boxes it does.
        painter.translate(box.area.topLeft() + QPointF(12, grow > 1 ? 30 - 20 * grow : 6));
        painter.scale(grow, grow);
        painter.setFont(kit::textFont(kit::tokens::BodyPt));
        const QString shown = QFontMetricsF(painter.font())
                                  .elidedText(box.title, Qt::ElideRight, (box.area.width() - 24) / grow);
        const QRectF line(0, 0, (box.area.width() - 24) / grow, 20);
        const QRectF under = painter.boundingRect(line, Qt::AlignLeft | Qt::AlignVCenter, shown);
        painter.fillRect(under.adjusted(-2, 0, 2, 0), theme.surfaceAlt);
        painter.setPen(theme.text2);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shown);
        painter.restore();
    }
}

void paintNotes(QPainter &painter, const Board &board, const QRectF &area)
{
    const kit::Theme &theme = kit::theme();
    for (const Note &note : board.notes) {
        const QRectF room(note.at, QSizeF(160, 60));
        if (!room.intersects(area))
            continue;
        painter.setPen(QPen(theme.border, 1, Qt::DashLine));
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(room, 4, 4);
        painter.setPen(theme.text);
        painter.setFont(kit::textFont(kit::tokens::SecondaryPt));
        painter.drawText(room.adjusted(6, 4, -6, -4), Qt::TextWordWrap, note.text);
    }
}

/// The part of a line that is in the area, from and to as parts of its length; nothing when it passes by
/// (Liang and Barsky).
std::optional<std::pair<double, double>> partWithin(const QLineF &line, const QRectF &area)
{
    double from = 0;
    double to = 1;
    const auto cut = [&](double way, double room) {
        if (way == 0)
            return room >= 0;
        const double at = room / way;
        (way < 0 ? from : to) = way < 0 ? std::max(from, at) : std::min(to, at);
        return from <= to;
    };
    const bool isIn = cut(-line.dx(), line.x1() - area.left()) && cut(line.dx(), area.right() - line.x1()) &&
                      cut(-line.dy(), line.y1() - area.top()) && cut(line.dy(), area.bottom() - line.y1());
    return isIn ? std::optional(std::pair(from, to)) : std::nullopt;
}

/// Dashes are counted from the line's start, wherever the area cuts it, so that squares fit each other.
void paintLine(QPainter &painter, const QLineF &line, const Wire &wire, const QRectF &area)
{
    const auto part = partWithin(line, area);
    if (!part)
        return;
    QPen pen = wirePen(wire.stroke, wire.width);
    if (wire.stroke != Stroke::Measured)
        pen.setDashOffset(line.length() * part->first / wire.width);
    painter.setPen(pen);
    painter.drawLine(QLineF(line.pointAt(part->first), line.pointAt(part->second)));
}

/// The middle of a link, or as near to it as the edges of the boxes with their titles let what is written.
QPointF rateSpot(const Board &board, int wire)
{
    const QLineF line = board.lineOf(wire);
    for (const double part : {0.5, 0.4, 0.6, 0.3, 0.7}) {
        const QPointF at = line.pointAt(part);
        const QRectF words(at.x() - widestRate / 2, at.y() - 12, widestRate, 24);
        const bool isFree = std::none_of(board.boxes.begin(), board.boxes.end(), [&](const Box &box) {
            const QRectF title(box.area.left(), box.area.top() - 4, box.area.width(), 32);
            return !box.area.isNull() && title.intersects(words);
        });
        if (isFree)
            return at;
    }
    return line.center();
}

void paintFine(QPainter &painter, const Board &board, const std::vector<int> &wires, double scale,
               const QRectF &area)
{
    painter.setRenderHint(QPainter::Antialiasing, scale >= labelScale);
    const QRectF near = area.adjusted(-16, -16, 16, 16);
    for (const int wire : wires) {
        const Wire &one = board.wires[size_t(wire)];
        const Spot &from = board.spots[size_t(one.from)];
        const Spot &to = board.spots[size_t(one.to)];
        paintLine(painter, {borderPoint(from.shape, from.at, to.at), borderPoint(to.shape, to.at, from.at)},
                  one, near);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (scale < labelScale)
        return;
    const MapFonts fonts(scale);
    for (const int wire : wires) {
        const Wire &one = board.wires[size_t(wire)];
        if (one.label.isEmpty())
            continue;
        const QPointF middle = rateSpot(board, wire);
        if (near.adjusted(-80, -20, 80, 20).contains(middle))
            paintRate(painter, fonts.small, middle - QPointF(0, 6), one.label);
    }
}

/// Thousands of lines that are a pixel wide: one call for each way to be drawn.
void paintCoarse(QPainter &painter, const Board &board, const std::vector<int> &wires)
{
    std::array<QList<QLineF>, 3> lines;
    for (const int wire : wires)
        lines[size_t(board.wires[size_t(wire)].stroke)] << board.lineOf(wire);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (size_t stroke = 0; stroke < lines.size(); ++stroke) {
        QPen pen(wirePen(Stroke(stroke), 0));
        pen.setStyle(Qt::SolidLine);
        QColor ink = pen.color();
        if (Stroke(stroke) == Stroke::Inferred)
            ink = kit::theme().border;
        pen.setColor(ink);
        painter.setPen(pen);
        painter.drawLines(lines[stroke]);
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

} // namespace

QPen wirePen(Stroke stroke, double width)
{
    const kit::Theme &theme = kit::theme();
    QPen pen(stroke == Stroke::Silent ? theme.status(kit::Status::Critical).fill : theme.borderStrong, width);
    if (stroke == Stroke::Inferred)
        pen.setDashPattern({4, 3});
    else if (stroke == Stroke::Silent)
        pen.setDashPattern({6, 4});
    return pen;
}

void paintWires(QPainter &painter, const Board &board, const std::vector<int> &wires, double scale,
                const QRectF &area)
{
    if (scale < dotScale)
        paintCoarse(painter, board, wires);
    else
        paintFine(painter, board, wires, scale, area);
}

void paintBoard(QPainter &painter, const Board &board, const QRectF &area, const Look &look)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintBoxes(painter, board, area);
    std::vector<int> wires = board.wiresIn(area);
    std::vector<int> spots = board.spotsIn(area);
    if (!look.lifted.isEmpty()) {
        std::erase_if(wires, [&](int wire) {
            return look.lifted.contains(board.wires[size_t(wire)].from) ||
                   look.lifted.contains(board.wires[size_t(wire)].to);
        });
        std::erase_if(spots, [&](int spot) { return look.lifted.contains(spot); });
    }
    paintWires(painter, board, wires, look.scale, area);
    if (look.scale < dotScale)
        paintDots(painter, board, spots, look.scale);
    paintTitles(painter, board, area, look.scale);
    paintNotes(painter, board, area);
    if (look.scale < dotScale)
        return;
    for (const int spot : spots)
        paintSpot(painter, board.spots[size_t(spot)], look.scale);
}

} // namespace network
