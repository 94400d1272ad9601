// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/tiles.h"

#include "kit/theme.h"

#include <QElapsedTimer>
#include <QPainter>

#include <cmath>

namespace network {

namespace {
constexpr int tileSide = 256;
constexpr qsizetype mostTiles = 160;
} // namespace

void Tiles::forget()
{
    m_tiles.clear();
    m_before = {};
}

QRectF Tiles::areaOf(Place place) const
{
    const double side = tileSide / m_look.scale;
    return {place.first * side, place.second * side, side, side};
}

void Tiles::spoil(const QRectF &area)
{
    for (auto tile = m_tiles.begin(); tile != m_tiles.end(); ++tile) {
        if (areaOf(tile.key()).intersects(area))
            tile->isSpoilt = true;
    }
}

void Tiles::spoilSpot(int spot)
{
    spoil(Board::reach(m_board.spots[size_t(spot)].at));
    const double side = tileSide / m_look.scale;
    const auto spoilAt = [&](double x, double y) {
        const auto tile = m_tiles.find({int(std::floor(x / side)), int(std::floor(y / side))});
        if (tile != m_tiles.end())
            tile->isSpoilt = true;
    };
    for (const int wire : m_board.wiresOf(spot)) {
        const QLineF line = m_board.lineOf(wire);
        const int steps = std::max(1, int(std::ceil(line.length() / (side / 4))));
        for (int i = 0; i <= steps; ++i) {
            const QPointF at = line.pointAt(double(i) / steps);
            for (const double aside : {-8.0, 8.0}) {
                spoilAt(at.x() + aside, at.y() - 8);
                spoilAt(at.x() + aside, at.y() + 8);
            }
        }
    }
}

/// At another scale the old picture, stretched, stands in for what is not drawn yet.
void Tiles::rescale(double scale, double ratio, const QRectF &area)
{
    if (qFuzzyCompare(scale, m_look.scale) && qFuzzyCompare(ratio, m_ratio))
        return;
    if (!m_tiles.isEmpty()) {
        const QSize size = (area.size() * m_look.scale * m_ratio).toSize().boundedTo({4096, 4096});
        QPixmap picture(size.expandedTo({1, 1}));
        picture.fill(kit::theme().surface);
        QPainter painter(&picture);
        const double step = tileSide * m_ratio;
        const QPointF origin = area.topLeft() * m_look.scale * m_ratio;
        if (!m_before.isNull())
            painter.drawPixmap(QRectF((m_beforeArea.topLeft() - area.topLeft()) * m_look.scale * m_ratio,
                                      m_beforeArea.size() * m_look.scale * m_ratio),
                               m_before, QRectF(m_before.rect()));
        for (auto tile = m_tiles.cbegin(); tile != m_tiles.cend(); ++tile)
            painter.drawPixmap(QPointF(tile.key().first * step, tile.key().second * step) - origin,
                               tile->picture);
        painter.end();
        m_before = picture;
        m_beforeArea = QRectF(area.topLeft(), QSizeF(size) / (m_look.scale * m_ratio));
    }
    m_tiles.clear();
    m_look.scale = scale;
    m_ratio = ratio;
}

void Tiles::draw(Tile &tile, Place place)
{
    const int side = int(std::ceil(tileSide * m_ratio));
    if (tile.picture.isNull())
        tile.picture = QPixmap(side, side);
    tile.picture.fill(kit::theme().surface);
    QPainter painter(&tile.picture);
    const QRectF area = areaOf(place);
    painter.scale(m_look.scale * m_ratio, m_look.scale * m_ratio);
    painter.translate(-area.topLeft());
    const double margin = 16 / m_look.scale;
    paintBoard(painter, m_board, area.adjusted(-margin, -margin, margin, margin), m_look);
    tile.isSpoilt = false;
}

/// What is far out of sight is given up when there is much.
void Tiles::shed(const QRectF &area)
{
    if (m_tiles.size() <= mostTiles)
        return;
    const QRectF near = area.adjusted(-area.width(), -area.height(), area.width(), area.height());
    m_tiles.removeIf([&](const auto &tile) { return !areaOf(tile.key()).intersects(near); });
}

bool Tiles::paint(QPainter &painter, const QRectF &area, double ratio, double milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    rescale(painter.worldTransform().m11(), ratio, area);
    if (!m_before.isNull())
        painter.drawPixmap(m_beforeArea, m_before, QRectF(m_before.rect()));
    bool isWhole = true;
    const double side = tileSide / m_look.scale;
    const auto place = [side](double value) { return int(std::floor(value / side)); };
    for (int y = place(area.top()); y <= place(area.bottom()); ++y) {
        for (int x = place(area.left()); x <= place(area.right()); ++x) {
            const Place at(x, y);
            const bool hasTime = double(timer.nsecsElapsed()) / 1e6 < milliseconds;
            auto tile = m_tiles.find(at);
            if (tile == m_tiles.end() && hasTime)
                tile = m_tiles.insert(at, {});
            if (tile != m_tiles.end() && tile->isSpoilt && hasTime)
                draw(*tile, at);
            isWhole = isWhole && tile != m_tiles.end() && !tile->isSpoilt;
            if (tile != m_tiles.end() && !tile->picture.isNull())
                painter.drawPixmap(areaOf(at), tile->picture, QRectF(tile->picture.rect()));
        }
    }
    if (isWhole)
        m_before = {};
    shed(area);
    return isWhole;
}

} // namespace network
