// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/spread.h"

#include "network/layout/graph.h"

#include <QHash>

#include <cmath>

namespace network {

namespace {

constexpr int spreadRounds = 120;
constexpr double leastPush = 0.5;

using Cell = std::pair<int, int>;

Cell cellOf(QPointF at)
{
    return {int(std::floor(at.x() / nodePitchX)), int(std::floor(at.y() / nodePitchY))};
}

/// How far two that share room have to go, along the shorter way; the order decides for two on one place.
QPointF pushApart(QPointF one, QPointF other)
{
    const QPointF way = other - one;
    const double across = nodePitchX - std::abs(way.x());
    const double down = nodePitchY - std::abs(way.y());
    if (across <= leastPush || down <= leastPush)
        return {};
    if (across / nodePitchX < down / nodePitchY)
        return {std::copysign(across, way.x()), 0};
    return {0, std::copysign(down, way.y())};
}

/// One round; returns whether anybody was pushed.
bool spreadOnce(std::vector<QPointF> &at)
{
    QHash<Cell, std::vector<int>> cells;
    for (int i = 0; i < int(at.size()); ++i)
        cells[cellOf(at[size_t(i)])].push_back(i);
    std::vector<QPointF> pushes(at.size());
    bool isPushed = false;
    for (int i = 0; i < int(at.size()); ++i) {
        const Cell middle = cellOf(at[size_t(i)]);
        for (int x = middle.first - 1; x <= middle.first + 1; ++x) {
            for (int y = middle.second - 1; y <= middle.second + 1; ++y) {
                const auto near = cells.constFind({x, y});
                if (near == cells.constEnd())
                    continue;
                for (const int other : *near) {
                    if (other <= i)
                        continue;
                    const QPointF push = pushApart(at[size_t(i)], at[size_t(other)]);
                    isPushed = isPushed || !push.isNull();
                    pushes[size_t(i)] -= push / 2;
                    pushes[size_t(other)] += push / 2;
                }
            }
        }
    }
    // Less than all of it, or those between two would swing for ever.
    for (size_t i = 0; i < at.size(); ++i)
        at[i] += pushes[i] * 0.6;
    return isPushed;
}

} // namespace

void spreadOut(std::vector<QPointF> &at)
{
    for (int round = 0; round < spreadRounds; ++round) {
        if (!spreadOnce(at))
            return;
    }
}

} // namespace network
