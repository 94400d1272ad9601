// SPDX-License-Identifier: GPL-3.0-or-later
// How long a list of many devices takes to open, to search and to sort.
#include "devices/devicetable.h"
#include "map/town.h"

#include <QApplication>
#include <QTextStream>

#include <ctime>

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
    for (const int column : {devices::Name, devices::Address, devices::State, devices::LastSeen}) {
        since = std::clock();
        table.sort(column, Qt::DescendingOrder);
        tell(qPrintable(devices::columnTitle(column)));
    }
    return 0;
}
