// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/device.h"
#include "dialects/nothing.h"

namespace dialects::everyst {

using core::field;

/// A device in both spellings: the document's, and the one Everyst's own pages read.
struct DeviceShape
{
    QString id;
    QString label;
    QString ipAddress;
    QString macAddress;
    QString deviceType;
    bool isOnline = false;
    network::Details details;
    QString type;
    QString ip;
    QString mac;
    QString hostname;
    QString status;
    QDateTime lastSeen;
    QStringList tags;
    Nothing metadata;

    static constexpr auto fields()
    {
        return std::tuple{field("id", &DeviceShape::id, "Stable id"),
                          field("label", &DeviceShape::label, "Shown to people"),
                          field("ip_address", &DeviceShape::ipAddress, "Its address"),
                          field("mac_address", &DeviceShape::macAddress, "Or empty"),
                          field("device_type", &DeviceShape::deviceType, "router, switch, server, …"),
                          field("is_online", &DeviceShape::isOnline, "It answers"),
                          field("details", &DeviceShape::details, "What else is known"),
                          field("type", &DeviceShape::type, "As device_type"),
                          field("ip", &DeviceShape::ip, "As ip_address"),
                          field("mac", &DeviceShape::mac, "As mac_address"),
                          field("hostname", &DeviceShape::hostname, "Its name, or empty"),
                          field("status", &DeviceShape::status, "online or offline"),
                          field("lastSeen", &DeviceShape::lastSeen, "When it last answered"),
                          field("tags", &DeviceShape::tags, "None yet"),
                          field("metadata", &DeviceShape::metadata, "None yet")};
    }
};

/// What joins two devices, in both spellings. What is not measured is null.
struct ConnectionShape
{
    QString id;
    QString sourceId;
    QString targetId;
    QString connectionType;
    double strength = 1;
    bool isActive = true;
    QString source;
    QString target;
    QString label;
    QString type;
    QString status;
    std::optional<double> bandwidth;
    std::optional<double> latency;
    std::optional<double> packetLoss;
    std::optional<double> traffic;
    Nothing metadata;

    static constexpr auto fields()
    {
        return std::tuple{field("id", &ConnectionShape::id, "Stable id"),
                          field("source_id", &ConnectionShape::sourceId, "From"),
                          field("target_id", &ConnectionShape::targetId, "To"),
                          field("connection_type", &ConnectionShape::connectionType, "wired, wireless, …"),
                          field("strength", &ConnectionShape::strength, "0–1"),
                          field("is_active", &ConnectionShape::isActive, "In use now"),
                          field("source", &ConnectionShape::source, "As source_id"),
                          field("target", &ConnectionShape::target, "As target_id"),
                          field("label", &ConnectionShape::label, "Shown to people"),
                          field("type", &ConnectionShape::type, "As connection_type"),
                          field("status", &ConnectionShape::status, "active or inactive"),
                          field("bandwidth", &ConnectionShape::bandwidth, "Not measured").nullable(),
                          field("latency", &ConnectionShape::latency, "Not measured").nullable(),
                          field("packetLoss", &ConnectionShape::packetLoss, "Not measured").nullable(),
                          field("traffic", &ConnectionShape::traffic, "Not measured").nullable(),
                          field("metadata", &ConnectionShape::metadata, "None yet")};
    }
};

DeviceShape deviceShape(const network::Device &device);
ConnectionShape connectionShape(const network::Connection &connection);

} // namespace dialects::everyst
