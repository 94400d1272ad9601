// SPDX-License-Identifier: GPL-3.0-or-later
// How long a list of many devices takes to open, to search, to sort and to scroll.
#include "devices/devicespage.h"
#include "devices/knowndevice.h"
#include "devices/presencedelegate.h"

#include <QApplication>
#include <QScrollBar>
#include <QTableView>
#include <QTextStream>

#include <ctime>

namespace {
/// Scrolls through the whole list in steps, each of them drawn, and answers how long one took, in ms.
double stepThrough(QTableView &view, bool isRested)
{
    constexpr int steps = 200;
    QScrollBar *bar = view.verticalScrollBar();
    const std::clock_t since = std::clock();
    for (int step = 1; step <= steps; ++step) {
        bar->setValue(int(qint64(bar->maximum()) * step / steps));
        view.viewport()->repaint();
        QCoreApplication::processEvents();
    }
    const double taken = 1000.0 * double(std::clock() - since) / CLOCKS_PER_SEC / steps;
    const QModelIndex last = view.model()->index(view.model()->rowCount() - 1, devices::Presence);
    while (isRested && last.data(devices::PresenceDelegate::CellsRole).toStringList().isEmpty())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return taken;
}

void scroll(Town &town, client::Devices &all)
{
    const KnownDevice answers(town.link, town);
    client::Mirror mirror(town.link, town.clock);
    devices::DevicesPage page(mirror, all);
    page.resize(1366, 768);
    page.show();
    auto &view = *page.findChild<QTableView *>(QStringLiteral("devices"));
    QTextStream out(stdout);
    out << "scrolled, with strips: " << stepThrough(view, true) << " ms a step; again: ";
    out << stepThrough(view, true) << " ms\n";
    view.setColumnHidden(devices::Presence, true);
    out << "scrolled, without: " << stepThrough(view, false) << " ms a step; ";
    out << town.link.asked(QLatin1String(network::DevicePresence::name)) << " devices asked about\n";
}
} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    Town town(count);
    client::Devices all(town.link);
    while (!all.isKnown())
        QCoreApplication::processEvents();
    // The time this program had, for others may have the machine, too.
    std::clock_t since = std::clock();
    devices::DeviceTable table(all);
    table.setNow(town.clock.now());
    const auto tell = [&since, &table](const char *what) {
        QTextStream(stdout) << what << ": " << 1000.0 * double(std::clock() - since) / CLOCKS_PER_SEC
                            << " ms, " << table.rowCount() << " rows\n";
        since = std::clock();
    };
    tell("opened");
    for (const char *typed :
         {"p", "printer", "10.0.77", "state:down", "ip:10.0.3.0/24", "ports>9 !printer"}) {
        auto reading = devices::DeviceFilter::read(QLatin1String(typed));
        since = std::clock();
        table.setFilter(std::move(reading.filter));
        tell(typed);
    }
    table.setFilter({});
    for (const int column :
         {devices::Name, devices::Address, devices::State, devices::LastSeen, devices::Presence}) {
        since = std::clock();
        table.sort(column, Qt::DescendingOrder);
        tell(qPrintable(devices::columnTitle(column)));
    }
    scroll(town, all);
    return 0;
}
