// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/forest.h"

#include <algorithm>

namespace network {

namespace {

class Grower
{
public:
    Grower(const Graph &graph, const std::vector<std::vector<int>> &neighbours)
        : m_graph(graph), m_neighbours(neighbours)
    {
        m_forest.parent.assign(graph.nodes.size(), -1);
        m_forest.children.resize(graph.nodes.size());
        m_state.assign(graph.nodes.size(), Outside);
    }

    Forest grow(std::vector<int> members)
    {
        for (const int node : members)
            m_state[size_t(node)] = Waiting;
        std::stable_sort(members.begin(), members.end(),
                         [this](int one, int other) { return before(one, other); });
        for (const int root : members)
            spread(root);
        return std::move(m_forest);
    }

private:
    enum State { Outside, Waiting, Reached };

    /// Nearer to the Internet first; among equals what is joined to more.
    [[nodiscard]] bool before(int one, int other) const
    {
        const int rank = m_graph.nodes[size_t(one)].rank;
        const int otherRank = m_graph.nodes[size_t(other)].rank;
        if (rank != otherRank)
            return rank < otherRank;
        if (isLed(one) != isLed(other))
            return isLed(one);
        return m_neighbours[size_t(one)].size() > m_neighbours[size_t(other)].size();
    }

    /// Joined to something outside that stands nearer to the Internet.
    [[nodiscard]] bool isLed(int node) const
    {
        const std::vector<int> &joined = m_neighbours[size_t(node)];
        return std::any_of(joined.begin(), joined.end(), [&](int other) {
            return m_state[size_t(other)] == Outside &&
                   m_graph.nodes[size_t(other)].rank < m_graph.nodes[size_t(node)].rank;
        });
    }

    void spread(int root)
    {
        if (m_state[size_t(root)] != Waiting)
            return;
        m_state[size_t(root)] = Reached;
        std::vector<int> reached{root};
        for (size_t next = 0; next < reached.size(); ++next) {
            const int node = reached[next];
            m_forest.order.push_back(node);
            // Hosts lead nowhere: what is joined through one hangs on something better, if there is such.
            for (const int neighbour : m_neighbours[size_t(node)]) {
                if (m_state[size_t(neighbour)] != Waiting ||
                    m_graph.nodes[size_t(neighbour)].rank < m_graph.nodes[size_t(node)].rank)
                    continue;
                m_state[size_t(neighbour)] = Reached;
                m_forest.parent[size_t(neighbour)] = node;
                m_forest.children[size_t(node)].push_back(neighbour);
                reached.push_back(neighbour);
            }
        }
    }

    const Graph &m_graph;
    const std::vector<std::vector<int>> &m_neighbours;
    Forest m_forest;
    std::vector<State> m_state;
};

} // namespace

Forest growForest(const Graph &graph, const std::vector<std::vector<int>> &neighbours,
                  const std::vector<int> &members)
{
    return Grower(graph, neighbours).grow(members);
}

} // namespace network
