// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/device.h"

namespace network {

/// A device was found that was not known before.
struct DeviceDiscovered
{
    Device device;

    static constexpr auto topic = "network.device.discovered";
    static constexpr auto summary = "A device was found that was not known before";
    static constexpr auto fields()
    {
        return std::tuple{field("device", &DeviceDiscovered::device, "What is known of it")};
    }
};

/// A device answered, or stopped answering.
struct DeviceStatusChanged
{
    QString deviceId;
    bool isOnline = false;
    QDateTime lastSeen;
    QString statusChange;
    std::optional<QString> causeId;

    static constexpr auto topic = "network.device.status";
    static constexpr auto summary = "A device answered, or stopped answering";
    static constexpr auto fields()
    {
        return std::tuple{
            field("device_id", &DeviceStatusChanged::deviceId, "Which").atMost(128),
            field("is_online", &DeviceStatusChanged::isOnline, "It answers now"),
            field("last_seen", &DeviceStatusChanged::lastSeen, "When it last answered"),
            field("status_change", &DeviceStatusChanged::statusChange, "online, offline, warning or error")
                .atMost(64),
            field("cause_id", &DeviceStatusChanged::causeId,
                  "The device that is down and behind which this one stands; left out: it is none")
                .atMost(128)};
    }
};

/// One property of a device that is not as it was.
struct Change
{
    QString field;
    QString from;
    QString to;

    static constexpr auto fields()
    {
        return std::tuple{core::field("field", &Change::field, "ports, os, hostname, …").atMost(64),
                          core::field("from", &Change::from, "As it was").atMost(4096),
                          core::field("to", &Change::to, "As it is").atMost(4096)};
    }
};

/// A device is set up differently.
struct DeviceConfigured
{
    QString deviceId;
    QList<Change> changes;
    QDateTime timestamp;

    static constexpr auto topic = "network.device.configured";
    static constexpr auto summary = "A device is set up differently";
    static constexpr auto fields()
    {
        return std::tuple{field("device_id", &DeviceConfigured::deviceId, "Which").atMost(128),
                          field("changes", &DeviceConfigured::changes, "What changed").atMost(256),
                          field("timestamp", &DeviceConfigured::timestamp, "When that was seen")};
    }
};

/// A device reported, or showed, something wrong.
struct DeviceFailed
{
    QString deviceId;
    QString code;
    QString message;
    QDateTime timestamp;

    static constexpr auto topic = "network.device.failed";
    static constexpr auto summary = "A device reported, or showed, something wrong";
    static constexpr auto fields()
    {
        return std::tuple{field("device_id", &DeviceFailed::deviceId, "Which").atMost(128),
                          field("code", &DeviceFailed::code, "Kind of failure").atMost(64),
                          field("message", &DeviceFailed::message, "That, in a sentence").atMost(1024),
                          field("timestamp", &DeviceFailed::timestamp, "When")};
    }
};

/// Asks for the devices and what joins them.
struct Map
{
    struct Reply
    {
        QList<Device> devices;
        QList<Connection> connections;
        bool isScanActive = false;
        std::optional<QDateTime> lastScan;

        static constexpr auto fields()
        {
            return std::tuple{field("devices", &Reply::devices, "Those that pass every filter"),
                              field("connections", &Reply::connections, "Between them"),
                              field("is_scan_active", &Reply::isScanActive, "A scan runs now"),
                              field("last_scan", &Reply::lastScan, "When the last one ended")};
        }
    };

    std::optional<QString> id;
    std::optional<QString> deviceType;
    std::optional<bool> isOnline;
    std::optional<QString> subnet;
    std::optional<QString> department;
    std::optional<QString> search;

    static constexpr auto name = "network.map";
    static constexpr auto summary = "The devices and what joins them";
    static constexpr auto fields()
    {
        return std::tuple{field("id", &Map::id, "Only this device").atMost(128),
                          field("device_type", &Map::deviceType, "Only this type").atMost(64),
                          field("is_online", &Map::isOnline, "Only those that answer, or do not"),
                          field("subnet", &Map::subnet, "Only in this network, as 192.168.1.0/24").atMost(64),
                          field("department", &Map::department, "Only in this one's networks").atMost(128),
                          field("search", &Map::search, "Text in name, address or vendor").atMost(128)};
    }
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace network
