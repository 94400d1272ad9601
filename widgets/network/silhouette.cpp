// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/silhouette.h"

#include <array>
#include <cmath>
#include <numbers>

namespace network {

namespace {

QPainterPath hexagon()
{
    QPainterPath path;
    for (int i = 0; i < 6; ++i) {
        const double turn = i * std::numbers::pi / 3;
        const QPointF at(24 * std::cos(turn), 23 * std::sin(turn));
        if (i == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    path.closeSubpath();
    return path;
}

QPainterPath arch()
{
    QPainterPath path;
    path.moveTo(-22, 18);
    path.lineTo(-22, 0);
    path.arcTo(QRectF(-22, -22, 44, 44), 180, -180);
    path.lineTo(22, 18);
    path.closeSubpath();
    return path;
}

QPainterPath cloud()
{
    QPainterPath path;
    path.addEllipse(QRectF(-34, -8, 28, 26));
    for (const QRectF &puff : {QRectF(-22, -22, 34, 34), QRectF(-2, -14, 34, 32), QRectF(-22, 0, 40, 18)}) {
        QPainterPath round;
        round.addEllipse(puff);
        path = path.united(round);
    }
    return path.simplified();
}

QPainterPath made(Shape shape)
{
    QPainterPath path;
    switch (shape) {
    case Shape::Capsule:
        path.addRoundedRect(QRectF(-27, -20, 54, 40), 20, 20);
        break;
    case Shape::RoundedSquare:
        path.addRoundedRect(QRectF(-24, -20, 48, 40), 6, 6);
        break;
    case Shape::Hexagon:
        path = hexagon();
        break;
    case Shape::Arch:
        path = arch();
        break;
    case Shape::Circle:
        path.addEllipse(QRectF(-20, -20, 40, 40));
        break;
    case Shape::SmallCircle:
        path.addEllipse(QRectF(-15, -15, 30, 30));
        break;
    case Shape::Cloud:
        path = cloud();
        break;
    case Shape::Stack:
        path.addRoundedRect(QRectF(-24, -20, 48, 40), 20, 20);
        break;
    }
    return path;
}

void drawBoxes(QPainterPath &path, std::initializer_list<QRectF> boxes)
{
    for (const QRectF &box : boxes)
        path.addRoundedRect(box, 1.5, 1.5);
}

void drawLines(QPainterPath &path, std::initializer_list<QLineF> lines)
{
    for (const QLineF &line : lines) {
        path.moveTo(line.p1());
        path.lineTo(line.p2());
    }
}

QPainterPath networkStrokes(Pictogram pictogram)
{
    QPainterPath path;
    if (pictogram == Pictogram::Router) {
        drawBoxes(path, {QRectF(-11, -1, 22, 9)});
        drawLines(path, {{-5, -1, -5, -9}, {5, -1, 5, -9}, {-6, 3.5, -5, 3.5}, {-1, 3.5, 0, 3.5}});
    } else if (pictogram == Pictogram::Switch) {
        drawBoxes(path, {QRectF(-13, -6, 26, 12)});
        drawLines(path, {{-8, -2, -8, 3}, {-3, -2, -3, 3}, {2, -2, 2, 3}, {7, -2, 7, 3}});
    } else if (pictogram == Pictogram::Shield) {
        path.moveTo(0, -11);
        path.lineTo(9, -7);
        path.cubicTo(9, 2, 6, 8, 0, 11);
        path.cubicTo(-6, 8, -9, 2, -9, -7);
        path.closeSubpath();
    } else { // waves of an access point
        for (const double r : {4.0, 8.5, 13.0}) {
            path.arcMoveTo(QRectF(-r, 6 - r, 2 * r, 2 * r), 45);
            path.arcTo(QRectF(-r, 6 - r, 2 * r, 2 * r), 45, 90);
        }
        path.addEllipse(QRectF(-1, 6, 2, 2));
    }
    return path;
}

QPainterPath strokes(Pictogram pictogram)
{
    QPainterPath path;
    switch (pictogram) {
    case Pictogram::None:
        break;
    case Pictogram::Router:
    case Pictogram::Switch:
    case Pictogram::Shield:
    case Pictogram::Waves:
        return networkStrokes(pictogram);
    case Pictogram::Server:
        drawBoxes(path, {QRectF(-9, -11, 18, 22)});
        drawLines(path,
                  {{-9, -3.5, 9, -3.5}, {-9, 4, 9, 4}, {-5, -7, -4, -7}, {-5, 0, -4, 0}, {-5, 7.5, -4, 7.5}});
        break;
    case Pictogram::Laptop:
        drawBoxes(path, {QRectF(-9, -8, 18, 12)});
        drawLines(path, {{-13, 8, 13, 8}});
        break;
    case Pictogram::Printer:
        drawBoxes(path, {QRectF(-10, -3, 20, 8), QRectF(-6, 2, 12, 8)});
        drawLines(path, {{-6, -3, -6, -9}, {-6, -9, 6, -9}, {6, -9, 6, -3}});
        break;
    case Pictogram::Phone:
        drawBoxes(path, {QRectF(-6, -11, 12, 22)});
        drawLines(path, {{-1.5, 7.5, 1.5, 7.5}});
        break;
    case Pictogram::Camera:
        drawBoxes(path, {QRectF(-12, -6, 16, 12)});
        drawLines(path, {{4, 0, 11, -5}, {11, -5, 11, 5}, {11, 5, 4, 0}});
        break;
    case Pictogram::Chip:
        drawBoxes(path, {QRectF(-6, -6, 12, 12)});
        drawLines(path, {{-3, -6, -3, -9}, {3, -6, 3, -9}, {-3, 6, -3, 9}, {3, 6, 3, 9}});
        break;
    case Pictogram::Question:
        path.moveTo(-4.5, -4.5);
        path.cubicTo(-4.5, -12, 6, -11, 5, -4);
        path.cubicTo(4.5, -1, 0, -0.5, 0, 3.5);
        drawLines(path, {{0, 8, 0, 8.6}});
        break;
    }
    return path;
}

template <class Key, std::size_t Count, class Make>
std::array<QPainterPath, Count> madeAll(Make make)
{
    std::array<QPainterPath, Count> all;
    for (std::size_t i = 0; i < Count; ++i)
        all[i] = make(Key(i));
    return all;
}

} // namespace

const QPainterPath &silhouette(Shape shape)
{
    static const auto all = madeAll<Shape, 8>(made);
    return all[std::size_t(shape)];
}

QRectF silhouetteArea(Shape shape)
{
    static const auto areas = [] {
        std::array<QRectF, 8> all;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = silhouette(Shape(i)).boundingRect();
        return all;
    }();
    return areas[std::size_t(shape)];
}

const QPainterPath &strokesOf(Pictogram pictogram)
{
    static const auto all = madeAll<Pictogram, 12>(strokes);
    return all[std::size_t(pictogram)];
}

QPointF borderPoint(Shape shape, QPointF middle, QPointF toward)
{
    const QPointF way = toward - middle;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1)
        return middle;
    const QRectF area = silhouetteArea(shape);
    if (shape == Shape::RoundedSquare || shape == Shape::Arch) {
        const double part = std::min(area.width() / 2 / std::max(std::abs(way.x()), 1e-6),
                                     area.height() / 2 / std::max(std::abs(way.y()), 1e-6));
        return middle + way * std::min(1.0, part);
    }
    // The others are round enough for an ellipse.
    const double across = way.x() / length / (area.width() / 2);
    const double down = way.y() / length / (area.height() / 2);
    const double reach = 1 / std::hypot(across, down);
    return middle + way / length * std::min(reach, length);
}

} // namespace network
