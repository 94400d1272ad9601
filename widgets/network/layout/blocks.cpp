// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/blocks.h"

#include "network/layout/shelf.h"

#include <algorithm>

namespace network {

namespace {
constexpr double blockGap = 24;
constexpr double blockAspect = 1.8;
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

QSizeF Blocks::packHosts(const std::vector<int> &hosts, QPointF from)
{
    if (hosts.empty())
        return {0, 0};
    const int count = int(hosts.size());
    const int columns = count <= rowOfFew ? count : columnsFor(count, blockAspect);
    for (int i = 0; i < count; ++i) {
        Part &part = m_parts[size_t(hosts[size_t(i)])];
        part.corner = from + QPointF((i % columns) * nodePitchX, (i / columns) * nodePitchY);
    }
    return {columns * nodePitchX, ((count + columns - 1) / columns) * nodePitchY};
}

/// Blocks side by side, and beneath them what nothing hangs on.
QSizeF Blocks::pack(std::vector<int> &nodes, QPointF from)
{
    order(nodes);
    const auto leaf = std::stable_partition(
        nodes.begin(), nodes.end(), [this](int node) { return !m_forest.children[size_t(node)].empty(); });
    std::vector<QSizeF> sizes;
    for (auto node = nodes.begin(); node != leaf; ++node)
        sizes.push_back(m_parts[size_t(*node)].size);
    QSizeF whole;
    const std::vector<QPointF> corners = shelve(sizes, blockGap, blockAspect, whole);
    for (size_t i = 0; i < corners.size(); ++i)
        m_parts[size_t(nodes[i])].corner = from + corners[i];
    const double beneath = sizes.empty() ? 0 : whole.height() + blockGap;
    const std::vector<int> hosts(leaf, nodes.end());
    const QSizeF rest = packHosts(hosts, from + QPointF(0, beneath));
    if (rest.isEmpty())
        return whole;
    // What is narrower stands in the middle.
    const double shift = (whole.width() - rest.width()) / 2;
    for (const int node : nodes) {
        const bool isHost = m_forest.children[size_t(node)].empty();
        m_parts[size_t(node)].corner.rx() += isHost ? std::max(0.0, shift) : std::max(0.0, -shift);
    }
    return {std::max(whole.width(), rest.width()), beneath + rest.height()};
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
