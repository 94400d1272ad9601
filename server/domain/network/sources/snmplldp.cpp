// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/foreigntext.h"
#include "domain/network/sources/snmpdecoder.h"
#include "domain/network/sources/snmpoids.h"
#include "domain/network/sources/snmptable.h"

#include <QHash>

#include <algorithm>

namespace network::sources {

namespace {
constexpr int macChassis = 4; // LldpChassisIdSubtype
constexpr int networkChassis = 5;
constexpr int macPort = 3; // LldpPortIdSubtype
constexpr int networkPort = 4;

/// An id in the form people know it in.
QString idOf(const QByteArray &octets, bool isMac, bool isNetwork)
{
    if (isMac) {
        if (const auto mac = macOf(octets))
            return mac->toString();
    }
    // One octet for the family of addresses, as IANA numbers them, then the address.
    if (isNetwork && !octets.isEmpty()) {
        if (const auto address = addressOf(octets.mid(1)))
            return address->toString();
    }
    const bool isText =
        std::all_of(octets.begin(), octets.end(), [](char octet) { return quint8(octet) >= 0x20; });
    return isText ? foreignText(octets) : QString::fromLatin1(octets.left(64).toHex(':'));
}

QString chassisOf(int subtype, const QByteArray &octets)
{
    return idOf(octets, subtype == macChassis, subtype == networkChassis);
}

QString portOf(int subtype, const QByteArray &octets)
{
    return idOf(octets, subtype == macPort, subtype == networkPort);
}

/// LldpSystemCapabilitiesMap is a BITS: the first bit is the highest of the first octet.
quint16 capabilitiesOf(const QByteArray &octets)
{
    quint16 bits = 0;
    for (int i = 0; i < 16 && i / 8 < octets.size(); ++i) {
        if ((quint8(octets.at(i / 8)) & (0x80U >> unsigned(i % 8))) != 0)
            bits = quint16(bits | (1U << unsigned(i)));
    }
    return bits;
}

/// Management addresses of the neighbours, by the index of their row.
QHash<Oid, QList<core::Address>> managementOf(const QList<SnmpValue> &values)
{
    QHash<Oid, QList<core::Address>> found;
    const SnmpTable table(oids::lldpRemManAddrEntry, values);
    for (auto row = table.rows().cbegin(); row != table.rows().cend(); ++row) {
        const Oid &index = row.key(); // time mark, port, number, family, length, address
        if (index.size() < 5)
            continue;
        const auto octets = octetsOf(index, 5, index.at(4));
        const auto address = octets ? addressOf(*octets) : std::nullopt;
        if (address)
            found[index.first(3)].append(*address);
    }
    return found;
}

SnmpNeighbour neighbourIn(const SnmpTable::Row &row)
{
    SnmpNeighbour neighbour;
    neighbour.chassisSubtype = int(numberIn(row, 4).value_or(0));
    neighbour.chassisId = chassisOf(neighbour.chassisSubtype, octetsIn(row, 5));
    neighbour.portSubtype = int(numberIn(row, 6).value_or(0));
    neighbour.portId = portOf(neighbour.portSubtype, octetsIn(row, 7));
    neighbour.portDescription = textIn(row, 8);
    neighbour.systemName = textIn(row, 9);
    neighbour.systemDescription = descriptionIn(row, 10);
    neighbour.capabilities = capabilitiesOf(octetsIn(row, 12));
    return neighbour;
}
} // namespace

SnmpLldpLocal decodeLldpLocal(const QList<SnmpValue> &values)
{
    SnmpLldpLocal local;
    const SnmpTable scalars(oids::lldpLocal, values);
    const SnmpTable::Row row = scalars.rows().value(Oid{0});
    local.chassisSubtype = int(numberIn(row, 1).value_or(0));
    local.chassisId = chassisOf(local.chassisSubtype, octetsIn(row, 2));
    local.systemName = textIn(row, 3);
    local.capabilities = capabilitiesOf(octetsIn(row, 6));
    const SnmpTable ports(oids::lldpLocPortEntry, values);
    for (auto each = ports.rows().cbegin(); each != ports.rows().cend(); ++each) {
        if (each.key().size() != 1)
            continue;
        const int subtype = int(numberIn(each.value(), 2).value_or(0));
        local.ports.append({each.key().first(), subtype, portOf(subtype, octetsIn(each.value(), 3)),
                            textIn(each.value(), 4)});
    }
    return local;
}

QList<SnmpNeighbour> decodeLldp(const QList<SnmpValue> &values)
{
    QHash<quint32, SnmpLldpPort> ports;
    const SnmpLldpLocal local = decodeLldpLocal(values);
    for (const SnmpLldpPort &port : local.ports)
        ports.insert(port.number, port);
    const auto management = managementOf(values);
    QList<SnmpNeighbour> list;
    const SnmpTable table(oids::lldpRemEntry, values);
    for (auto row = table.rows().cbegin(); row != table.rows().cend(); ++row) {
        if (row.key().size() != 3) // time mark, port, number
            continue;
        SnmpNeighbour neighbour = neighbourIn(row.value());
        neighbour.localPort = row.key().at(1);
        neighbour.localPortId = ports.value(neighbour.localPort).id;
        neighbour.localPortSubtype = ports.value(neighbour.localPort).subtype;
        neighbour.management = management.value(row.key());
        list.append(neighbour);
    }
    return list;
}

QList<SnmpNeighbour> decodeCdp(const QList<SnmpValue> &values)
{
    QList<SnmpNeighbour> list;
    const SnmpTable table(oids::cdpCacheEntry, values);
    for (auto row = table.rows().cbegin(); row != table.rows().cend(); ++row) {
        if (row.key().size() != 2) // ifIndex, number
            continue;
        SnmpNeighbour neighbour;
        neighbour.isCdp = true;
        neighbour.localPort = row.key().first();
        neighbour.systemName = textIn(row.value(), 6);
        neighbour.portId = textIn(row.value(), 7);
        neighbour.systemDescription = textIn(row.value(), 8);
        if (const auto address = addressOf(octetsIn(row.value(), 4)))
            neighbour.management.append(*address);
        list.append(neighbour);
    }
    return list;
}

} // namespace network::sources
