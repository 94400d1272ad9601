// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/layout/graph.h"

namespace sample {

/// A firewall, `groups` networks behind it with a switch for every 20 hosts.
inline network::Graph graph(int hosts, int groups)
{
    using network::GraphNode;
    network::Graph made;
    made.groups = groups;
    made.nodes.push_back({GraphNode::internetRank, -1, {}});
    made.nodes.push_back({GraphNode::routerRank, 0, {}});
    made.edges.push_back({0, 1});
    const int each = hosts / groups;
    for (int group = 0; group < groups; ++group) {
        const int core = int(made.nodes.size());
        made.nodes.push_back({GraphNode::switchRank, group, {}});
        made.edges.push_back({1, core});
        int leader = core;
        for (int host = 0; host < each; ++host) {
            if (host % 20 == 0 && host > 0) {
                leader = int(made.nodes.size());
                made.nodes.push_back({GraphNode::switchRank, group, {}});
                made.edges.push_back({core, leader});
            }
            made.nodes.push_back({GraphNode::hostRank, group, {}});
            made.edges.push_back({leader, int(made.nodes.size()) - 1});
        }
    }
    return made;
}

} // namespace sample
