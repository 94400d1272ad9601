// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"

namespace network {

/// An address a device has or had.
struct KnownAddress
{
    QString address;
    QDateTime firstSeen;
    QDateTime lastSeen;
    bool isCurrent = true;

    static core::Fields fields();
};

/// A name somebody or something calls a device.
struct KnownName
{
    QString name;
    QString source;
    QDateTime lastSeen;

    static core::Fields fields();
};

/// A port of a device, and what listens there.
struct KnownPort
{
    int port = 0;
    QString protocol;
    QString state;
    QString service;
    QString product;
    QString version;
    QDateTime firstSeen;
    QDateTime lastSeen;

    static core::Fields fields();
};

/// One reason to take a device for what it is taken for.
struct Reason
{
    QString source;
    QString value;
    QString deviceType;
    double weight = 0;

    static core::Fields fields();
};

/// A network interface of a device, as it tells of it by SNMP.
struct Interface
{
    int index = 0;
    QString name;
    QString alias;
    QString macAddress;
    double speed = 0;
    bool isEnabled = true;
    bool isUp = true;
    std::optional<double> receiveRate;
    std::optional<double> sendRate;
    std::optional<double> errorRate;

    static core::Fields fields();
};

/// What a device tells of itself by SNMP.
struct SystemFacts
{
    QString name;
    QString description;
    QString location;
    QString contact;
    QString model;
    QString serial;
    std::optional<double> uptime;

    static core::Fields fields();
};

/// Asks for all that is known of one device.
struct GetDevice
{
    struct Reply
    {
        Entry device;
        QList<KnownAddress> addresses;
        QList<KnownName> names;
        QList<KnownPort> ports;
        QList<Reason> reasons;
        std::optional<SystemFacts> system;
        QList<Interface> interfaces;

        static core::Fields fields();
    };

    QString id;

    static constexpr auto name = "network.devices.get";
    static constexpr auto summary = "All that is known of one device";
    static core::Fields fields();
};

/// One thing that changed about one device.
struct PastChange
{
    qint64 number = 0;
    QString deviceId;
    QDateTime at;
    QString field;
    QString from;
    QString to;
    QString source;

    static core::Fields fields();
};

/// Asks how devices changed.
struct DeviceHistory
{
    struct Reply
    {
        QList<PastChange> changes;

        static core::Fields fields();
    };

    QString id;
    QStringList kinds;
    std::optional<QDateTime> from;
    std::optional<QDateTime> to;
    qint64 before = 0;
    int limit = 100;

    static constexpr auto name = "network.devices.history";
    static constexpr auto summary = "How devices changed: states, ports, services, systems, names, addresses";
    static core::Fields fields();
};

/// Asks how a device was there, cell by cell.
struct DevicePresence
{
    struct Reply
    {
        QStringList cells;
        double upShare = 0;

        static core::Fields fields();
    };

    QString id;
    QDateTime from;
    QDateTime to;
    int cells = 24;

    static constexpr auto name = "network.devices.presence";
    static constexpr auto summary = "How a device was there over time, in equal parts";
    static core::Fields fields();
};

/// Declares the commands about one device.
void declareDevicePage(core::Catalog &catalog);

} // namespace network
