// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/graph.h"

namespace network {

std::vector<std::vector<int>> Graph::neighbours() const
{
    std::vector<std::vector<int>> joined(nodes.size());
    for (const GraphEdge &edge : edges) {
        if (edge.from == edge.to)
            continue;
        joined[size_t(edge.from)].push_back(edge.to);
        joined[size_t(edge.to)].push_back(edge.from);
    }
    return joined;
}

void Arrangement::honour(const Graph &graph)
{
    for (size_t i = 0; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].pin)
            at[i] = *graph.nodes[i].pin;
    }
}

} // namespace network
