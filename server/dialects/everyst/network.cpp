// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/everyst/network.h"

#include "catalog/network.h"
#include "catalog/scan.h"
#include "dialects/everyst/device.h"

namespace dialects::everyst {

using core::field;

namespace {
struct Discovery
{
    DeviceShape device;

    static core::Fields fields() { return {field("device", &Discovery::device, "What is known of it")}; }
};

/// `get_network_map` and `get_network_topology` as they are answered.
struct Topology
{
    QList<DeviceShape> devices;
    QList<ConnectionShape> connections;
    bool activeScanInProgress = false;
    std::optional<QDateTime> lastScan;

    static core::Fields fields()
    {
        return {field("devices", &Topology::devices, "Those that pass every filter"),
                field("connections", &Topology::connections, "Between them"),
                field("activeScanInProgress", &Topology::activeScanInProgress, "A scan runs now"),
                field("lastScan", &Topology::lastScan, "When the last one ended; null: never").nullable()};
    }
};

Topology topology(const network::Map::Reply &map)
{
    Topology shape{{}, {}, map.isScanActive, map.lastScan};
    for (const network::Device &device : map.devices)
        shape.devices << deviceShape(device);
    for (const network::Connection &connection : map.connections)
        shape.connections << connectionShape(connection);
    return shape;
}
} // namespace

void addNetworkWords(Vocabulary &words)
{
    words.speak<network::DeviceDiscovered>("device_discovered", [](const network::DeviceDiscovered &fact) {
        return Discovery{deviceShape(fact.device)};
    });
    words.speak<network::DeviceStatusChanged>("device_status_change");
    words.speak<network::ScanCompleted>("network_map_updated",
                                        [](const network::ScanCompleted &) { return Nothing{}; });
    for (const char *word : {"get_network_map", "get_network_topology"}) {
        words.hear<network::Map, network::Map>(
            word, [](const network::Map &wire) { return wire; }, topology);
    }
}

} // namespace dialects::everyst
