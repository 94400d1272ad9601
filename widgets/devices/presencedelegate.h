// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStyledItemDelegate>

namespace devices {

/// Draws the cells of a model's CellsRole as a small strip of how a device was there.
class PresenceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// What a cell of such a column has: a QStringList of states, the oldest first.
    static constexpr int CellsRole = Qt::UserRole;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace devices
