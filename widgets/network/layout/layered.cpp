// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/blocks.h"
#include "network/layout/shelf.h"

#include <algorithm>

namespace network {

namespace {

constexpr double pageAspect = 2;
constexpr double spineStep = 140;
constexpr size_t leastGroups = 3;

/// Rows of what leads to the groups, and the groups in boxes beneath.
class Layers
{
public:
    explicit Layers(const Graph &graph) : m_graph(graph), m_neighbours(graph.neighbours())
    {
        m_out.at.resize(graph.nodes.size());
        m_out.boxes.resize(size_t(graph.groups));
        m_members.resize(size_t(graph.groups) + 1);
        for (int i = 0; i < int(graph.nodes.size()); ++i) {
            if (isSpine(i))
                m_rows[graph.nodes[size_t(i)].rank].push_back(i);
            else
                m_members[size_t(graph.nodes[size_t(i)].group + 1)].push_back(i);
        }
    }

    Arrangement run()
    {
        arrangeGroups();
        arrangeSpine();
        m_out.honour(m_graph);
        return std::move(m_out);
    }

private:
    /// What leads to the others stands above them, whichever network its address is of.
    [[nodiscard]] bool isSpine(int node) const
    {
        return m_graph.nodes[size_t(node)].rank <= GraphNode::routerRank;
    }

    /// Groups that hang on the same device come one after the other.
    [[nodiscard]] std::vector<size_t> groupOrder() const
    {
        std::vector<int> first(m_members.size(), int(m_graph.nodes.size()));
        std::vector<size_t> order;
        for (size_t group = 0; group < m_members.size(); ++group) {
            if (m_members[group].empty())
                continue;
            order.push_back(group);
            for (const int node : m_members[group]) {
                for (const int other : m_neighbours[size_t(node)]) {
                    if (isSpine(other))
                        first[group] = std::min(first[group], other);
                }
            }
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](size_t one, size_t other) { return first[one] < first[other]; });
        return order;
    }

    void arrangeGroups()
    {
        const std::vector<size_t> order = groupOrder();
        Blocks blocks(m_graph, m_neighbours);
        std::vector<QSizeF> sizes;
        for (const size_t group : order) {
            const QSizeF inside = blocks.place(m_members[group], m_out.at);
            sizes.emplace_back(inside.width() + 2 * groupPadding,
                               inside.height() + groupTitle + groupPadding);
        }
        QSizeF whole;
        const std::vector<QPointF> corners = shelve(sizes, groupGap, pageAspect, whole, leastGroups);
        m_width = whole.width();
        for (size_t i = 0; i < order.size(); ++i) {
            const QPointF inner = corners[i] + QPointF(groupPadding, groupTitle);
            for (const int node : m_members[order[i]])
                m_out.at[size_t(node)] += inner;
            if (order[i] > 0)
                m_out.boxes[order[i] - 1] = QRectF(corners[i], sizes[i]);
        }
    }

    /// The mean of where those are that a node leads to.
    [[nodiscard]] double pull(int node) const
    {
        double sum = 0;
        int count = 0;
        for (const int other : m_neighbours[size_t(node)]) {
            if (m_graph.nodes[size_t(other)].rank > m_graph.nodes[size_t(node)].rank) {
                sum += m_out.at[size_t(other)].x();
                ++count;
            }
        }
        return count > 0 ? sum / count : m_width / 2;
    }

    /// From the lowest row up, each as near to the middle of what it leads to as its neighbours let it.
    void arrangeSpine()
    {
        double y = -spineStep + nodePitchY / 2;
        for (int rank = GraphNode::routerRank; rank >= GraphNode::internetRank; --rank) {
            std::vector<std::pair<double, int>> row;
            for (const int node : m_rows[rank])
                row.emplace_back(pull(node), node);
            if (row.empty())
                continue;
            std::stable_sort(row.begin(), row.end(),
                             [](const auto &one, const auto &other) { return one.first < other.first; });
            double wanted = 0;
            double given = 0;
            double least = row.front().first;
            for (auto &[x, node] : row) {
                wanted += x;
                x = std::max(x, least);
                given += x;
                least = x + nodePitchX * 1.5;
            }
            const double back = (given - wanted) / double(row.size());
            for (const auto &[x, node] : row)
                m_out.at[size_t(node)] = {x - back, y};
            y -= spineStep;
        }
    }

    const Graph &m_graph;
    const std::vector<std::vector<int>> m_neighbours;
    Arrangement m_out;
    std::vector<std::vector<int>> m_members; ///< by group, those without one first
    std::vector<int> m_rows[2];
    double m_width = 0;
};

} // namespace

Arrangement layered(const Graph &graph) { return Layers(graph).run(); }

} // namespace network
