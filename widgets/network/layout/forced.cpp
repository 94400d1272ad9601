// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/layout/graph.h"
#include "network/layout/spread.h"

#include <algorithm>
#include <cmath>
#include <igraph/igraph.h>

namespace network {

namespace {

constexpr unsigned long forceSeed = 42;
constexpr igraph_integer_t forceRounds = 300;

/// A graph of igraph and the matrix of its places, freed whatever happens.
struct Field
{
    explicit Field(const Graph &graph)
    {
        igraph_vector_int_t ends;
        igraph_vector_int_init(&ends, 0);
        for (const GraphEdge &edge : graph.edges) {
            igraph_vector_int_push_back(&ends, edge.from);
            igraph_vector_int_push_back(&ends, edge.to);
        }
        isMade = igraph_create(&graphOf, &ends, igraph_integer_t(graph.nodes.size()), IGRAPH_UNDIRECTED) ==
                 IGRAPH_SUCCESS;
        igraph_vector_int_destroy(&ends);
        igraph_matrix_init(&places, 0, 0);
    }
    ~Field()
    {
        igraph_matrix_destroy(&places);
        if (isMade)
            igraph_destroy(&graphOf);
    }
    Field(const Field &) = delete;
    Field &operator=(const Field &) = delete;

    igraph_t graphOf;
    igraph_matrix_t places;
    bool isMade = false;
};

/// So far apart that neighbours are a node's room away from each other, in the middle.
double scaleOf(const Graph &graph, const std::vector<QPointF> &at)
{
    std::vector<double> lengths;
    for (const GraphEdge &edge : graph.edges) {
        const QPointF way = at[size_t(edge.from)] - at[size_t(edge.to)];
        lengths.push_back(std::hypot(way.x(), way.y()));
    }
    if (lengths.empty())
        return nodePitchX;
    const auto middle = lengths.begin() + std::ptrdiff_t(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    return *middle > 0 ? 1.3 * nodePitchX / *middle : nodePitchX;
}

} // namespace

Arrangement forced(const Graph &graph)
{
    Arrangement out = gridded(graph);
    out.boxes.assign(size_t(graph.groups), {});
    // igraph's first handler ends the program; this one leaves errors to their codes.
    igraph_error_handler_t *before = igraph_set_error_handler(igraph_error_handler_ignore);
    igraph_rng_seed(igraph_rng_default(), forceSeed);
    Field field(graph);
    const bool isDone = field.isMade && igraph_layout_fruchterman_reingold(
                                            &field.graphOf, &field.places, false, forceRounds,
                                            igraph_real_t(std::max<size_t>(1, graph.nodes.size())) / 10,
                                            IGRAPH_LAYOUT_AUTOGRID, nullptr, nullptr, nullptr, nullptr,
                                            nullptr) == IGRAPH_SUCCESS;
    igraph_set_error_handler(before);
    if (isDone) {
        for (size_t i = 0; i < graph.nodes.size(); ++i)
            out.at[i] = {MATRIX(field.places, igraph_integer_t(i), 0),
                         MATRIX(field.places, igraph_integer_t(i), 1)};
        const double scale = scaleOf(graph, out.at);
        for (QPointF &point : out.at)
            point *= scale;
        spreadOut(out.at);
    }
    out.honour(graph);
    return out;
}

} // namespace network
