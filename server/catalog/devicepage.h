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

    static constexpr auto fields()
    {
        return std::tuple{
            field("address", &KnownAddress::address, "IPv4, IPv6 or hardware address").atMost(64),
            field("first_seen", &KnownAddress::firstSeen, "Since when"),
            field("last_seen", &KnownAddress::lastSeen, "Last seen with it"),
            field("current", &KnownAddress::isCurrent, "False: it has it no longer")};
    }
};

/// A name somebody or something calls a device.
struct KnownName
{
    QString name;
    QString source;
    QDateTime lastSeen;

    static constexpr auto fields()
    {
        return std::tuple{
            field("name", &KnownName::name, "The name").atMost(256),
            field("source", &KnownName::source, "dns, mdns, snmp, lldp, scan or hand").atMost(32),
            field("last_seen", &KnownName::lastSeen, "When it was last called so")};
    }
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

    static constexpr auto fields()
    {
        return std::tuple{field("port", &KnownPort::port, "1–65535").between(0, 65535),
                          field("protocol", &KnownPort::protocol, "tcp, udp or sctp").atMost(16),
                          field("state", &KnownPort::state, "open, closed or filtered").atMost(32),
                          field("service", &KnownPort::service, "Its name, or empty").atMost(64),
                          field("product", &KnownPort::product, "What answers there, or empty").atMost(256),
                          field("version", &KnownPort::version, "Its version, or empty").atMost(256),
                          field("first_seen", &KnownPort::firstSeen, "Open since, as far as was looked"),
                          field("last_seen", &KnownPort::lastSeen, "Last seen open")};
    }
};

/// One reason to take a device for what it is taken for.
struct Reason
{
    QString source;
    QString value;
    QString deviceType;
    double weight = 0;

    static constexpr auto fields()
    {
        return std::tuple{
            field("source", &Reason::source, "snmp, scan, mdns, vendor, ports, name, gateway, …").atMost(64),
            field("value", &Reason::value, "What it said").atMost(512),
            field("device_type", &Reason::deviceType, "What that speaks for, or empty").atMost(64),
            field("weight", &Reason::weight, "How much, in nats")};
    }
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

    static constexpr auto fields()
    {
        return std::tuple{field("index", &Interface::index, "ifIndex"),
                          field("name", &Interface::name, "ifName").atMost(256),
                          field("alias", &Interface::alias, "ifAlias, or empty").atMost(256),
                          field("mac_address", &Interface::macAddress, "Or empty").atMost(32),
                          field("speed", &Interface::speed, "Bits per second; 0: not told"),
                          field("enabled", &Interface::isEnabled, "It is meant to be up"),
                          field("up", &Interface::isUp, "It is up"),
                          field("receive_rate", &Interface::receiveRate, "Bits per second, lately"),
                          field("send_rate", &Interface::sendRate, "Bits per second, lately"),
                          field("error_rate", &Interface::errorRate, "Errors per second, lately")};
    }
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

    static constexpr auto fields()
    {
        return std::tuple{field("name", &SystemFacts::name, "sysName").atMost(256),
                          field("description", &SystemFacts::description, "sysDescr").atMost(1024),
                          field("location", &SystemFacts::location, "sysLocation").atMost(256),
                          field("contact", &SystemFacts::contact, "sysContact").atMost(256),
                          field("model", &SystemFacts::model, "entPhysicalModelName").atMost(256),
                          field("serial", &SystemFacts::serial, "entPhysicalSerialNum").atMost(256),
                          field("uptime", &SystemFacts::uptime, "Seconds")};
    }
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

        static constexpr auto fields()
        {
            return std::tuple{
                field("device", &Reply::device, "As lists show it"),
                field("addresses", &Reply::addresses, "All it ever had, hardware addresses among them"),
                field("names", &Reply::names, "All it is called"),
                field("ports", &Reply::ports,
                      "Those that were looked at and found open, and those that were"),
                field("reasons", &Reply::reasons, "Why it is taken for its type, the weightiest first"),
                field("system", &Reply::system, "What it tells of itself"),
                field("interfaces", &Reply::interfaces, "Its network interfaces")};
        }
    };

    QString id;

    static constexpr auto name = "network.devices.get";
    static constexpr auto summary = "All that is known of one device";
    static constexpr auto fields() { return std::tuple{field("id", &GetDevice::id, "Which").atMost(128)}; }
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

    static constexpr auto fields()
    {
        return std::tuple{
            core::field("number", &PastChange::number, "Greater ones are later"),
            core::field("device_id", &PastChange::deviceId, "Which device").atMost(128),
            core::field("at", &PastChange::at, "When it was seen"),
            core::field("field", &PastChange::field, "state, port, service, os, name, address, type, …")
                .atMost(64),
            core::field("from", &PastChange::from, "As it was; empty: not there").atMost(4096),
            core::field("to", &PastChange::to, "As it is; empty: gone").atMost(4096),
            core::field("source", &PastChange::source, "Who or what saw it").atMost(128)};
    }
};

/// Asks how devices changed.
struct DeviceHistory
{
    struct Reply
    {
        QList<PastChange> changes;

        static constexpr auto fields()
        {
            return std::tuple{field("changes", &Reply::changes, "Newest first")};
        }
    };

    QString id;
    QStringList kinds;
    std::optional<QDateTime> from;
    std::optional<QDateTime> to;
    qint64 before = 0;
    int limit = 100;

    static constexpr auto name = "network.devices.history";
    static constexpr auto summary = "How devices changed: states, ports, services, systems, names, addresses";
    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &DeviceHistory::id, "Only this device's; empty: all").atMost(128).defaulted(),
            field("kinds", &DeviceHistory::kinds, "Only these fields; empty: all").atMost(32).defaulted(),
            field("from", &DeviceHistory::from, "Not before"),
            field("to", &DeviceHistory::to, "Before"),
            field("before", &DeviceHistory::before, "Only lesser numbers; 0: all")
                .between(0, 9e15)
                .defaulted(),
            field("limit", &DeviceHistory::limit, "At most so many").between(1, 1000).defaulted()};
    }
};

/// Asks how a device was there, cell by cell.
struct DevicePresence
{
    struct Reply
    {
        QStringList cells;
        double upShare = 0;

        static constexpr auto fields()
        {
            return std::tuple{
                field("cells", &Reply::cells,
                      "The worst state of each part: unknown, up, away, unreachable or down")
                    .atMost(1000),
                field("up_share", &Reply::upShare, "Of the time in which it is known, 0–1").between(0, 1)};
        }
    };

    QString id;
    QDateTime from;
    QDateTime to;
    int cells = 24;

    static constexpr auto name = "network.devices.presence";
    static constexpr auto summary = "How a device was there over time, in equal parts";
    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &DevicePresence::id, "Which").atMost(128),
            field("from", &DevicePresence::from, "From"), field("to", &DevicePresence::to, "To"),
            field("cells", &DevicePresence::cells, "In so many parts").between(1, 1000).defaulted()};
    }
};

/// Declares the commands about one device.
void declareDevicePage(core::Catalog &catalog);

} // namespace network
