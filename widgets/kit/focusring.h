// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QRectF>

class QColor;
class QPainter;

namespace kit {

/// Draws the 2 px accent ring of the focused widget with a 1 px gap inside `bounds`; `radius` is the widget's
/// own.
void paintFocusRing(QPainter &painter, const QRectF &bounds, qreal radius);

/// Draws a filled box with a hairline of the theme's width, crisp on the pixel grid.
void paintPanel(QPainter &painter, const QRectF &bounds, qreal radius, const QColor &fill,
                const QColor &line);

} // namespace kit
