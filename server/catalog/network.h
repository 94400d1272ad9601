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
    static core::Fields fields();
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
    static core::Fields fields();
};

/// One property of a device that is not as it was.
struct Change
{
    QString field;
    QString from;
    QString to;

    static core::Fields fields();
};

/// A device is set up differently.
struct DeviceConfigured
{
    QString deviceId;
    QList<Change> changes;
    QDateTime timestamp;

    static constexpr auto topic = "network.device.configured";
    static constexpr auto summary = "A device is set up differently";
    static core::Fields fields();
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
    static core::Fields fields();
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

        static core::Fields fields();
    };

    std::optional<QString> id;
    std::optional<QString> deviceType;
    std::optional<bool> isOnline;
    std::optional<QString> subnet;
    std::optional<QString> department;
    std::optional<QString> search;

    static constexpr auto name = "network.map";
    static constexpr auto summary = "The devices and what joins them";
    static core::Fields fields();
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace network
