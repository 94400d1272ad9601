// SPDX-License-Identifier: GPL-3.0-or-later
// How long a server with many devices takes to find some of them: [COUNT], 100 000 by default.
#include "catalog/catalogue.h"
#include "core/subnet.h"
#include "domain/network/devicecommands.h"
#include "domain/network/devices.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

#include <QTextStream>

#include <ctime>

using namespace network;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    storetest::Bench bench;
    if (bench.open())
        return 1;
    support::SeededEntropy entropy;
    support::MemoryPublisher publisher{catalog::everything()};
    Devices devices({bench.store->records(), bench.store->changes(), publisher, bench.clock, entropy,
                     [](const Known &) { return Verdict{}; },
                     [](const core::Address &address) { return core::Subnet(address, 24).toString(); },
                     [](const core::Address &) { return QString(); }});
    DeviceCommands commands(devices, bench.store->changes(), bench.clock);
    QTextStream out(stdout);
    std::clock_t since = std::clock();
    const auto took = [&since] {
        const double now = 1000.0 * double(std::clock() - since) / CLOCKS_PER_SEC;
        since = std::clock();
        return now;
    };
    constexpr quint32 ten = 10U << 24U;
    for (int i = 0; i < count; ++i) {
        Sighting sighting;
        sighting.source = QStringLiteral("mdns");
        sighting.at = bench.clock.now();
        sighting.isAnswer = true;
        sighting.address = core::Address(ten + quint32(i));
        sighting.name = QStringLiteral("%1-%2").arg(i % 10 == 0 ? u"printer"_qs : u"pc"_qs).arg(i);
        devices.see(sighting);
        if (publisher.events().size() > 10'000)
            publisher.clear();
    }
    out << count << " devices seen: " << took() << " ms\n";
    const auto ask = [&](const char *what, const ListDevices &asked) {
        core::Command command;
        command.params = core::Payload(asked);
        took();
        const core::Reply reply = commands.list(command).result();
        const double time = took();
        out << what << ": " << time << " ms, " << reply->as<ListDevices::Reply>()->total << " devices\n";
    };
    ListDevices asked;
    asked.limit = 100;
    ask("all", asked);
    asked.search = QStringLiteral("printer");
    ask("first search for printer", asked); // makes the texts that are searched
    ask("printer", asked);
    asked.search = QStringLiteral("10.0.77");
    ask("10.0.77", asked);
    asked.search = QStringLiteral("nowhere");
    ask("nowhere", asked);
    asked.search.clear();
    asked.subnet = QStringLiteral("10.0.3.0/24");
    ask("a network", asked);
    return 0;
}
