// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/theme.h"
#include "map/samplegraph.h"
#include "map/town.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTextStream>

namespace {

double since(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

void benchLayouts(QTextStream &out)
{
    const network::Graph graph = sample::graph(1000, 8);
    const auto measure = [&](const char *name, const auto &layout) {
        QElapsedTimer timer;
        timer.start();
        const network::Arrangement made = layout();
        out << "1000 devices " << name << ": " << since(timer) << " ms for " << made.at.size() << " nodes\n";
    };
    measure("layered", [&] { return network::layered(graph); });
    measure("radial", [&] { return network::radial(graph, 1); });
    measure("grid", [&] { return network::gridded(graph); });
    measure("force", [&] { return network::forced(graph); });
}

/// Frames as somebody makes them who moves about: the worst and the mean of them.
template <class Step>
void benchFrames(QTextStream &out, const QString &name, network::MapView &view, int frames, Step step)
{
    double worst = 0;
    double sum = 0;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        step(i);
        view.viewport()->repaint();
        const double took = since(timer);
        worst = std::max(worst, took);
        sum += took;
    }
    out << name << ": " << sum / frames << " ms a frame, the worst " << worst << " ms\n";
}

void settle(network::MapView &view)
{
    do
        view.viewport()->repaint();
    while (!view.isWhole());
}

void benchMoves(QTextStream &out, network::MapView &view, const QString &where)
{
    settle(view);
    benchFrames(out, QStringLiteral("pan ") + where, view, 120, [&](int i) {
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + (i < 60 ? 16 : -16));
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + (i % 60 < 30 ? 9 : -9));
    });
    benchFrames(out, QStringLiteral("zoom ") + where, view, 60,
                [&](int i) { view.zoomBy(i < 30 ? 1.06 : 1 / 1.06); });
}

} // namespace

/// Prints what the map costs at 10 000 devices and 20 000 links; not a test, since machines differ.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    kit::applyTheme(app, kit::ThemeKind::Light);
    QTextStream out(stdout);
    benchLayouts(out);
    Town town(10'000, 10'000);
    QElapsedTimer timer;
    timer.start();
    network::MapPage &page = town.open({1366, 900});
    while (!town.isReady())
        QCoreApplication::processEvents();
    settle(page.view());
    out << "open 10000 devices, 20000 links: " << since(timer) << " ms, " << page.plan().board().spots.size()
        << " on the map\n";
    timer.start();
    QStringList keys;
    for (const network::Box &box : page.plan().board().boxes)
        keys << box.key;
    page.plan().openGroups(keys);
    out << "expand all: " << since(timer) << " ms, " << page.plan().board().spots.size() << " nodes, "
        << page.plan().board().wires.size() << " links\n";
    network::MapView &view = page.view();
    view.fit();
    timer.start();
    settle(view);
    out << "draw all of it once: " << since(timer) << " ms\n";
    benchMoves(out, view, QStringLiteral("at %1 %").arg(100 * view.scale(), 0, 'f', 1));
    for (const double scale : {0.15, 0.3, 1.0}) {
        view.zoomTo(scale);
        view.reveal(town.known[5000].id);
        benchMoves(out, view, QStringLiteral("at %1 %").arg(100 * scale, 0, 'f', 0));
    }
    view.fit();
    settle(view);
    const QString moved = town.known[1].id;
    benchFrames(out, QStringLiteral("move the node of most links"), view, 20,
                [&](int i) { page.plan().moveBy({moved}, QPointF(i, i)); });
    return 0;
}
