// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/graph.h"
#include "network/layout/shelf.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace network {

namespace {

constexpr double ringStep = 150;

class Rings
{
public:
    explicit Rings(const Graph &graph)
        : m_graph(graph), m_neighbours(graph.neighbours()), m_depth(graph.nodes.size(), -1),
          m_children(graph.nodes.size()), m_leaves(graph.nodes.size(), 0), m_from(graph.nodes.size(), 0)
    {
        m_out.at.resize(graph.nodes.size());
        m_out.boxes.resize(size_t(graph.groups));
    }

    Arrangement run(int centre)
    {
        spread(centre);
        count();
        turn();
        placeRest();
        m_out.honour(m_graph);
        return std::move(m_out);
    }

private:
    void spread(int centre)
    {
        m_order.push_back(centre);
        m_depth[size_t(centre)] = 0;
        for (size_t next = 0; next < m_order.size(); ++next) {
            const int node = m_order[next];
            for (const int other : m_neighbours[size_t(node)]) {
                if (m_depth[size_t(other)] >= 0)
                    continue;
                m_depth[size_t(other)] = m_depth[size_t(node)] + 1;
                m_children[size_t(node)].push_back(other);
                m_order.push_back(other);
            }
        }
    }

    void count()
    {
        for (auto node = m_order.rbegin(); node != m_order.rend(); ++node) {
            int sum = 0;
            for (const int child : m_children[size_t(*node)])
                sum += m_leaves[size_t(child)];
            m_leaves[size_t(*node)] = std::max(1, sum);
        }
    }

    /// Each takes as much of the round as leaves hang on it; a ring is as wide as its nodes need.
    void turn()
    {
        const double turn = 2 * std::numbers::pi;
        const int deepest = m_depth[size_t(m_order.back())];
        std::vector<int> crowd(size_t(deepest) + 1, 0);
        for (const int node : m_order)
            ++crowd[size_t(m_depth[size_t(node)])];
        std::vector<double> radius(crowd.size(), 0);
        for (size_t depth = 1; depth < radius.size(); ++depth)
            radius[depth] = std::max(radius[depth - 1] + ringStep, crowd[depth] * nodePitchX / turn);
        const double all = m_leaves[size_t(m_order.front())];
        std::vector<std::vector<std::pair<double, int>>> rings(crowd.size());
        for (const int node : m_order) {
            const double middle = (m_from[size_t(node)] + m_leaves[size_t(node)] / 2.0) / all * turn;
            rings[size_t(m_depth[size_t(node)])].emplace_back(middle, node);
            double from = m_from[size_t(node)];
            for (const int child : m_children[size_t(node)]) {
                m_from[size_t(child)] = from;
                from += m_leaves[size_t(child)];
            }
        }
        for (size_t depth = 0; depth < rings.size(); ++depth)
            placeRing(rings[depth], radius[depth]);
        m_radius = radius.back();
    }

    /// At the middles wanted, pushed on along the ring where two would be too near.
    void placeRing(std::vector<std::pair<double, int>> &ring, double radius)
    {
        const double turn = 2 * std::numbers::pi;
        const double gap = radius > 0 ? nodePitchX / radius * 0.999 : 0;
        std::stable_sort(ring.begin(), ring.end(),
                         [](const auto &one, const auto &other) { return one.first < other.first; });
        for (size_t i = 1; i < ring.size(); ++i)
            ring[i].first = std::max(ring[i].first, ring[i - 1].first + gap);
        double most = ring.front().first + turn - gap;
        for (size_t i = ring.size(); i-- > 1; most = ring[i].first - gap)
            ring[i].first = std::min(ring[i].first, most);
        for (const auto &[middle, node] : ring)
            m_out.at[size_t(node)] = QPointF(std::sin(middle), -std::cos(middle)) * radius;
    }

    /// What nothing leads to stands in rows beneath.
    void placeRest()
    {
        std::vector<int> rest;
        for (int i = 0; i < int(m_depth.size()); ++i) {
            if (m_depth[size_t(i)] < 0)
                rest.push_back(i);
        }
        const int columns = columnsFor(int(rest.size()), 4);
        for (int i = 0; i < int(rest.size()); ++i) {
            m_out.at[size_t(rest[size_t(i)])] = {(i % columns - (columns - 1) / 2.0) * nodePitchX,
                                                 m_radius + ringStep + (i / columns) * nodePitchY};
        }
    }

    const Graph &m_graph;
    const std::vector<std::vector<int>> m_neighbours;
    std::vector<int> m_depth;
    std::vector<std::vector<int>> m_children;
    std::vector<int> m_leaves;
    std::vector<double> m_from;
    std::vector<int> m_order;
    Arrangement m_out;
    double m_radius = 0;
};

} // namespace

Arrangement radial(const Graph &graph, int centre)
{
    if (centre < 0 || centre >= int(graph.nodes.size()))
        return {std::vector<QPointF>(graph.nodes.size()), std::vector<QRectF>(size_t(graph.groups))};
    return Rings(graph).run(centre);
}

} // namespace network
