// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertdelegate.h"

#include "kit/focusring.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace alerts {

namespace {
namespace tokens = kit::tokens;
constexpr int stripeWidth = 3;
constexpr int markSize = 16;

/// Eight pixels at the corner of a glyph, on a ground of their own.
constexpr QRectF overlay(9, 9, 8, 8);

void paintTick(QPainter &painter, const QColor &color)
{
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{11.2, 13.2}, {12.6, 14.6}, {15, 11.4}});
}

void paintBell(QPainter &painter, const QColor &color)
{
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{10.8, 14.4},
                                   {11.7, 13.4},
                                   {11.9, 11.4},
                                   {13, 10.7},
                                   {14.1, 11.4},
                                   {14.3, 13.4},
                                   {15.2, 14.4},
                                   {10.8, 14.4}});
    painter.drawLine(QPointF(10.4, 10.4), QPointF(15.8, 15.8));
}

void paintPerson(QPainter &painter, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(13, 11.4), 1.5, 1.5);
    painter.drawPie(QRectF(10.4, 13.2, 5.2, 5), 0, 180 * 16);
}
} // namespace

void paintAlertGlyph(QPainter &painter, const QRectF &square, const Alert &alert)
{
    const bool isSeenTo = alert.state != AlertState::Open;
    if (alert.state == AlertState::Resolved)
        kit::paintGlyphOutline(painter, square, kit::Status::Ok);
    else if (isSeenTo)
        kit::paintGlyphOutline(painter, square, statusOf(alert));
    else
        kit::paintGlyph(painter, square, statusOf(alert));
    const bool isSilenced = !alert.silencedBy.isEmpty() && alert.state != AlertState::Resolved;
    const bool isAcknowledged = alert.state == AlertState::Acknowledged;
    if (!isSilenced && !isAcknowledged && alert.assignee.isEmpty())
        return;
    const kit::Theme &theme = kit::theme();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 16, square.height() / 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.surface);
    painter.drawEllipse(overlay.adjusted(-0.6, -0.6, 0.6, 0.6));
    painter.setBrush(Qt::NoBrush);
    if (isSilenced)
        paintBell(painter, theme.text);
    else if (isAcknowledged)
        paintTick(painter, theme.text);
    else
        paintPerson(painter, theme.text);
    painter.restore();
}

AlertDelegate::AlertDelegate(const AlertTable &table, QAbstractItemView &view)
    : QStyledItemDelegate(&view), m_table(table), m_view(view)
{
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {tokens::ControlMinWidth, tokens::Row};
}

QRect AlertDelegate::markIn(const QRect &cell, Qt::LayoutDirection direction)
{
    const QRect mark(cell.left() + tokens::Space1, cell.top() + (cell.height() - markSize) / 2, markSize,
                     markSize);
    return QStyle::visualRect(direction, cell, mark);
}

void AlertDelegate::paintSeverity(QPainter &painter, const QRect &cell, const Alert &alert) const
{
    const kit::StatusInk &ink = kit::theme().status(statusOf(alert));
    const auto placed = [&](const QRect &logical) {
        return QStyle::visualRect(m_view.layoutDirection(), cell, logical);
    };
    if (alert.state != AlertState::Resolved) {
        const QColor stripe = ink.fill.isValid() ? ink.fill : ink.outline;
        painter.fillRect(placed({cell.left(), cell.top(), stripeWidth, cell.height()}), stripe);
    }
    const QRect glyph(cell.left() + tokens::Space3, cell.top() + (cell.height() - tokens::GlyphSize) / 2,
                      tokens::GlyphSize, tokens::GlyphSize);
    paintAlertGlyph(painter, placed(glyph), alert);
}

/// Draws the mark of a row that can be opened up, and answers what is left of the cell.
QRect AlertDelegate::paintMark(QPainter &painter, const QRect &cell, int row) const
{
    const int indent = m_table.isChild(row) ? tokens::Space6 + tokens::Space2 : tokens::Space6;
    if (m_table.isParent(row)) {
        const QRectF mark = markIn(cell, m_view.layoutDirection());
        const bool isRightToLeft = m_view.layoutDirection() == Qt::RightToLeft;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(kit::theme().text2, tokens::StrokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        const QPointF middle = mark.center();
        const qreal turn = isRightToLeft ? -1 : 1;
        if (m_table.isOpenedUp(row))
            painter.drawPolyline(
                QPolygonF{middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)});
        else
            painter.drawPolyline(QPolygonF{middle + QPointF(-2 * turn, -4), middle + QPointF(2 * turn, 0),
                                           middle + QPointF(-2 * turn, 4)});
    }
    return QStyle::visualRect(m_view.layoutDirection(), cell, cell.adjusted(indent, 0, 0, 0));
}

void AlertDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    ground.index = index;
    ground.features &= ~QStyleOptionViewItem::HasDisplay;
    ground.state &= ~QStyle::State_HasFocus; // the whole row is what is chosen
    if (index.row() % 2 == 1)
        ground.features |= QStyleOptionViewItem::Alternate;
    m_view.style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, &m_view);
    const Alert &alert = m_table.at(index.row());
    const auto column = AlertColumn(index.column());
    const kit::Theme &theme = kit::theme();
    painter->save();
    QRect text = option.rect;
    if (column == AlertColumn::Severity) {
        paintSeverity(*painter, option.rect, alert);
        text =
            QStyle::visualRect(m_view.layoutDirection(), text,
                               text.adjusted(tokens::Space3 + tokens::GlyphSize + tokens::Space1, 0, 0, 0));
    } else if (column == AlertColumn::Title) {
        text = paintMark(*painter, option.rect, index.row());
    }
    text.adjust(tokens::Space1, 0, -tokens::Space1, 0);
    const bool isOpen = alert.state == AlertState::Open && alert.silencedBy.isEmpty();
    const bool isBold = column == AlertColumn::Title && isOpen && !m_table.isChild(index.row());
    painter->setFont(kit::textFont(tokens::BodyPt, isBold ? QFont::Medium : QFont::Normal));
    painter->setPen(isOpen || column == AlertColumn::Title ? theme.text : theme.text2);
    // The text is short by now: what is measured is bounded, whoever wrote it.
    const QString line = columnText(alert, column, m_table.setting());
    painter->drawText(text,
                      int(isNumeric(column) ? Qt::AlignRight : Qt::AlignLeading) | Qt::AlignVCenter |
                          Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(line, Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace alerts
