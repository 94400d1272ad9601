// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/board.h"

#include "network/layout/graph.h"
#include "network/silhouette.h"

#include <algorithm>

namespace network {

QRectF Board::extent(QPointF at) { return {at.x() - nodePitchX / 2, at.y() - 44, nodePitchX, nodePitchY}; }

QRectF Board::reach(QPointF at)
{
    constexpr double halo = 4;
    constexpr double above = 44;
    constexpr double beneath = 68;
    return {at.x() - Caption::widest / 2 - halo, at.y() - above, Caption::widest + 2 * halo, above + beneath};
}

QLineF Board::lineOf(int wire) const
{
    const Wire &one = wires[size_t(wire)];
    return {spots[size_t(one.from)].at, spots[size_t(one.to)].at};
}

void Board::index()
{
    m_byId.clear();
    m_byId.reserve(qsizetype(spots.size()));
    m_spotCells.clear();
    m_wireCells.clear();
    m_wiresOf.assign(spots.size(), {});
    m_seen.assign(std::max(wires.size(), spots.size()), 0);
    m_look = 0;
    for (int i = 0; i < int(spots.size()); ++i) {
        m_byId.insert(spots[size_t(i)].id, i);
        m_spotCells.add(i, reach(spots[size_t(i)].at));
    }
    for (int i = 0; i < int(wires.size()); ++i) {
        m_wireCells.add(i, lineOf(i));
        m_wiresOf[size_t(wires[size_t(i)].from)].push_back(i);
        m_wiresOf[size_t(wires[size_t(i)].to)].push_back(i);
    }
    makeRoom();
}

std::vector<int> Board::makeRoom()
{
    std::vector<int> changed;
    for (int i = 0; i < int(spots.size()); ++i) {
        Spot &spot = spots[size_t(i)];
        double room = Caption::widest;
        for (const int other : spotsIn(captionReach(spot))) {
            if (other != i)
                room = std::min(room, roomBeside(spot, spots[size_t(other)]));
        }
        if (room == spot.room)
            continue;
        spot.room = room;
        changed.push_back(i);
    }
    return changed;
}

void Board::move(int spot, QPointF to)
{
    Spot &moved = spots[size_t(spot)];
    m_spotCells.remove(spot, reach(moved.at));
    for (const int wire : m_wiresOf[size_t(spot)])
        m_wireCells.remove(wire, lineOf(wire));
    moved.at = to;
    m_spotCells.add(spot, reach(to));
    for (const int wire : m_wiresOf[size_t(spot)])
        m_wireCells.add(wire, lineOf(wire));
}

std::vector<int> Board::spotsIn(const QRectF &area) const
{
    std::vector<int> found;
    ++m_look;
    m_spotCells.visit(area, [&](int spot) {
        if (m_seen[size_t(spot)] == m_look || !reach(spots[size_t(spot)].at).intersects(area))
            return;
        m_seen[size_t(spot)] = m_look;
        found.push_back(spot);
    });
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<int> Board::wiresIn(const QRectF &area) const
{
    std::vector<int> found;
    ++m_look;
    m_wireCells.visit(area, [&](int wire) {
        if (m_seen[size_t(wire)] == m_look)
            return;
        m_seen[size_t(wire)] = m_look;
        found.push_back(wire);
    });
    std::sort(found.begin(), found.end());
    return found;
}

int Board::spotAt(QPointF at) const
{
    int best = -1;
    for (const int spot : spotsIn(QRectF(at, QSizeF(1, 1)))) {
        const Spot &one = spots[size_t(spot)];
        if (silhouetteArea(one.shape).translated(one.at).adjusted(-4, -4, 4, 4).contains(at))
            best = spot;
    }
    return best;
}

int Board::wireAt(QPointF at, double reach) const
{
    int best = -1;
    double least = reach;
    for (const int wire : wiresIn(QRectF(at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)))) {
        const QLineF line = lineOf(wire);
        const double length = line.length();
        if (length == 0)
            continue;
        const QPointF way = line.p2() - line.p1();
        const double along = QPointF::dotProduct(at - line.p1(), way) / (length * length);
        const double away = QLineF(at, line.pointAt(std::clamp(along, 0.0, 1.0))).length();
        if (away <= least) {
            best = wire;
            least = away;
        }
    }
    return best;
}

int Board::boxAt(QPointF at) const
{
    for (int i = 0; i < int(boxes.size()); ++i) {
        if (boxes[size_t(i)].area.contains(at))
            return i;
    }
    return -1;
}

QRectF Board::bounds() const
{
    QRectF all;
    for (const Spot &spot : spots)
        all |= extent(spot.at);
    for (const Box &box : boxes)
        all |= box.area;
    for (const Note &note : notes)
        all |= QRectF(note.at, QSizeF(160, 60));
    return all;
}

} // namespace network
