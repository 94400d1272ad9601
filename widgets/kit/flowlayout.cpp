// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace kit {

FlowLayout::FlowLayout(QWidget *parent, int spacing) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item) { m_items.emplace_back(item); }

QLayoutItem *FlowLayout::itemAt(int place) const
{
    return place >= 0 && place < count() ? m_items[size_t(place)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int place)
{
    if (place < 0 || place >= count())
        return nullptr;
    QLayoutItem *item = m_items[size_t(place)].release();
    m_items.erase(m_items.begin() + place);
    m_gap -= place < m_gap ? 1 : 0;
    return item;
}

std::vector<FlowLayout::Spot> FlowLayout::spotsFor(int width) const
{
    std::vector<Spot> spots;
    QPoint corner;
    int line = 0; // how high it is
    int afterGap = 0;
    for (int place = 0; place < count(); ++place) {
        QLayoutItem *item = m_items[size_t(place)].get();
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo({width, QWIDGETSIZE_MAX});
        if (corner.x() > 0 && corner.x() + size.width() > width) {
            corner = {0, corner.y() + line + spacing()};
            line = 0;
        }
        spots.push_back({item, QRect(corner, size)});
        afterGap += m_gap >= 0 && place >= m_gap ? 1 : 0;
        corner.rx() += size.width() + spacing();
        line = std::max(line, size.height());
    }
    if (corner.y() > 0 || afterGap == 0)
        return spots;
    const int room = width - spots.back().where.right() - 1;
    std::for_each(spots.end() - afterGap, spots.end(), [room](Spot &spot) { spot.where.translate(room, 0); });
    return spots;
}

int FlowLayout::heightForWidth(int width) const
{
    int height = 0;
    for (const Spot &spot : spotsFor(width))
        height = std::max(height, spot.where.bottom() + 1);
    return height;
}

QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize one = item->sizeHint();
        size = {size.width() + (size.isEmpty() ? 0 : spacing()) + one.width(),
                std::max(size.height(), one.height())};
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    for (const Spot &spot : spotsFor(rect.width()))
        spot.item->setGeometry(QStyle::visualRect(direction, rect, spot.where.translated(rect.topLeft())));
}

} // namespace kit
