// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/spotpaint.h"

#include <QPen>
#include <QSet>

class QPainter;

namespace network {

/// How much of the map is drawn.
struct Look
{
    double scale = 1;
    QSet<int> lifted; ///< spots that are left out, with their wires: somebody is moving them
};

/// Below these no names are drawn, and below the second only dots.
constexpr double labelScale = 0.4;
constexpr double dotScale = 0.2;

/// Draws what of the board is in `area`, in map units: boxes, links, nodes, names, glyphs.
void paintBoard(QPainter &painter, const Board &board, const QRectF &area, const Look &look);
void paintWires(QPainter &painter, const Board &board, const std::vector<int> &wires, double scale,
                const QRectF &area);
/// The line of a link, as the legend shows it, too.
[[nodiscard]] QPen wirePen(Stroke stroke, double width);

} // namespace network
