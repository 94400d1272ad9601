// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/snmpreport.h"

namespace network::sources {

/// What a survey can ask for.
enum class SnmpPart : quint8 { System, Interfaces, Forwarding, Lldp, Cdp, Entity, Arp, Addresses };

inline const QList<SnmpPart> &everySnmpPart()
{
    static const QList<SnmpPart> parts{SnmpPart::System, SnmpPart::Interfaces, SnmpPart::Forwarding,
                                       SnmpPart::Lldp,   SnmpPart::Cdp,        SnmpPart::Entity,
                                       SnmpPart::Arp,    SnmpPart::Addresses};
    return parts;
}

/// What has to be walked for a part.
QList<Oid> rootsOf(SnmpPart part);
/// Puts what the walks brought into the report; what makes no sense is left out.
void decode(SnmpPart part, const QList<SnmpValue> &values, SnmpReport &report);

QList<SnmpInterface> decodeInterfaces(const QList<SnmpValue> &values);
QList<SnmpForwarding> decodeForwarding(const QList<SnmpValue> &values);
QList<SnmpArp> decodeArp(const QList<SnmpValue> &values);
QList<SnmpOwnAddress> decodeAddresses(const QList<SnmpValue> &values);
SnmpSystem decodeSystem(const QList<SnmpValue> &values);
SnmpEntity decodeEntity(const QList<SnmpValue> &values);
SnmpLldpLocal decodeLldpLocal(const QList<SnmpValue> &values);
/// With the ids of the device's own ports in.
QList<SnmpNeighbour> decodeLldp(const QList<SnmpValue> &values);
QList<SnmpNeighbour> decodeCdp(const QList<SnmpValue> &values);

} // namespace network::sources
