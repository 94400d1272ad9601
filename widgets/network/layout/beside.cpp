// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/graph.h"

#include <algorithm>
#include <cmath>

namespace network {

namespace {

constexpr int mostRings = 64;

QRectF roomOf(QPointF at)
{
    return {at.x() - nodePitchX / 2, at.y() - nodePitchY / 2, nodePitchX, nodePitchY};
}

class Placer
{
public:
    Placer(const Graph &graph, int node, Arrangement &arrangement)
        : m_graph(graph), m_node(node), m_group(graph.nodes[size_t(node)].group), m_out(arrangement)
    {
    }

    void run()
    {
        const QPointF start = anchor();
        for (int ring = 1; ring < mostRings; ++ring) {
            for (const QPointF &step : steps(ring)) {
                const QPointF at = start + QPointF(step.x() * nodePitchX, step.y() * nodePitchY);
                if (!isFree(at))
                    continue;
                m_out.at[size_t(m_node)] = at;
                widen(at);
                return;
            }
        }
        m_out.at[size_t(m_node)] = start + QPointF(nodePitchX / 2, nodePitchY / 2);
    }

private:
    /// The node it hangs on; else another of its group; else the first there is.
    [[nodiscard]] QPointF anchor() const
    {
        int best = -1;
        for (const GraphEdge &edge : m_graph.edges) {
            const int other = edge.from == m_node ? edge.to : edge.to == m_node ? edge.from : -1;
            if (other >= 0 && other != m_node &&
                (best < 0 || m_graph.nodes[size_t(other)].rank < m_graph.nodes[size_t(best)].rank))
                best = other;
        }
        const QRectF box = m_group >= 0 ? m_out.boxes[size_t(m_group)] : QRectF();
        if (best >= 0 && (box.isNull() || box.contains(m_out.at[size_t(best)])))
            return m_out.at[size_t(best)];
        if (!box.isNull())
            return {box.left() + groupPadding + nodePitchX / 2, box.bottom() - groupPadding - nodePitchY / 2};
        if (best >= 0)
            return m_out.at[size_t(best)];
        return m_node > 0 ? m_out.at[0] : QPointF();
    }

    /// The places of one square round, beneath first, then beside, above last.
    [[nodiscard]] static std::vector<QPointF> steps(int ring)
    {
        std::vector<QPointF> round;
        for (int x = -ring; x <= ring; ++x) {
            for (int y = -ring; y <= ring; ++y) {
                if (std::max(std::abs(x), std::abs(y)) == ring)
                    round.emplace_back(x, y);
            }
        }
        std::stable_sort(round.begin(), round.end(), [](const QPointF &one, const QPointF &other) {
            return std::abs(one.x()) - 2 * one.y() < std::abs(other.x()) - 2 * other.y();
        });
        return round;
    }

    [[nodiscard]] bool isFree(QPointF at) const
    {
        const QRectF room = roomOf(at).adjusted(1, 1, -1, -1);
        for (size_t i = 0; i < m_out.at.size(); ++i) {
            if (int(i) != m_node && room.intersects(roomOf(m_out.at[i])))
                return false;
        }
        for (size_t i = 0; i < m_out.boxes.size(); ++i) {
            if (int(i) != m_group && m_out.boxes[i].intersects(room))
                return false;
        }
        return m_group < 0 || m_out.boxes[size_t(m_group)].isNull() || !meetsOther(widened(at));
    }

    [[nodiscard]] QRectF widened(QPointF at) const
    {
        const QRectF room = roomOf(at).adjusted(-groupPadding, -groupTitle, groupPadding, groupPadding);
        const QRectF box = m_out.boxes[size_t(m_group)];
        return box.contains(roomOf(at)) ? box : box.united(room);
    }

    [[nodiscard]] bool meetsOther(const QRectF &box) const
    {
        for (size_t i = 0; i < m_out.boxes.size(); ++i) {
            if (int(i) != m_group && m_out.boxes[i].intersects(box))
                return true;
        }
        return false;
    }

    void widen(QPointF at)
    {
        if (m_group >= 0 && !m_out.boxes[size_t(m_group)].isNull())
            m_out.boxes[size_t(m_group)] = widened(at);
    }

    const Graph &m_graph;
    int m_node;
    int m_group;
    Arrangement &m_out;
};

} // namespace

void placeBeside(const Graph &graph, int node, Arrangement &arrangement)
{
    arrangement.at.resize(graph.nodes.size());
    arrangement.boxes.resize(size_t(graph.groups));
    if (graph.nodes[size_t(node)].pin)
        arrangement.at[size_t(node)] = *graph.nodes[size_t(node)].pin;
    else
        Placer(graph, node, arrangement).run();
}

} // namespace network
