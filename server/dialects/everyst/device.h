// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/device.h"
#include "dialects/nothing.h"

namespace dialects::everyst {

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

    static core::Fields fields();
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

    static core::Fields fields();
};

DeviceShape deviceShape(const network::Device &device);
ConnectionShape connectionShape(const network::Connection &connection);

} // namespace dialects::everyst
