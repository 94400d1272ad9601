// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/network.h"

namespace network {

using core::field;

core::Fields DeviceDiscovered::fields()
{
    return {field("device", &DeviceDiscovered::device, "What is known of it")};
}

core::Fields DeviceStatusChanged::fields()
{
    return {field("device_id", &DeviceStatusChanged::deviceId, "Which").atMost(128),
            field("is_online", &DeviceStatusChanged::isOnline, "It answers now"),
            field("last_seen", &DeviceStatusChanged::lastSeen, "When it last answered"),
            field("status_change", &DeviceStatusChanged::statusChange, "online, offline, warning or error")
                .atMost(64),
            field("cause_id", &DeviceStatusChanged::causeId,
                  "The device that is down and behind which this one stands; left out: it is none")
                .atMost(128)};
}

core::Fields Change::fields()
{
    return {core::field("field", &Change::field, "ports, os, hostname, …").atMost(64),
            core::field("from", &Change::from, "As it was").atMost(4096),
            core::field("to", &Change::to, "As it is").atMost(4096)};
}

core::Fields DeviceConfigured::fields()
{
    return {field("device_id", &DeviceConfigured::deviceId, "Which").atMost(128),
            field("changes", &DeviceConfigured::changes, "What changed").atMost(256),
            field("timestamp", &DeviceConfigured::timestamp, "When that was seen")};
}

core::Fields DeviceFailed::fields()
{
    return {field("device_id", &DeviceFailed::deviceId, "Which").atMost(128),
            field("code", &DeviceFailed::code, "Kind of failure").atMost(64),
            field("message", &DeviceFailed::message, "That, in a sentence").atMost(1024),
            field("timestamp", &DeviceFailed::timestamp, "When")};
}

core::Fields Map::Reply::fields()
{
    return {field("devices", &Reply::devices, "Those that pass every filter"),
            field("connections", &Reply::connections, "Between them"),
            field("is_scan_active", &Reply::isScanActive, "A scan runs now"),
            field("last_scan", &Reply::lastScan, "When the last one ended")};
}

core::Fields Map::fields()
{
    return {field("id", &Map::id, "Only this device").atMost(128),
            field("device_type", &Map::deviceType, "Only this type").atMost(64),
            field("is_online", &Map::isOnline, "Only those that answer, or do not"),
            field("subnet", &Map::subnet, "Only in this network, as 192.168.1.0/24").atMost(64),
            field("department", &Map::department, "Only in this one's networks").atMost(128),
            field("search", &Map::search, "Text in name, address or vendor").atMost(128)};
}

void declare(core::Catalog &catalog)
{
    constexpr std::chrono::days kept{730};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString id = QStringLiteral("d-7c");
    const Device device{id,
                        QStringLiteral("printer-4"),
                        QStringLiteral("192.168.1.40"),
                        QStringLiteral("00:11:22:33:44:55"),
                        QStringLiteral("printer"),
                        true,
                        {QStringLiteral("Example Corp."),
                         QStringLiteral("printer-4.example.org"),
                         QStringLiteral("Linux"),
                         time,
                         {{631, QStringLiteral("tcp"), QStringLiteral("ipp"), QStringLiteral("open")}},
                         QStringLiteral("printer")},
                        QStringLiteral("dept123")};
    catalog.event<DeviceDiscovered>({.priority = 5, .retention = kept, .publishers = core::roles::agents},
                                    {device});
    catalog.event<DeviceStatusChanged>({.priority = 5, .retention = kept, .publishers = core::roles::agents},
                                       {id, false, time, QStringLiteral("offline"), std::nullopt});
    catalog.event<DeviceConfigured>(
        {.priority = 5, .retention = kept, .publishers = core::roles::agents},
        {id, {{QStringLiteral("os"), QStringLiteral("Linux 5"), QStringLiteral("Linux 6")}}, time});
    catalog.event<DeviceFailed>(
        {.priority = 8, .retention = kept, .publishers = core::roles::agents},
        {id, QStringLiteral("paper_jam"), QStringLiteral("The printer reports a paper jam."), time});
    Map filter;
    filter.subnet = QStringLiteral("192.168.1.0/24");
    catalog.command<Map>(
        core::roles::viewers, filter,
        {{device},
         {{QStringLiteral("c-1"), QStringLiteral("d-1"), id, QStringLiteral("wired"), 1.0, true}},
         false,
         time});
}

} // namespace network
