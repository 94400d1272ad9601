// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace network {

/// A door of a device that was looked at.
struct Port
{
    int port = 0;
    QString protocol;
    QString service;
    QString state;

    static core::Fields fields();
};

/// What is known of a device beyond its address.
struct Details
{
    QString vendor;
    QString hostname;
    QString os;
    QDateTime lastSeen;
    QList<Port> ports;
    QString icon;

    static core::Fields fields();
};

/// Something with an address.
struct Device
{
    QString id;
    QString label;
    QString ipAddress;
    QString macAddress;
    QString deviceType;
    bool isOnline = false;
    Details details;
    std::optional<QString> departmentId;

    static core::Fields fields();
};

/// Two devices that are joined.
struct Connection
{
    QString id;
    QString sourceId;
    QString targetId;
    QString connectionType;
    double strength = 1;
    bool isActive = true;

    static core::Fields fields();
};

} // namespace network
