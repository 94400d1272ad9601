// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/everyst/device.h"

namespace dialects::everyst {

using core::field;

core::Fields DeviceShape::fields()
{
    return {field("id", &DeviceShape::id, "Stable id"),
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

core::Fields ConnectionShape::fields()
{
    return {field("id", &ConnectionShape::id, "Stable id"),
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

DeviceShape deviceShape(const network::Device &device)
{
    return {device.id,
            device.label,
            device.ipAddress,
            device.macAddress,
            device.deviceType,
            device.isOnline,
            device.details,
            device.deviceType,
            device.ipAddress,
            device.macAddress,
            device.details.hostname,
            device.isOnline ? QStringLiteral("online") : QStringLiteral("offline"),
            device.details.lastSeen,
            {},
            {}};
}

ConnectionShape connectionShape(const network::Connection &connection)
{
    return {connection.id,
            connection.sourceId,
            connection.targetId,
            connection.connectionType,
            connection.strength,
            connection.isActive,
            connection.sourceId,
            connection.targetId,
            connection.connectionType,
            connection.connectionType,
            connection.isActive ? QStringLiteral("active") : QStringLiteral("inactive"),
            {},
            {},
            {},
            {},
            {}};
}

} // namespace dialects::everyst
