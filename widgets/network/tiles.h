// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/boardpaint.h"

#include <QHash>
#include <QPixmap>

namespace network {

/// The map drawn once into squares of the screen's pixels, so that moving about costs no drawing. What could
/// not be drawn in time is shown as it was, and drawn by the next call.
class Tiles
{
public:
    explicit Tiles(const Board &board) : m_board(board) {}

    /// All is drawn anew as it comes into sight.
    void forget();
    /// What lies there is drawn anew; until then it is shown as it was.
    void spoil(const QRectF &area);
    void spoilSpot(int spot);
    [[nodiscard]] QSet<int> &lifted() { return m_look.lifted; }

    /// Draws what of the map is in `area`; the painter is in map units. Returns false when there was no time
    /// for all of it.
    bool paint(QPainter &painter, const QRectF &area, double ratio, double milliseconds);

private:
    struct Tile
    {
        QPixmap picture;
        bool isSpoilt = true;
    };
    using Place = std::pair<int, int>;

    void rescale(double scale, double ratio, const QRectF &area);
    void draw(Tile &tile, Place place);
    [[nodiscard]] QRectF areaOf(Place place) const;
    void shed(const QRectF &area);

    const Board &m_board;
    Look m_look;
    double m_ratio = 1;
    QHash<Place, Tile> m_tiles;
    QPixmap m_before; ///< as all looked at the last other scale
    QRectF m_beforeArea;
};

} // namespace network
