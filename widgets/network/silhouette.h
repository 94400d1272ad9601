// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/kind.h"

#include <QPainterPath>

namespace network {

/// The outline of a shape around the origin.
[[nodiscard]] const QPainterPath &silhouette(Shape shape);
[[nodiscard]] QRectF silhouetteArea(Shape shape);
/// The strokes of a drawing around the origin, 24 units wide.
[[nodiscard]] const QPainterPath &strokesOf(Pictogram pictogram);
/// Where a line to `toward` leaves the outline of a shape that stands at `middle`.
[[nodiscard]] QPointF borderPoint(Shape shape, QPointF middle, QPointF toward);

} // namespace network
