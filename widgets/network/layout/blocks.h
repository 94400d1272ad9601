// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/layout/forest.h"

namespace network {

/// Lays out trees as blocks within blocks: each node above the block of what hangs on it.
class Blocks
{
public:
    Blocks(const Graph &graph, const std::vector<std::vector<int>> &neighbours);

    /// Lays the members out from the origin on, into `at`; returns how much room they take.
    QSizeF place(const std::vector<int> &members, std::vector<QPointF> &at);

private:
    struct Part
    {
        QSizeF size;
        QPointF corner; ///< within the block around
        double top = 0; ///< where the node's own middle is, from the left
    };

    void measure(int node);
    [[nodiscard]] QSizeF pack(std::vector<int> &nodes, QPointF from);
    void packHosts(const std::vector<int> &hosts, QPointF from);
    [[nodiscard]] static int columnsOf(int hosts);
    [[nodiscard]] static QSizeF gridSize(int hosts);
    void order(std::vector<int> &nodes) const;
    void settle(int node, QPointF corner, std::vector<QPointF> &at) const;

    const Graph &m_graph;
    const std::vector<std::vector<int>> &m_neighbours;
    Forest m_forest;
    std::vector<Part> m_parts;
    std::vector<int> m_places; ///< of members, by how they come
};

} // namespace network
