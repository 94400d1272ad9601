// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "core/macaddress.h"
#include "domain/network/scan/port.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace network::scan {

/// A kind of system, as nmap sorts them.
struct SystemClass
{
    QString type;
    QString vendor;
    QString family;
    QString generation;
    int accuracy = 0; ///< per cent
    QStringList cpes;
};

/// A system it might be, with its classes.
struct SystemMatch
{
    QString name;
    int accuracy = 0; ///< per cent
    QList<SystemClass> classes;
};

/// A port the guess of the system rests on.
struct PortUsed
{
    QString state;
    QString protocol;
    int number = 0;
};

/// A router on the way to a host.
struct Hop
{
    int ttl = 0;
    core::Address address;
    QString name;
    std::optional<double> milliseconds;
};

/// A name, and where it is from: user (it was asked for by it) or PTR.
struct HostName
{
    QString name;
    QString type;
};

/// A hardware address with the vendor nmap has for it.
struct Hardware
{
    core::MacAddress mac;
    QString vendor;
};

/// One host as nmap told of it.
struct Host
{
    QString status; ///< up, down, unknown, skipped
    QString reason; ///< arp-response, echo-reply, syn-ack …
    QList<core::Address> addresses;
    std::optional<Hardware> hardware;
    QList<HostName> names;
    QList<Port> ports;
    QList<OtherPorts> otherPorts;
    QList<SystemMatch> systems;
    QList<SystemClass> looseClasses; ///< of nmap before 6: not below a match
    QList<PortUsed> portsUsed;
    QList<ScriptOutput> scripts;
    QList<Hop> hops;
    std::optional<qint64> uptime;    ///< s
    std::optional<int> distance;     ///< hops
    std::optional<double> roundTrip; ///< ms
    QDateTime startedAt;
    QDateTime endedAt;
    bool isTimedOut = false;

    [[nodiscard]] bool isUp() const { return status == QLatin1String("up"); }
    [[nodiscard]] int openPorts() const;
    [[nodiscard]] int services() const;
};

} // namespace network::scan
