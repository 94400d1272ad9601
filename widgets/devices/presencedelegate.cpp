// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/presencedelegate.h"

#include "devices/presencestrip.h"
#include "kit/tokens.h"

#include <QPainter>

namespace devices {

void PresenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index); // the ground, which is all there is without text
    const QStringList cells = index.data(CellsRole).toStringList();
    const QRectF area =
        QRectF(option.rect)
            .adjusted(kit::tokens::Space2, kit::tokens::Space2, -kit::tokens::Space2, -kit::tokens::Space2);
    painter->save();
    paintPresence(*painter, area, cells);
    painter->restore();
}

} // namespace devices
