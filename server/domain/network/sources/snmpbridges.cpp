// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmpdecoder.h"
#include "domain/network/sources/snmpoids.h"
#include "domain/network/sources/snmptable.h"

#include <QHash>
#include <QtEndian>

#include <bit>

namespace network::sources {

namespace {
constexpr quint64 fdbInvalid = 2; // dot1dTpFdbStatus
constexpr quint64 fdbSelf = 4;
constexpr quint64 arpInvalid = 2; // ipNetToMediaType
constexpr quint32 ipv4 = 1;       // InetAddressType
constexpr quint32 ipv6 = 2;
constexpr int highestVlan = 4094;

/// A row with an InetAddressType, a length and an address in its index, from `from` on.
std::optional<core::Address> inetAddressAt(const Oid &index, qsizetype from)
{
    if (index.size() < from + 2 || (index.at(from) != ipv4 && index.at(from) != ipv6))
        return std::nullopt;
    const auto octets = octetsOf(index, from + 2, index.at(from + 1));
    return octets ? addressOf(*octets) : std::nullopt;
}

/// VLANs by the forwarding database they use; without the table, each has its own of the same number.
QHash<quint32, int> vlansOf(const QList<SnmpValue> &values)
{
    QHash<quint32, int> vlans;
    const SnmpTable table(oids::dot1qVlanCurrentEntry, values);
    for (auto row = table.rows().cbegin(); row != table.rows().cend(); ++row) {
        const auto database = numberIn(row.value(), 3);
        if (row.key().size() == 2 && database && row.key().at(1) <= quint32(highestVlan))
            vlans.insert(quint32(*database), int(row.key().at(1)));
    }
    return vlans;
}

std::optional<SnmpForwarding> forwardingIn(const SnmpTable::Row &row, const Oid &index, qsizetype from)
{
    const auto octets = octetsOf(index, from, 6);
    const auto port = numberIn(row, 2);
    const quint64 status = numberIn(row, 3).value_or(0);
    if (!octets || index.size() != from + 6 || !port || status == fdbInvalid)
        return std::nullopt;
    const auto mac = macOf(*octets);
    if (!mac || mac->isNull() || mac->isMulticast())
        return std::nullopt;
    // Port 0: learnt, but not known behind which (RFC 4188).
    if (*port == 0 && status != fdbSelf)
        return std::nullopt;
    return SnmpForwarding{*mac, quint32(*port), 0, 0, status == fdbSelf};
}
} // namespace

QList<SnmpForwarding> decodeForwarding(const QList<SnmpValue> &values)
{
    QHash<quint32, quint32> interfaces;
    const SnmpTable ports(oids::dot1dBasePortEntry, values);
    for (auto row = ports.rows().cbegin(); row != ports.rows().cend(); ++row) {
        if (row.key().size() == 1)
            interfaces.insert(row.key().first(), quint32(numberIn(row.value(), 2).value_or(0)));
    }
    QList<SnmpForwarding> list;
    const QHash<quint32, int> vlans = vlansOf(values);
    const SnmpTable perVlan(oids::dot1qTpFdbEntry, values);
    for (auto row = perVlan.rows().cbegin(); row != perVlan.rows().cend(); ++row) {
        auto entry = forwardingIn(row.value(), row.key(), 1);
        if (!entry)
            continue;
        const quint32 database = row.key().first();
        entry->vlan = vlans.value(database, database <= quint32(highestVlan) ? int(database) : 0);
        list.append(*entry);
    }
    // Where there is the table per VLAN, the other one has nothing more.
    const SnmpTable plain(oids::dot1dTpFdbEntry, values);
    if (list.isEmpty()) {
        for (auto row = plain.rows().cbegin(); row != plain.rows().cend(); ++row) {
            if (const auto entry = forwardingIn(row.value(), row.key(), 0))
                list.append(*entry);
        }
    }
    for (SnmpForwarding &entry : list)
        entry.interface = interfaces.value(entry.bridgePort);
    return list;
}

QList<SnmpArp> decodeArp(const QList<SnmpValue> &values)
{
    QMap<std::pair<quint32, core::Address>, core::MacAddress> found;
    const auto keep = [&](quint32 interface, const std::optional<core::Address> &address,
                          const SnmpTable::Row &row, quint32 macColumn, quint32 typeColumn) {
        const auto mac = macOf(octetsIn(row, macColumn));
        if (address && mac && !mac->isNull() && !mac->isMulticast() &&
            numberIn(row, typeColumn) != arpInvalid)
            found.insert({interface, *address}, *mac);
    };
    const SnmpTable media(oids::ipNetToMediaEntry, values);
    for (auto row = media.rows().cbegin(); row != media.rows().cend(); ++row) {
        if (const auto octets = octetsOf(row.key(), 1, 4); octets && row.key().size() == 5)
            keep(row.key().first(), addressOf(*octets), row.value(), 2, 4);
    }
    const SnmpTable physical(oids::ipNetToPhysicalEntry, values);
    for (auto row = physical.rows().cbegin(); row != physical.rows().cend(); ++row) {
        if (!row.key().isEmpty())
            keep(row.key().first(), inetAddressAt(row.key(), 1), row.value(), 4, 6);
    }
    QList<SnmpArp> list;
    for (auto each = found.cbegin(); each != found.cend(); ++each)
        list.append({each.key().second, each.value(), each.key().first});
    return list;
}

QList<SnmpOwnAddress> decodeAddresses(const QList<SnmpValue> &values)
{
    QMap<core::Address, SnmpOwnAddress> found;
    const SnmpTable table(oids::ipAddrEntry, values);
    for (auto row = table.rows().cbegin(); row != table.rows().cend(); ++row) {
        const auto octets = octetsOf(row.key(), 0, 4);
        if (!octets || row.key().size() != 4)
            continue;
        const core::Address address = *addressOf(*octets);
        SnmpOwnAddress own{address, {}, quint32(numberIn(row.value(), 2).value_or(0))};
        const QByteArray mask = octetsIn(row.value(), 3);
        const quint32 bits = mask.size() == 4 ? qFromBigEndian<quint32>(mask.constData()) : 0;
        const int prefix = std::countl_one(bits);
        if (prefix > 0 && std::popcount(bits) == prefix)
            own.subnet = core::Subnet(address, prefix);
        found.insert(address, own);
    }
    const SnmpTable newer(oids::ipAddressEntry, values);
    for (auto row = newer.rows().cbegin(); row != newer.rows().cend(); ++row) {
        const auto address = inetAddressAt(row.key(), 0);
        if (!address || found.value(*address).subnet.prefix() > 0)
            continue;
        SnmpOwnAddress own{*address, {}, quint32(numberIn(row.value(), 3).value_or(0))};
        // The row of its prefix, whose index ends with the prefix' length (RFC 4293, ipAddressPrefixTable).
        const Oid prefix = row.value().value(5).object;
        if (prefix.size() > 2 && prefix.last() > 0 && prefix.last() <= quint32(address->bits()))
            own.subnet = core::Subnet(*address, int(prefix.last()));
        found.insert(*address, own);
    }
    return found.values();
}

} // namespace network::sources
