// SPDX-License-Identifier: GPL-3.0-or-later
// How long a list of many alerts takes to open, to search, to sort, to scroll, and to take in a storm;
// scrolling beside a plain table of the same texts.
#include "alertpages/bookkeeper.h"
#include "alerts/alertspage.h"
#include "kit/theme.h"
#include "map/town.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTextStream>

#include <ctime>

namespace {
/// The time this program had, for others may have the machine, too; in ms.
double spent(std::clock_t since) { return 1000.0 * double(std::clock() - since) / CLOCKS_PER_SEC; }

double stepThrough(QTableView &view)
{
    constexpr int steps = 300;
    QScrollBar *bar = view.verticalScrollBar();
    const std::clock_t since = std::clock();
    for (int step = 1; step <= steps; ++step) {
        bar->setValue(int(qint64(bar->maximum()) * step / steps));
        view.viewport()->repaint();
        QCoreApplication::processEvents();
    }
    return spent(since) / steps;
}

/// Milliseconds a step, of the same size and with the same texts.
double stepThroughPlain(const QTableView &other)
{
    const QAbstractItemModel &shown = *other.model();
    QStandardItemModel model(shown.rowCount(), shown.columnCount());
    for (int row = 0; row < shown.rowCount(); ++row) {
        for (int column = 0; column < shown.columnCount(); ++column)
            model.setItem(row, column, new QStandardItem(shown.index(row, column).data().toString()));
    }
    QTableView view;
    view.setModel(&model);
    view.resize(other.size());
    view.verticalHeader()->hide();
    view.verticalHeader()->setDefaultSectionSize(other.verticalHeader()->defaultSectionSize());
    for (int column = 0; column < shown.columnCount(); ++column) {
        view.setColumnWidth(column, other.columnWidth(column));
        view.setColumnHidden(column, other.isColumnHidden(column));
    }
    view.show();
    QCoreApplication::processEvents();
    return stepThrough(view);
}
} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    kit::applyTheme(app, kit::ThemeKind::Light);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    QTextStream out(stdout);
    Town town(20);
    Bookkeeper book(town.link, town.clock.now());
    book.storm(count);
    client::Mirror mirror(town.link, town.clock);
    client::Devices devices(town.link);
    std::clock_t since = std::clock();
    client::Alerts all(mirror);
    while (!all.isKnown())
        QCoreApplication::processEvents();
    out << "loaded, with what the other side did: " << spent(since) << " ms, " << all.all().size()
        << " alerts\n";
    client::Silences silences(mirror);
    since = std::clock();
    alerts::AlertsPage page(all, silences, devices);
    page.resize(1366, 768);
    page.show();
    QCoreApplication::processEvents();
    out << "opened: " << spent(since) << " ms, " << page.table().rowCount() << " rows\n";
    auto &view = *page.findChild<QTableView *>(QStringLiteral("alerts"));
    const double step = stepThrough(view);
    const double plain = stepThroughPlain(view);
    out << "scrolled: " << step << " ms a step, " << 1000 / step << " frames/s; a plain table " << plain
        << " ms: " << step / plain << " times as long\n";
    for (const char *typed : {"eth9", "sev>=high", "label:site=north !eth7"}) {
        since = std::clock();
        page.findChild<QLineEdit *>(QStringLiteral("alertfilter"))->setText(QLatin1String(typed));
        out << typed << ": " << spent(since) << " ms, " << page.table().rowCount() << " rows\n";
    }
    page.findChild<QLineEdit *>(QStringLiteral("alertfilter"))->clear();
    since = std::clock();
    view.sortByColumn(int(alerts::AlertColumn::Title), Qt::AscendingOrder);
    out << "sorted by title: " << spent(since) << " ms\n";
    since = std::clock();
    alerts::Changed fact;
    for (int i = 0; i < 10'000 && i < book.known.size(); ++i) {
        book.known[i].occurrences += 1;
        fact.alerts << book.known[i];
    }
    all.take(fact.alerts);
    QCoreApplication::processEvents();
    out << fact.alerts.size() << " changed at once: " << spent(since) << " ms\n";
    return page.table().rowCount() == count ? 0 : 1;
}
