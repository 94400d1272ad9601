// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/enterprises.h"

#include <algorithm>

namespace network {

namespace {
using enum DeviceType;

constexpr double exactWeight = 4.0;    ///< the object names a product
constexpr double computerWeight = 1.0; ///< a computer somebody runs an agent on
constexpr double makerWeight = 2.5;    ///< the vendor makes little else

struct Object
{
    const char *number; ///< below 1.3.6.1.4.1
    const char *vendor;
    DeviceTypes types;
    double weight = makerWeight;
    const char *osFamily = "";
};

/// Numbers of the vendors: https://www.iana.org/assignments/enterprise-numbers. Below them: Microsoft's
/// from its SNMP agent (311.1.1.3.1: workstation, server, domain controller), Net-SNMP's from
/// NET-SNMP-TC (8072.3.2), HP's, APC's, Cambium's and CyberPower's from their published MIBs.
const QList<Object> &objects()
{
    static const QList<Object> table{
        {"9", "Cisco", {Router, Switch}},
        {"9.6.1", "Cisco", {Switch, Router}},
        {"11", "Hewlett Packard", {}},
        {"11.2.3.9", "Hewlett Packard", {Printer}, exactWeight},
        {"11.2.3.7.11", "Hewlett Packard", {Switch}, exactWeight},
        {"43", "3Com", {Switch}},
        {"63", "Apple", {}},
        {"171", "D-Link", {Switch, Router, AccessPoint}},
        {"207", "Allied Telesis", {Switch}},
        {"232", "Hewlett Packard", {Server}},
        {"253", "Xerox", {Printer}},
        {"311", "", {Server, Workstation}, makerWeight, "Windows"},
        {"311.1.1.3.1.1", "", {Workstation, Laptop}, exactWeight, "Windows"},
        {"311.1.1.3.1.2", "", {Server}, exactWeight, "Windows"},
        {"311.1.1.3.1.3", "", {Server}, exactWeight, "Windows"},
        {"318", "APC", {Ups, Pdu}},
        {"318.1.3.2", "APC", {Ups}, exactWeight},
        {"318.1.3.4", "APC", {Pdu}, exactWeight},
        {"367", "Ricoh", {Printer}},
        {"368", "Axis", {Camera}},
        {"476", "Vertiv", {Ups, Pdu}},
        {"534", "Eaton", {Ups}},
        {"641", "Lexmark", {Printer}},
        {"674", "Dell", {}},
        {"674.10892", "Dell", {Server}},
        {"674.10895", "Dell", {Switch}},
        {"789", "NetApp", {Nas}},
        {"850", "Tripp Lite", {Ups, Pdu}},
        {"890", "Zyxel", {Router, Switch, AccessPoint}},
        {"1248", "Epson", {Printer}},
        {"1347", "Kyocera", {Printer}},
        {"1588", "Brocade", {Switch}},
        {"1602", "Canon", {Printer}},
        {"1916", "Extreme", {Switch}},
        {"1991", "Foundry", {Switch}},
        {"2011", "Huawei", {Router, Switch}},
        {"2435", "Brother", {Printer}},
        {"2620", "Check Point", {Firewall}},
        {"2636", "Juniper", {Router, Switch, Firewall}},
        {"3097", "WatchGuard", {Firewall}},
        {"3224", "NetScreen", {Firewall}},
        {"3375", "F5", {Server}},
        {"3808", "CyberPower", {Ups, Pdu}},
        {"3808.1.1.1", "CyberPower", {Ups}, exactWeight},
        {"3808.1.1.3", "CyberPower", {Pdu}, exactWeight},
        {"3955", "Linksys", {Router, Switch}},
        {"4526", "Netgear", {Switch, Router, AccessPoint}},
        {"6027", "Dell", {Switch}},
        {"6574", "Synology", {Nas}},
        {"6876", "VMware", {Hypervisor}},
        {"6889", "Avaya", {Voip, Switch}},
        {"8072", "", {}},
        {"8741", "SonicWall", {Firewall}},
        {"10876", "Supermicro", {Server}},
        {"11863", "TP-Link", {Switch, Router, AccessPoint}},
        {"12356", "Fortinet", {Firewall}},
        {"13742", "Raritan", {Pdu}},
        {"14823", "Aruba", {AccessPoint}},
        {"14988", "MikroTik", {Router}},
        {"17713", "Cambium", {AccessPoint}},
        {"17713.24", "Cambium", {Switch}, exactWeight},
        {"18334", "Konica Minolta", {Printer}},
        {"24681", "QNAP", {Nas}},
        {"25053", "Ruckus", {AccessPoint}},
        {"25461", "Palo Alto", {Firewall}},
        {"25506", "H3C", {Switch, Router}},
        {"26928", "Aerohive", {AccessPoint}},
        {"29671", "Meraki", {AccessPoint, Switch, Firewall}},
        {"30065", "Arista", {Switch}},
        {"39165", "Hikvision", {Camera}},
        {"41112", "Ubiquiti", {AccessPoint}},
    };
    return table;
}

/// NET-SNMP-TC: netSnmpAgentOIDs, the systems by their number.
QString netSnmpSystem(int number)
{
    switch (number) {
    case 3:
        return QStringLiteral("Solaris");
    case 6:
    case 14:
        return QStringLiteral("HP-UX");
    case 7:
        return QStringLiteral("NetBSD");
    case 8:
        return QStringLiteral("FreeBSD");
    case 10:
        return QStringLiteral("Linux");
    case 12:
        return QStringLiteral("OpenBSD");
    case 13:
        return QStringLiteral("Windows");
    case 15:
        return QStringLiteral("AIX");
    case 16:
        return QStringLiteral("macOS");
    default:
        return {};
    }
}
} // namespace

Enterprise enterpriseOf(const QString &sysObjectId)
{
    const QLatin1String root("1.3.6.1.4.1.");
    QStringView id(sysObjectId);
    while (id.startsWith(u'.'))
        id = id.sliced(1);
    if (id.startsWith(QLatin1String("iso.")))
        return enterpriseOf(u'1' + id.sliced(3).toString());
    if (!id.startsWith(root))
        return {};
    const QString number = id.sliced(root.size()).toString() + u'.';
    if (number.startsWith(QLatin1String("8072.3.2.")))
        return {{}, netSnmpSystem(number.section(u'.', 3, 3).toInt()), {{Server}, computerWeight}};
    const Object *longest = nullptr;
    for (const Object &object : objects()) {
        const QString prefix = QLatin1String(object.number) + QLatin1Char('.');
        if (number.startsWith(prefix) &&
            (longest == nullptr || qstrlen(object.number) > qstrlen(longest->number)))
            longest = &object;
    }
    if (longest == nullptr)
        return {};
    return {
        QLatin1String(longest->vendor), QLatin1String(longest->osFamily), {longest->types, longest->weight}};
}

} // namespace network
