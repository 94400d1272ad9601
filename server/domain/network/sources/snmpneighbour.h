// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"

#include <QList>
#include <QString>

namespace network::sources {

/// Who a port's neighbour says it is, or the device itself (LLDP-MIB; CISCO-CDP-MIB).
struct SnmpNeighbour
{
    bool isCdp = false;
    quint32 localPort = 0; ///< number of LLDP's; of CDP the ifIndex
    QString localPortId;   ///< as the device names it to its neighbours
    int localPortSubtype = 0;
    int chassisSubtype = 0; ///< IEEE 802.1AB: 4 hardware address, 5 network address, 6 interface, 7 local …
    QString chassisId;      ///< a hardware or network address in its usual form, else text
    int portSubtype = 0;    ///< 1 alias, 3 hardware address, 4 network address, 5 interface name, 7 local …
    QString portId;
    QString portDescription;
    QString systemName;
    QString systemDescription;
    quint16 capabilities =
        0; ///< those switched on: 2 repeater, 4 bridge, 8 access point, 16 router, 32 phone …
    QList<core::Address> management;
};

/// A port of the device as LLDP names it.
struct SnmpLldpPort
{
    quint32 number = 0;
    int subtype = 0;
    QString id;
    QString description;
};

struct SnmpLldpLocal
{
    int chassisSubtype = 0;
    QString chassisId;
    QString systemName;
    quint16 capabilities = 0;
    QList<SnmpLldpPort> ports;
};

} // namespace network::sources
