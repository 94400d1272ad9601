// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/judge.h"

#include "domain/network/evidence/judgement.h"

#include <algorithm>

namespace network {

namespace {
/// Type, vendor, family, generation and accuracy, divided by tabs.
void addOsClass(DeviceClues &clues, const QString &value)
{
    const QStringList parts = value.split(u'\t');
    if (parts.size() == 5)
        clues.osClasses << DeviceClues::OsClass{parts.at(0), parts.at(1), parts.at(2), parts.at(3),
                                                parts.at(4).toInt()};
}

/// What the devices let slip, as the interpreter wants it. Kinds of observations are the keys of the
/// fingerprints, and these of our own.
void addObservation(DeviceClues &clues, const Observation &each)
{
    if (each.kind == QLatin1String("snmp.sys_object_id"))
        clues.sysObjectId = each.value;
    else if (each.kind == QLatin1String("snmp.sys_description"))
        clues.sysDescr = each.value.toUtf8();
    else if (each.kind == QLatin1String("mdns.service"))
        clues.mdns << DeviceClues::Mdns{each.value, {}};
    else if (each.kind == QLatin1String("upnp.type"))
        clues.upnpTypes << each.value;
    else if (each.kind == QLatin1String("nmap.os_class"))
        addOsClass(clues, each.value);
    else if (each.kind == QLatin1String("nmap.device_type"))
        clues.services << DeviceClues::Service{{}, {}, {}, each.value, {}, {}, 0};
    else if (each.kind == QLatin1String("nmap.os_type"))
        clues.services << DeviceClues::Service{{}, {}, {}, {}, each.value, {}, 0};
    else if (each.kind == QLatin1String("forwards"))
        clues.forwards = true;
    else
        clues.banners << DeviceClues::Banner{each.kind.toUtf8(), each.value.toUtf8(), 0};
}

DeviceClues cluesOf(const Known &device)
{
    DeviceClues clues;
    clues.mac = core::MacAddress::parse(device.entry.macAddress).value_or(core::MacAddress());
    for (const KnownName &each : device.names)
        clues.hostNames << each.name;
    for (const KnownPort &port : device.ports) {
        if (port.state != QLatin1String("open"))
            continue;
        clues.openPorts << DeviceClues::Port{quint16(port.port), port.protocol == QLatin1String("udp")};
        if (!port.product.isEmpty())
            clues.services << DeviceClues::Service{port.service, port.product, port.version,      {},
                                                   {},           {},           quint16(port.port)};
    }
    for (const Observation &each : device.observations)
        addObservation(clues, each);
    return clues;
}
} // namespace

Verdict Judge::judge(const Known &device)
{
    DeviceClues clues = cluesOf(device);
    clues.isGateway = std::any_of(device.entry.addresses.begin(), device.entry.addresses.end(),
                                  [this](const QString &each) { return m_gateways.contains(each); });
    const Reading reading = m_interpreter.read(clues);
    const Judgement judgement = network::judge(reading.evidence);
    Verdict verdict;
    verdict.deviceType = wordOf(judgement.type);
    verdict.confidence = judgement.confidence;
    verdict.vendor = reading.vendor.shortName;
    verdict.os = judgement.os.isEmpty() ? judgement.osFamily : judgement.os;
    for (const Evidence &piece : judgement.evidence) {
        const bool isOfType = piece.type != DeviceType::Unknown;
        verdict.reasons << Reason{piece.source, piece.value, isOfType ? wordOf(piece.type) : QString(),
                                  isOfType ? piece.weight : piece.osWeight};
    }
    return verdict;
}

} // namespace network
