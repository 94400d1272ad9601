// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/samplegraph.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using network::Arrangement;
using network::Graph;
using network::GraphNode;

namespace {
using Layout = std::function<Arrangement(const Graph &)>;

QMap<QString, Layout> layouts()
{
    return {{QStringLiteral("layered"), network::layered},
            {QStringLiteral("radial"), [](const Graph &graph) { return network::radial(graph, 1); }},
            {QStringLiteral("gridded"), network::gridded},
            {QStringLiteral("forced"), network::forced}};
}

/// Whether two nodes stand on each other.
bool isCrowded(const Arrangement &arrangement)
{
    for (size_t i = 0; i < arrangement.at.size(); ++i) {
        for (size_t j = i + 1; j < arrangement.at.size(); ++j) {
            const QPointF way = arrangement.at[i] - arrangement.at[j];
            if (std::abs(way.x()) < 60 && std::abs(way.y()) < 60)
                return true;
        }
    }
    return false;
}

void layoutRows()
{
    QTest::addColumn<QString>("name");
    const auto all = layouts();
    for (auto each = all.begin(); each != all.end(); ++each)
        QTest::newRow(qPrintable(each.key())) << each.key();
}
} // namespace

/// Where the layouts of the map put devices.
class LayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForTheSameGraph_data() { layoutRows(); }
    void isTheSameForTheSameGraph()
    {
        QFETCH(QString, name);
        const Graph graph = sample::graph(200, 4);
        const Layout layout = layouts().value(name);
        const Arrangement first = layout(graph);
        const Arrangement second = layout(graph);
        QVERIFY(first.at == second.at);
        QVERIFY(first.boxes == second.boxes);
        for (const QPointF &at : first.at)
            QVERIFY(std::isfinite(at.x()) && std::isfinite(at.y()));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(layout(sample::graph(1000, 8)).at.size(), sample::graph(1000, 8).nodes.size());
        qInfo("%s: 1000 devices in %lld ms", qPrintable(name), timer.elapsed());
    }

    void leavesPinnedNodesWhereTheyAre_data() { layoutRows(); }
    void leavesPinnedNodesWhereTheyAre()
    {
        QFETCH(QString, name);
        Graph graph = sample::graph(100, 3);
        const Arrangement before = layouts().value(name)(graph);
        graph.nodes[7].pin = QPointF(12345, -678);
        const Arrangement after = layouts().value(name)(graph);
        QCOMPARE(after.at[7], QPointF(12345, -678));
        // To pin one moves no other.
        for (size_t i = 0; i < graph.nodes.size(); ++i) {
            if (i != 7)
                QCOMPARE(after.at[i], before.at[i]);
        }
    }

    void givesEveryNodeRoom_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"layered", "gridded", "radial", "forced"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void givesEveryNodeRoom()
    {
        QFETCH(QString, name);
        QVERIFY(!isCrowded(layouts().value(name)(sample::graph(300, 5))));
    }

    void keepsGroupsApart_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("layered") << QStringLiteral("layered");
        QTest::newRow("gridded") << QStringLiteral("gridded");
    }
    void keepsGroupsApart()
    {
        QFETCH(QString, name);
        const Graph graph = sample::graph(700, 11);
        const Arrangement out = layouts().value(name)(graph);
        QCOMPARE(out.boxes.size(), size_t(11));
        for (size_t i = 0; i < out.boxes.size(); ++i) {
            QVERIFY(!out.boxes[i].isEmpty());
            for (size_t j = i + 1; j < out.boxes.size(); ++j)
                QVERIFY(!out.boxes[i].intersects(out.boxes[j]));
        }
        for (size_t i = 0; i < graph.nodes.size(); ++i) {
            const int group = graph.nodes[i].group;
            if (group >= 0 && (name == QLatin1String("gridded") || graph.nodes[i].rank > 1))
                QVERIFY(out.boxes[size_t(group)].contains(out.at[i]));
        }
    }

    void standsInLayers()
    {
        const Graph graph = sample::graph(120, 3);
        const Arrangement out = network::layered(graph);
        for (const network::GraphEdge &edge : graph.edges)
            QVERIFY(out.at[size_t(edge.from)].y() < out.at[size_t(edge.to)].y());
    }

    void putsTheChosenNodeInTheMiddle()
    {
        const Graph graph = sample::graph(60, 2);
        const Arrangement out = network::radial(graph, 1);
        QCOMPARE(out.at[1], QPointF(0, 0));
        // What is one link away is nearer than what is two links away.
        const auto away = [&](int node) {
            return std::hypot(out.at[size_t(node)].x(), out.at[size_t(node)].y());
        };
        QVERIFY(away(2) < away(3));
    }

    void placesANewNodeBesideItsParentAndMovesNobody_data() { layoutRows(); }
    void placesANewNodeBesideItsParentAndMovesNobody()
    {
        QFETCH(QString, name);
        Graph graph = sample::graph(100, 3);
        Arrangement out = layouts().value(name)(graph);
        const Arrangement before = out;
        const int fresh = int(graph.nodes.size());
        graph.nodes.push_back({GraphNode::hostRank, 1, {}});
        const int parent = graph.edges.back().from; // of the third group; the node is of the second
        graph.edges.push_back({parent, fresh});
        network::placeBeside(graph, fresh, out);
        for (size_t i = 0; i < before.at.size(); ++i)
            QCOMPARE(out.at[i], before.at[i]);
        for (size_t i = 0; i < out.boxes.size(); ++i) {
            QVERIFY(out.boxes[i].isNull() || out.boxes[i].contains(before.boxes[i]));
            for (size_t j = i + 1; j < out.boxes.size(); ++j)
                QVERIFY(!out.boxes[i].intersects(out.boxes[j]));
        }
        if (name != QLatin1String("forced"))
            QVERIFY(!isCrowded(out));
    }

    void livesThroughOddGraphs_data() { layoutRows(); }
    void livesThroughOddGraphs()
    {
        QFETCH(QString, name);
        const Layout layout = layouts().value(name);
        QCOMPARE(layout({}).at.size(), size_t(0));
        Graph loops;
        loops.groups = 2;
        loops.nodes.resize(3);
        loops.nodes[1].group = 1;
        loops.edges = {{0, 0}, {0, 1}, {1, 0}, {1, 2}, {2, 0}};
        QCOMPARE(layout(loops).at.size(), size_t(3));
        Graph chain; // deeper than any stack of calls
        chain.nodes.resize(20'000);
        for (int i = 1; i < 20'000; ++i)
            chain.edges.push_back({i - 1, i});
        if (name != QLatin1String("forced"))
            QCOMPARE(layout(chain).at.size(), size_t(20'000));
    }
};

QTEST_GUILESS_MAIN(LayoutTest)
#include "layouttest.moc"
