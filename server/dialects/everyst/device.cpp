// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/everyst/device.h"

namespace dialects::everyst {

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
