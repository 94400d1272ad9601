// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alerttable.h"

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace alerts {

/// Draws the cells of alerts: the stripe and shape of the severity with what was done about it, the mark that
/// opens a row up, and plain text that is never read as markup nor measured beyond what can be seen.
class AlertDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    AlertDelegate(const AlertTable &table, QAbstractItemView &view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the mark that opens a row up is within the cell of its title.
    [[nodiscard]] static QRect markIn(const QRect &cell, Qt::LayoutDirection direction);

private:
    void paintSeverity(QPainter &painter, const QRect &cell, const Alert &alert) const;
    [[nodiscard]] QRect paintMark(QPainter &painter, const QRect &cell, int row) const;

    const AlertTable &m_table;
    QAbstractItemView &m_view;
};

/// The shape of an alert's severity with what was done about it at its corner: a tick for acknowledged, a
/// bell for silenced, a person for assigned.
void paintAlertGlyph(QPainter &painter, const QRectF &square, const Alert &alert);

} // namespace alerts
