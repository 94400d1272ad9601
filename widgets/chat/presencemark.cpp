// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/presencemark.h"

#include "kit/theme.h"
#include "kit/tokens.h"

#include <QCoreApplication>
#include <QPainter>

namespace chat {

using identity::Availability;

void paintPresence(QPainter &painter, const QRectF &square, const std::optional<Availability> &availability)
{
    const kit::Theme &theme = kit::theme();
    const QColor ink = availability == Availability::Online ? theme.status(kit::Status::Ok).fill
                       : availability == Availability::Busy ? theme.status(kit::Status::High).fill
                                                            : theme.text3;
    const QRectF disc = square.adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, kit::tokens::StrokeWidth));
    painter.setBrush(availability == Availability::Online ? QBrush(ink) : Qt::NoBrush);
    painter.drawEllipse(disc);
    if (availability == Availability::Away) {
        painter.setBrush(ink);
        painter.drawChord(disc, 90 * 16, 180 * 16);
    } else if (availability == Availability::Busy) {
        painter.drawLine(QPointF(disc.left() + 2, disc.center().y()),
                         QPointF(disc.right() - 2, disc.center().y()));
    }
    painter.restore();
}

QString presenceWord(const std::optional<Availability> &availability)
{
    if (!availability)
        return QCoreApplication::translate("chat", "offline");
    switch (*availability) {
    case Availability::Online:
        return QCoreApplication::translate("chat", "online");
    case Availability::Away:
        return QCoreApplication::translate("chat", "away");
    case Availability::Busy:
        return QCoreApplication::translate("chat", "busy");
    }
    return {};
}

} // namespace chat
