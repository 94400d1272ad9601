// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/devicepage.h"
#include "core/address.h"
#include "core/macaddress.h"

namespace network {

/// Something a device let slip that tells what it is: a banner, a fingerprint, a service it announces.
struct Observation
{
    QString kind; ///< ssh.banner, http.server, snmp.description, mdns.service, nmap.os, …
    QString value;
    QString source;
    QDateTime at;

    static core::Fields fields();
};

/// Ports that were looked at, so that those which are not told of as open are not.
struct LookedAt
{
    QString protocol;
    int first = 0;
    int last = 0;

    static core::Fields fields();
    friend bool operator==(const LookedAt &, const LookedAt &) = default;
};

/// What one source saw of one thing on the network at one moment.
struct Sighting
{
    QString source; ///< neighbour, ping, scan, snmp, mdns, dns, lldp, route, hand, agent
    QDateTime at;
    core::Address address;
    core::MacAddress mac;
    bool isAnswer = false; ///< it was the thing itself that answered
    QString name;          ///< what `source` calls it
    /// What only this thing can say of itself: its SNMP engine, its SSH host key, its serial number.
    QStringList identities;
    QList<KnownPort> ports; ///< open ones; times are filled in here
    QList<LookedAt> looked;
    QList<Observation> observations;
    std::optional<SystemFacts> system;
    QList<Interface> interfaces;
    QList<core::Address> ownAddresses; ///< it says that these are its own, too
    QList<core::MacAddress> ownMacs;

    /// Notes what it let slip, unless that is nothing.
    void observe(const QString &kind, const QString &value);
};

} // namespace network
