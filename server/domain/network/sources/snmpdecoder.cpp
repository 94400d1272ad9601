// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmpdecoder.h"

#include "domain/network/sources/snmpoids.h"
#include "domain/network/sources/snmptable.h"

#include <QStringList>

namespace network::sources {

namespace {
constexpr quint64 highestGauge = 0xffffffff; // ifSpeed beyond it: look at ifHighSpeed (RFC 2863)

QList<Oid> columnsOf(const Oid &entry, std::initializer_list<quint32> columns)
{
    QList<Oid> roots;
    for (quint32 column : columns)
        roots.append(entry + Oid{column});
    return roots;
}

QString dotted(const Oid &oid)
{
    QStringList words;
    for (quint32 number : oid)
        words << QString::number(number);
    return words.join(QLatin1Char('.'));
}

void decodeCounters(SnmpInterface &interface, const SnmpTable::Row &row, const SnmpTable::Row &extra)
{
    interface.errorsIn = numberIn(row, 14);
    interface.errorsOut = numberIn(row, 20);
    interface.discardsIn = numberIn(row, 13);
    interface.discardsOut = numberIn(row, 19);
    interface.counterBits = numberIn(extra, 6) && numberIn(extra, 10) ? 64 : 32;
    const bool isWide = interface.counterBits == 64;
    interface.octetsIn = isWide ? numberIn(extra, 6) : numberIn(row, 10);
    interface.octetsOut = isWide ? numberIn(extra, 10) : numberIn(row, 16);
    interface.packetsIn = isWide ? numberIn(extra, 7) : numberIn(row, 11);
    interface.packetsOut = isWide ? numberIn(extra, 11) : numberIn(row, 17);
}
} // namespace

QList<Oid> rootsOf(SnmpPart part)
{
    switch (part) {
    case SnmpPart::System:
        return {oids::system};
    case SnmpPart::Interfaces:
        return columnsOf(oids::ifEntry, {2, 3, 5, 6, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20}) +
               columnsOf(oids::ifXEntry, {1, 6, 7, 10, 11, 15, 18});
    case SnmpPart::Forwarding:
        return columnsOf(oids::dot1dBasePortEntry, {2}) + columnsOf(oids::dot1dTpFdbEntry, {2, 3}) +
               columnsOf(oids::dot1qTpFdbEntry, {2, 3}) + columnsOf(oids::dot1qVlanCurrentEntry, {3});
    case SnmpPart::Lldp:
        return QList<Oid>{oids::lldpLocal} + columnsOf(oids::lldpRemEntry, {4, 5, 6, 7, 8, 9, 10, 12}) +
               columnsOf(oids::lldpRemManAddrEntry, {3});
    case SnmpPart::Cdp:
        return columnsOf(oids::cdpCacheEntry, {4, 5, 6, 7, 8});
    case SnmpPart::Entity:
        return columnsOf(oids::entPhysicalEntry, {2, 5, 8, 9, 10, 11, 12, 13});
    case SnmpPart::Arp:
        return columnsOf(oids::ipNetToMediaEntry, {2, 4}) + columnsOf(oids::ipNetToPhysicalEntry, {4, 6});
    case SnmpPart::Addresses:
        return columnsOf(oids::ipAddrEntry, {2, 3}) + columnsOf(oids::ipAddressEntry, {3, 5});
    }
    return {};
}

void decode(SnmpPart part, const QList<SnmpValue> &values, SnmpReport &report)
{
    switch (part) {
    case SnmpPart::System:
        report.system = decodeSystem(values);
        break;
    case SnmpPart::Interfaces:
        report.interfaces = decodeInterfaces(values);
        break;
    case SnmpPart::Forwarding:
        report.forwarding = decodeForwarding(values);
        break;
    case SnmpPart::Lldp:
        report.lldp = decodeLldpLocal(values);
        report.neighbours += decodeLldp(values);
        break;
    case SnmpPart::Cdp:
        report.neighbours += decodeCdp(values);
        break;
    case SnmpPart::Entity:
        report.entity = decodeEntity(values);
        break;
    case SnmpPart::Arp:
        report.arp = decodeArp(values);
        break;
    case SnmpPart::Addresses:
        report.addresses = decodeAddresses(values);
        break;
    }
}

SnmpSystem decodeSystem(const QList<SnmpValue> &values)
{
    const SnmpTable table(oids::system, values);
    const SnmpTable::Row row = table.rows().value(Oid{0});
    SnmpSystem system;
    system.description = descriptionIn(row, 1);
    system.objectId = dotted(row.value(2).object);
    system.upTime = quint32(numberIn(row, 3).value_or(0));
    system.contact = textIn(row, 4);
    system.name = textIn(row, 5);
    system.location = textIn(row, 6);
    system.services = int(numberIn(row, 7).value_or(0) & 0x7f);
    return system;
}

QList<SnmpInterface> decodeInterfaces(const QList<SnmpValue> &values)
{
    const SnmpTable table(oids::ifEntry, values);
    const SnmpTable extras(oids::ifXEntry, values);
    QList<SnmpInterface> interfaces;
    for (auto each = table.rows().cbegin(); each != table.rows().cend(); ++each) {
        if (each.key().size() != 1)
            continue;
        const SnmpTable::Row &row = each.value();
        const SnmpTable::Row extra = extras.rows().value(each.key());
        SnmpInterface interface;
        interface.index = each.key().first();
        interface.description = textIn(row, 2);
        interface.name = textIn(extra, 1);
        if (interface.name.isEmpty())
            interface.name = interface.description;
        interface.alias = textIn(extra, 18);
        interface.type = int(numberIn(row, 3).value_or(0));
        interface.speed = numberIn(row, 5).value_or(0);
        const quint64 megabits = numberIn(extra, 15).value_or(0);
        if (interface.speed >= highestGauge || interface.speed == 0)
            interface.speed = megabits * 1'000'000;
        interface.mac = macOf(octetsIn(row, 6)).value_or(core::MacAddress());
        interface.isEnabled = numberIn(row, 7) == 1U;
        interface.isUp = numberIn(row, 8) == 1U;
        decodeCounters(interface, row, extra);
        interfaces.append(interface);
    }
    return interfaces;
}

SnmpEntity decodeEntity(const QList<SnmpValue> &values)
{
    constexpr quint64 chassis = 3; // PhysicalClass
    const SnmpTable table(oids::entPhysicalEntry, values);
    const SnmpTable::Row *best = nullptr;
    for (const SnmpTable::Row &row : table.rows()) {
        if (numberIn(row, 5) == chassis) {
            best = &row;
            break;
        }
        if (!best && !textIn(row, 13).isEmpty())
            best = &row;
    }
    if (!best)
        return {};
    return {textIn(*best, 2), textIn(*best, 13), textIn(*best, 11), textIn(*best, 12),
            textIn(*best, 8), textIn(*best, 9),  textIn(*best, 10)};
}

} // namespace network::sources
