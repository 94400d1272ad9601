// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QLineF>
#include <QRectF>

#include <cmath>
#include <vector>

namespace network {

/// Which things are in which square of the map, so that only those are looked at that can be seen.
class CellIndex
{
public:
    static constexpr double cell = 512;

    void clear() { m_cells.clear(); }
    void add(int thing, const QRectF &area)
    {
        eachCell(area, [&](quint64 key) { m_cells[key].push_back(thing); });
    }
    void remove(int thing, const QRectF &area)
    {
        eachCell(area, [&](quint64 key) { std::erase(m_cells[key], thing); });
    }
    /// A line is in every square it crosses, give or take a neighbour.
    void add(int thing, const QLineF &line)
    {
        eachStep(line, [&](quint64 key) { m_cells[key].push_back(thing); });
    }
    void remove(int thing, const QLineF &line)
    {
        eachStep(line, [&](quint64 key) { std::erase(m_cells[key], thing); });
    }
    /// Calls `see` with everything that may be in the area; with some of it more than once.
    template <class See>
    void visit(const QRectF &area, See see) const
    {
        const double squares = (area.width() / cell + 2) * (area.height() / cell + 2);
        if (squares > double(m_cells.size())) {
            for (const auto &things : m_cells)
                std::for_each(things.begin(), things.end(), see);
            return;
        }
        eachCell(area, [&](quint64 key) {
            if (const auto found = m_cells.constFind(key); found != m_cells.constEnd())
                std::for_each(found->begin(), found->end(), see);
        });
    }

private:
    static int step(double value) { return int(std::floor(value / cell)); }
    static quint64 keyOf(int x, int y) { return quint64(quint32(x)) << 32 | quint32(y); }
    template <class Use>
    static void eachCell(const QRectF &area, Use use)
    {
        for (int x = step(area.left()); x <= step(area.right()); ++x) {
            for (int y = step(area.top()); y <= step(area.bottom()); ++y)
                use(keyOf(x, y));
        }
    }
    template <class Use>
    static void eachStep(const QLineF &line, Use use)
    {
        const int steps = std::max(1, int(std::ceil(line.length() / (cell / 4))));
        quint64 last = ~quint64(0);
        for (int i = 0; i <= steps; ++i) {
            const QPointF at = line.pointAt(double(i) / steps);
            const quint64 key = keyOf(step(at.x()), step(at.y()));
            if (key != last)
                use(last = key);
        }
    }

    QHash<quint64, std::vector<int>> m_cells;
};

} // namespace network
