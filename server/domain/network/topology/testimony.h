// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "core/macaddress.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace network::topology {

/// A device, as far as it matters to what it is joined by.
struct Node
{
    QString id;
    QStringList names;
    QList<core::Address> addresses;
    QList<core::MacAddress> macs;
    QString subnet;         ///< the network of its first address, in canonical form; empty: none of ours
    bool isGateway = false; ///< this machine, or a device, sends through it what is for other networks
};

/// A neighbour that a device hears on one of its ports (IEEE 802.1AB LLDP, or CDP).
struct Hearing
{
    QString by; ///< id of the device that hears
    QString port;
    QString protocol = QStringLiteral("lldp");
    core::MacAddress chassis;
    QList<core::Address> addresses;
    QString name;
    QString farPort;
    bool isBridge = false; ///< it passes on what others send: a bridge, an access point
    QDateTime at;
};

/// A hardware address that a bridge has learnt on one of its ports (RFC 4188 dot1dTpFdbTable, RFC 4363).
struct Learning
{
    QString by;
    QString port;
    core::MacAddress mac;
    QDateTime at;
};

/// The way to an address, hop by hop, from this machine on; a hop that did not answer is no address.
struct Route
{
    core::Address target;
    QList<core::Address> hops; ///< the last is the target, where it was reached
    QDateTime at;
};

/// A port of a device: how fast it is, and whether it is up.
struct PortState
{
    QString id;
    QString port;
    double speed = 0; ///< bits per second; 0: not known
    bool isUp = true;
};

/// All that was told of what joins the devices.
struct Testimony
{
    QString machine; ///< id of the device this machine is; empty: it is not among them
    QList<Node> nodes;
    QList<Hearing> hearings;
    QList<Learning> learnings;
    QList<Route> routes;
    QList<PortState> ports;
    QDateTime at;
};

} // namespace network::topology
