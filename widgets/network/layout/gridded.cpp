// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/graph.h"
#include "network/layout/shelf.h"

#include <algorithm>

namespace network {

namespace {
constexpr double gridAspect = 1.6;

/// The nodes of a group in rows, from the origin on.
QSizeF fillGrid(const std::vector<int> &members, std::vector<QPointF> &at)
{
    const int columns = columnsFor(int(members.size()), gridAspect);
    for (int i = 0; i < int(members.size()); ++i) {
        at[size_t(members[size_t(i)])] = {(i % columns + 0.5) * nodePitchX, (i / columns + 0.5) * nodePitchY};
    }
    const int rows = (int(members.size()) + columns - 1) / columns;
    return {columns * nodePitchX + 2 * groupPadding, rows * nodePitchY + groupTitle + groupPadding};
}
} // namespace

Arrangement gridded(const Graph &graph)
{
    Arrangement out{std::vector<QPointF>(graph.nodes.size()), std::vector<QRectF>(size_t(graph.groups))};
    std::vector<std::vector<int>> members(size_t(graph.groups) + 1);
    for (int i = 0; i < int(graph.nodes.size()); ++i)
        members[size_t(graph.nodes[size_t(i)].group + 1)].push_back(i);
    std::vector<QSizeF> sizes;
    for (std::vector<int> &group : members) {
        std::stable_sort(group.begin(), group.end(), [&](int one, int other) {
            return graph.nodes[size_t(one)].rank < graph.nodes[size_t(other)].rank;
        });
        sizes.push_back(group.empty() ? QSizeF(0, 0) : fillGrid(group, out.at));
    }
    QSizeF whole;
    const std::vector<QPointF> corners = shelve(sizes, groupGap, gridAspect, whole);
    for (size_t i = 0; i < members.size(); ++i) {
        for (const int node : members[i])
            out.at[size_t(node)] += corners[i] + QPointF(groupPadding, groupTitle);
        if (i > 0 && !members[i].empty())
            out.boxes[i - 1] = QRectF(corners[i], sizes[i]);
    }
    out.honour(graph);
    return out;
}

} // namespace network
