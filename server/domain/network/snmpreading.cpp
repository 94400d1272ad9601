// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/snmpreading.h"

#include <algorithm>
#include <array>

namespace network {

namespace {
const QString snmpWord = QStringLiteral("snmp");
constexpr double bitsPerByte = 8;
constexpr double hundredths = 100;
// IEEE 802.1AB, system capabilities: bridge, access point.
constexpr quint16 passesOn = 4 | 8;
// RFC 3418, sysServices: the device serves the internet layer.
constexpr int servesInternet = 4;

enum class Counter : quint64 { OctetsIn, OctetsOut, ErrorsIn, ErrorsOut };

quint64 keyOf(quint32 index, Counter counter) { return (quint64(index) << 8U) | quint64(counter); }

std::optional<double> rateOf(sources::Rates &rates, const sources::SnmpInterface &interface, Counter counter,
                             const std::optional<quint64> &value, int bits, double most)
{
    return value ? rates.take(keyOf(interface.index, counter), *value, bits, most) : std::nullopt;
}

std::optional<double> sum(const std::optional<double> &a, const std::optional<double> &b)
{
    return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
}

Interface interfaceOf(const sources::SnmpInterface &told, sources::Rates &rates)
{
    Interface interface;
    interface.index = int(told.index);
    interface.name = told.name;
    interface.alias = told.alias;
    interface.macAddress = told.mac.toString();
    interface.speed = double(told.speed);
    interface.isEnabled = told.isEnabled;
    interface.isUp = told.isUp;
    // A counter cannot have run over more often than its cable is fast.
    const double most =
        told.speed > 0 ? double(told.speed) / bitsPerByte * 1.1 : std::numeric_limits<double>::infinity();
    const auto in = rateOf(rates, told, Counter::OctetsIn, told.octetsIn, told.counterBits, most);
    const auto out = rateOf(rates, told, Counter::OctetsOut, told.octetsOut, told.counterBits, most);
    if (in)
        interface.receiveRate = *in * bitsPerByte;
    if (out)
        interface.sendRate = *out * bitsPerByte;
    interface.errorRate = sum(rateOf(rates, told, Counter::ErrorsIn, told.errorsIn, 32, 1e9),
                              rateOf(rates, told, Counter::ErrorsOut, told.errorsOut, 32, 1e9));
    return interface;
}

SystemFacts systemOf(const sources::SnmpReport &report)
{
    SystemFacts system;
    system.name = report.system.name;
    system.description = report.system.description;
    system.location = report.system.location;
    system.contact = report.system.contact;
    system.model = report.entity.model;
    system.serial = report.entity.serial;
    system.uptime = double(report.system.upTime) / hundredths;
    return system;
}

/// How a device calls the port its ifIndex stands for.
QString portName(const sources::SnmpReport &report, quint32 index)
{
    const auto found =
        std::find_if(report.interfaces.begin(), report.interfaces.end(),
                     [index](const sources::SnmpInterface &each) { return each.index == index; });
    return found == report.interfaces.end() ? QString::number(index) : found->name;
}

/// The port that LLDP means: its number is an ifIndex on most devices, and where it is not its id says which.
QString portOfLldp(const sources::SnmpReport &report, const sources::SnmpNeighbour &neighbour)
{
    const auto named = std::find_if(
        report.interfaces.begin(), report.interfaces.end(), [&](const sources::SnmpInterface &each) {
            return !neighbour.localPortId.isEmpty() &&
                   (each.name == neighbour.localPortId || each.alias == neighbour.localPortId ||
                    each.mac.toString() == neighbour.localPortId);
        });
    return named == report.interfaces.end() ? portName(report, neighbour.localPort) : named->name;
}
} // namespace

Sighting sightingOf(const sources::SnmpReport &report, const core::Address &address, sources::Rates &rates,
                    std::chrono::milliseconds steady, const QDateTime &at)
{
    Sighting sighting;
    sighting.source = snmpWord;
    sighting.at = at;
    sighting.isAnswer = true;
    sighting.address = address;
    sighting.name = report.system.name;
    sighting.system = systemOf(report);
    sighting.observe(QStringLiteral("snmp.sys_description"), report.system.description);
    sighting.observe(QStringLiteral("snmp.sys_object_id"), report.system.objectId);
    if ((report.system.services & servesInternet) != 0 && report.addresses.size() > 1)
        sighting.observe(QStringLiteral("forwards"),
                         QStringLiteral("sysServices %1").arg(report.system.services));
    rates.begin(steady, report.system.upTime);
    for (const sources::SnmpInterface &each : report.interfaces) {
        sighting.interfaces << interfaceOf(each, rates);
        if (!each.mac.isNull() && !sighting.ownMacs.contains(each.mac))
            sighting.ownMacs << each.mac;
    }
    rates.end();
    for (const sources::SnmpOwnAddress &each : report.addresses)
        sighting.ownAddresses << each.address;
    return sighting;
}

core::SampleFrame frameOf(const QList<Interface> &interfaces, const QString &device, const QDateTime &at)
{
    core::SampleFrame frame{device, at, {}};
    constexpr qsizetype longestName = 64;
    int count = 0;
    for (const Interface &interface : interfaces) {
        if (interface.name.isEmpty() || interface.name.size() > longestName)
            continue;
        const auto add = [&](const char *what, std::optional<double> value) {
            if (value)
                frame.values.insert(
                    QStringLiteral("interface.%1.%2").arg(interface.name, QLatin1String(what)), *value);
        };
        const auto inBytes = [](std::optional<double> bits) {
            return bits ? std::optional(*bits / bitsPerByte) : bits;
        };
        add("rx", inBytes(interface.receiveRate));
        add("tx", inBytes(interface.sendRate));
        add("errors", interface.errorRate);
        if (++count >= mostRecorded)
            break;
    }
    return frame;
}

TestimonyOfOne testimonyOf(const sources::SnmpReport &report, const QString &device, const QDateTime &at)
{
    TestimonyOfOne out;
    for (const sources::SnmpNeighbour &neighbour : report.neighbours) {
        topology::Hearing hearing;
        hearing.by = device;
        hearing.protocol = neighbour.isCdp ? QStringLiteral("cdp") : QStringLiteral("lldp");
        hearing.port =
            neighbour.isCdp ? portName(report, neighbour.localPort) : portOfLldp(report, neighbour);
        hearing.chassis = core::MacAddress::parse(neighbour.chassisId).value_or(core::MacAddress());
        hearing.addresses = neighbour.management;
        if (const auto address = core::Address::parse(neighbour.chassisId))
            hearing.addresses << *address;
        hearing.name = neighbour.systemName;
        hearing.farPort = neighbour.portDescription.isEmpty() ? neighbour.portId : neighbour.portDescription;
        hearing.isBridge = (neighbour.capabilities & passesOn) != 0;
        hearing.at = at;
        out.hearings << hearing;
    }
    for (const sources::SnmpForwarding &each : report.forwarding) {
        if (!each.isOwn && each.interface != 0)
            out.learnings << topology::Learning{device, portName(report, each.interface), each.mac, at};
    }
    for (const sources::SnmpInterface &each : report.interfaces)
        out.ports << topology::PortState{device, each.name, double(each.speed), each.isUp};
    return out;
}

} // namespace network
