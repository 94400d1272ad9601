// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/layout/graph.h"

namespace network {

/// What of a graph hangs on what: each node on the neighbour that is nearest to the Internet.
struct Forest
{
    std::vector<int> parent; ///< -1: a root
    std::vector<std::vector<int>> children;
    std::vector<int> order; ///< parents before their children
};

/// The forest among the nodes of `members`; a node hangs on none but those.
[[nodiscard]] Forest growForest(const Graph &graph, const std::vector<std::vector<int>> &neighbours,
                                const std::vector<int> &members);

} // namespace network
