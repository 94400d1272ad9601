// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/focusring.h"

#include "kit/theme.h"

#include <QPainter>

namespace kit {

void paintFocusRing(QPainter &painter, const QRectF &bounds, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, 2));
    painter.drawRoundedRect(bounds.adjusted(1, 1, -1, -1), radius, radius);
    painter.setPen(QPen(theme().surface, 1));
    painter.drawRoundedRect(bounds.adjusted(2.5, 2.5, -2.5, -2.5), radius - 1, radius - 1);
    painter.restore();
}

void paintPanel(QPainter &painter, const QRectF &bounds, qreal radius, const QColor &fill, const QColor &line)
{
    const qreal half = theme().borderWidth / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(line.isValid() ? QPen(line, theme().borderWidth) : QPen(Qt::NoPen));
    painter.drawRoundedRect(bounds.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

} // namespace kit
