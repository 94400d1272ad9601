// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/joinline.h"

#include "kit/theme.h"
#include "network/boardpaint.h"
#include "network/silhouette.h"

#include <QPainter>

namespace network {

namespace {
constexpr double joinWidth = 2.5;
}

bool JoinLine::isEnd(int spot) const
{
    return spot >= 0 && !m_board.spots[size_t(spot)].isStack() && !m_board.spots[size_t(spot)].isGhost;
}

void JoinLine::begin(const QString &from)
{
    m_isDrawn = true;
    m_from.clear();
    takeFrom(from);
    if (const int spot = m_board.find(m_from); spot >= 0)
        m_to = m_board.spots[size_t(spot)].at;
}

void JoinLine::end()
{
    m_isDrawn = false;
    m_from.clear();
}

void JoinLine::takeFrom(const QString &id) { m_from = isEnd(m_board.find(id)) ? id : QString(); }

QString JoinLine::target() const
{
    const int spot = m_board.spotAt(m_to);
    if (!m_isDrawn || m_from.isEmpty() || !isEnd(spot) || m_board.spots[size_t(spot)].id == m_from)
        return {};
    return m_board.spots[size_t(spot)].id;
}

void JoinLine::paint(QPainter &painter) const
{
    const int from = m_board.find(m_from);
    if (!m_isDrawn || from < 0)
        return;
    const Spot &start = m_board.spots[size_t(from)];
    const int to = m_board.find(target());
    QPointF end = m_to;
    if (to >= 0) {
        const Spot &other = m_board.spots[size_t(to)];
        end = borderPoint(other.shape, other.at, start.at);
        paintRing(painter, other);
    }
    paintRing(painter, start);
    QPen pen(kit::theme().accent, joinWidth);
    if (to < 0)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawLine(borderPoint(start.shape, start.at, end), end);
}

} // namespace network
