// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/board.h"

class QPainter;

namespace network {

/// One device with its name, in map units.
void paintSpot(QPainter &painter, const Spot &spot, double scale);
/// The ring around a spot that is selected.
void paintRing(QPainter &painter, const Spot &spot);
/// Text with a halo of the surface's colour, so that no line crosses it.
void paintHaloed(QPainter &painter, const QFont &font, const QColor &ink, QPointF corner,
                 const QString &shown);
/// The fill of a department's colour, so faint that what is drawn upon it stays readable.
[[nodiscard]] QColor hueFill(int hue);
/// Whether somebody should look at it.
[[nodiscard]] inline bool isOfNote(kit::Status status) { return status >= kit::Status::Medium; }

} // namespace network
