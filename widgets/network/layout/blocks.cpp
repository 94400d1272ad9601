// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/blocks.h"

#include "network/layout/shelf.h"

#include <algorithm>

namespace network {

namespace {
constexpr double blockGap = 24;
constexpr double blockAspect = 2;
constexpr double hostAspect = 2.6;
constexpr int leastBlocks = 2;
constexpr int rowOfFew = 6;
} // namespace

Blocks::Blocks(const Graph &graph, const std::vector<std::vector<int>> &neighbours)
    : m_graph(graph), m_neighbours(neighbours), m_parts(graph.nodes.size()), m_places(graph.nodes.size(), -1)
{
}

QSizeF Blocks::place(const std::vector<int> &members, std::vector<QPointF> &at)
{
    m_forest = growForest(m_graph, m_neighbours, members);
    for (size_t i = 0; i < m_forest.order.size(); ++i)
        m_places[size_t(m_forest.order[i])] = int(i);
    for (auto node = m_forest.order.rbegin(); node != m_forest.order.rend(); ++node)
        measure(*node);
    std::vector<int> roots;
    for (const int node : m_forest.order) {
        if (m_forest.parent[size_t(node)] < 0)
            roots.push_back(node);
    }
    const QSizeF whole = pack(roots, {0, 0});
    for (const int root : roots)
        settle(root, m_parts[size_t(root)].corner, at);
    return whole;
}

/// What hangs on less comes first, and joined neighbours near each other: the mean place of what each is
/// joined to beside its own tree (Sugiyama's barycentre).
void Blocks::order(std::vector<int> &nodes) const
{
    std::vector<std::pair<double, int>> keyed;
    keyed.reserve(nodes.size());
    for (const int node : nodes) {
        double sum = m_places[size_t(node)];
        int count = 1;
        for (const int other : m_neighbours[size_t(node)]) {
            if (other == m_forest.parent[size_t(node)] || m_places[size_t(other)] < 0 ||
                m_forest.parent[size_t(other)] == node)
                continue;
            sum += m_places[size_t(other)];
            ++count;
        }
        keyed.emplace_back(sum / count, node);
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto &one, const auto &other) { return one.first < other.first; });
    std::transform(keyed.begin(), keyed.end(), nodes.begin(), [](const auto &pair) { return pair.second; });
}

int Blocks::columnsOf(int hosts) { return hosts <= rowOfFew ? hosts : columnsFor(hosts, hostAspect); }

QSizeF Blocks::gridSize(int hosts)
{
    const int columns = columnsOf(hosts);
    return {columns * nodePitchX, ((hosts + columns - 1) / columns) * nodePitchY};
}

void Blocks::packHosts(const std::vector<int> &hosts, QPointF from)
{
    const int columns = columnsOf(int(hosts.size()));
    for (int i = 0; i < int(hosts.size()); ++i) {
        Part &part = m_parts[size_t(hosts[size_t(i)])];
        part.corner = from + QPointF((i % columns) * nodePitchX, (i / columns) * nodePitchY);
    }
}

/// What nothing hangs on as one block, and the blocks of the others beside it.
QSizeF Blocks::pack(std::vector<int> &nodes, QPointF from)
{
    order(nodes);
    const auto leaf = std::stable_partition(
        nodes.begin(), nodes.end(), [this](int node) { return !m_forest.children[size_t(node)].empty(); });
    const std::vector<int> hosts(leaf, nodes.end());
    std::vector<QSizeF> sizes;
    if (!hosts.empty())
        sizes.push_back(gridSize(int(hosts.size())));
    for (auto node = nodes.begin(); node != leaf; ++node)
        sizes.push_back(m_parts[size_t(*node)].size);
    QSizeF whole;
    const std::vector<QPointF> corners = shelve(sizes, blockGap, blockAspect, whole, leastBlocks);
    const size_t first = hosts.empty() ? 0 : 1;
    if (first > 0)
        packHosts(hosts, from + corners[0]);
    for (size_t i = first; i < corners.size(); ++i)
        m_parts[size_t(nodes[i - first])].corner = from + corners[i];
    return whole;
}

void Blocks::measure(int node)
{
    Part &part = m_parts[size_t(node)];
    part.size = {nodePitchX, nodePitchY};
    std::vector<int> &children = m_forest.children[size_t(node)];
    if (!children.empty()) {
        const QSizeF beneath = pack(children, {0, nodePitchY});
        part.size = {std::max(beneath.width(), nodePitchX), nodePitchY + beneath.height()};
    }
    part.top = part.size.width() / 2;
}

void Blocks::settle(int node, QPointF corner, std::vector<QPointF> &at) const
{
    // Not by recursion: a chain of devices may be as long as there are devices.
    std::vector<std::pair<int, QPointF>> waiting{{node, corner}};
    while (!waiting.empty()) {
        const auto [one, place] = waiting.back();
        waiting.pop_back();
        at[size_t(one)] = place + QPointF(m_parts[size_t(one)].top, nodePitchY / 2);
        for (const int child : m_forest.children[size_t(one)])
            waiting.emplace_back(child, place + m_parts[size_t(child)].corner);
    }
}

} // namespace network
