// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/macaddress.h"
#include "core/subnet.h"
#include "domain/network/sources/snmp.h"
#include "domain/network/sources/snmpneighbour.h"

#include <optional>

namespace network::sources {

/// SNMPv2-MIB, system.
struct SnmpSystem
{
    QString description;
    QString objectId;   ///< "1.3.6.1.4.1.…"
    quint32 upTime = 0; ///< hundredths of a second
    QString contact;
    QString name;
    QString location;
    int services = 0; ///< bits of the layers it serves: 2 bridge, 4 router, 64 host (RFC 3418)
};

/// IF-MIB. Counters of 64 bits where the device has them.
struct SnmpInterface
{
    quint32 index = 0;
    QString name; ///< ifName, else ifDescr
    QString description;
    QString alias;
    int type = 0;      ///< IANAifType
    quint64 speed = 0; ///< bits per second; 0: not known
    core::MacAddress mac;
    bool isEnabled = false;
    bool isUp = false;
    int counterBits = 64; ///< of octets and packets
    std::optional<quint64> octetsIn, octetsOut;
    std::optional<quint64> packetsIn, packetsOut;                        ///< unicast
    std::optional<quint64> errorsIn, errorsOut, discardsIn, discardsOut; ///< 32 bits
};

/// A hardware address and the port it was seen behind (BRIDGE-MIB, Q-BRIDGE-MIB).
struct SnmpForwarding
{
    core::MacAddress mac;
    quint32 bridgePort = 0;
    quint32 interface = 0; ///< ifIndex; 0: not known
    int vlan = 0;          ///< 0: not known
    bool isOwn = false;    ///< the bridge's own
};

/// The first chassis, else the first part with a model (ENTITY-MIB).
struct SnmpEntity
{
    QString description;
    QString model;
    QString serial;
    QString manufacturer;
    QString hardware, firmware, software;
};

/// A row of the device's own neighbour table (IP-MIB).
struct SnmpArp
{
    core::Address address;
    core::MacAddress mac;
    quint32 interface = 0;
};

struct SnmpOwnAddress
{
    core::Address address;
    core::Subnet subnet; ///< none: not told
    quint32 interface = 0;
};

/// What a device told of itself. A part that it does not have is empty.
struct SnmpReport
{
    SnmpFault fault = SnmpFault::None; ///< the first that came up; parts that came before it are there
    QString sentence;
    SnmpSystem system;
    QList<SnmpInterface> interfaces;
    QList<SnmpForwarding> forwarding;
    SnmpLldpLocal lldp;
    QList<SnmpNeighbour> neighbours;
    SnmpEntity entity;
    QList<SnmpArp> arp;
    QList<SnmpOwnAddress> addresses;
};

} // namespace network::sources
