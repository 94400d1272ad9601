// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace network {

/// What a layout knows of a node: how near to the Internet its kind stands, its group, and where it was
/// pinned.
struct GraphNode
{
    static constexpr int internetRank = 0;
    static constexpr int routerRank = 1;
    static constexpr int switchRank = 2;
    static constexpr int accessRank = 3;
    static constexpr int hostRank = 4;

    int rank = hostRank;
    int group = -1; ///< none
    std::optional<QPointF> pin;
};

struct GraphEdge
{
    int from = 0;
    int to = 0;
};

/// Nodes by their place, and what joins them; every layout is a pure function of it.
struct Graph
{
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    int groups = 0;

    /// Which nodes each node is joined to, in the order of the edges.
    [[nodiscard]] std::vector<std::vector<int>> neighbours() const;
};

/// Where a layout puts the nodes, and the boxes around its groups; a box that is null is not drawn.
struct Arrangement
{
    std::vector<QPointF> at;
    std::vector<QRectF> boxes;

    /// Puts every pinned node where it was pinned.
    void honour(const Graph &graph);
};

/// The room a node and its label take.
constexpr double nodePitchX = 112;
constexpr double nodePitchY = 104;
constexpr double groupPadding = 28;
constexpr double groupTitle = 34;
constexpr double groupGap = 48;

/// All nodes in rows by what they stand behind; groups as boxes beneath what leads to them.
[[nodiscard]] Arrangement layered(const Graph &graph);
/// Circles around one node, each further one by one link more.
[[nodiscard]] Arrangement radial(const Graph &graph, int centre);
/// Each group a box with its nodes in rows.
[[nodiscard]] Arrangement gridded(const Graph &graph);
/// Pushed apart by nearness and pulled together by links, once; the same for the same graph.
[[nodiscard]] Arrangement forced(const Graph &graph);

/// A place for `node` beside what it is joined to, where nothing else is; moves nobody, and widens the box of
/// its group only where that meets no other.
void placeBeside(const Graph &graph, int node, Arrangement &arrangement);

} // namespace network
