// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scannedhost.h"

#include "domain/network/portlist.h"

namespace network {

namespace {
constexpr int mostPort = 65535;
const QString scanWord = QStringLiteral("scan");
// As much as is told of a port, and kept; what answers there may say any amount.
constexpr qsizetype longestWord = 16;
constexpr qsizetype longestService = 64;
constexpr qsizetype longestText = 256;

KnownPort portOf(const scan::Port &port)
{
    KnownPort known;
    known.port = port.number;
    known.protocol = port.protocol.left(longestWord);
    known.state = port.state.left(longestWord);
    known.service = port.service.name.left(longestService);
    if (port.service.isProbed()) {
        known.product = port.service.product.left(longestText);
        known.version = port.service.version.left(longestText);
    }
    return known;
}

void observeServices(Sighting &sighting, const scan::Host &host)
{
    for (const scan::Port &port : host.ports) {
        if (!port.isOpen() || !port.service.isProbed())
            continue;
        sighting.observe(QStringLiteral("nmap.device_type"), port.service.deviceType);
        sighting.observe(QStringLiteral("nmap.os_type"), port.service.osType);
    }
}

void observeSystems(Sighting &sighting, const scan::Host &host)
{
    QList<scan::SystemClass> classes = host.looseClasses;
    for (const scan::SystemMatch &match : host.systems)
        classes << match.classes;
    for (const scan::SystemClass &each : std::as_const(classes)) {
        // Tabs part what no text of nmap holds: it is cleaned of them.
        sighting.observe(
            QStringLiteral("nmap.os_class"),
            QStringList{each.type, each.vendor, each.family, each.generation, QString::number(each.accuracy)}
                .join(u'\t'));
    }
}

const core::Address *mainAddress(const scan::Host &host)
{
    return host.addresses.isEmpty() ? nullptr : &host.addresses.first();
}
} // namespace

Sighting sightingOf(const scan::Host &host, const QList<LookedAt> &looked, const QDateTime &at)
{
    Sighting sighting;
    sighting.source = scanWord;
    sighting.at = at;
    sighting.isAnswer = host.isUp();
    if (const core::Address *address = mainAddress(host))
        sighting.address = *address;
    if (host.hardware)
        sighting.mac = host.hardware->mac;
    sighting.looked = host.isTimedOut ? QList<LookedAt>() : looked;
    for (const scan::Port &port : host.ports) {
        if (port.isOpen())
            sighting.ports << portOf(port);
    }
    observeServices(sighting, host);
    observeSystems(sighting, host);
    return sighting;
}

ScannedDevice scannedDevice(const scan::Host &host)
{
    ScannedDevice device;
    if (const core::Address *address = mainAddress(host))
        device.address = address->toString();
    if (host.hardware)
        device.macAddress = host.hardware->mac.toString();
    if (!host.systems.isEmpty())
        device.os = host.systems.first().name.left(longestText);
    for (const scan::Port &port : host.ports) {
        if (port.isOpen())
            device.openPorts << portText(portOf(port));
    }
    return device;
}

QList<LookedAt> lookedAt(const QString &protocol, const QString &list)
{
    QList<LookedAt> out;
    const QStringList parts = list.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        bool isFirst = false;
        bool isLast = false;
        const int first = part.section(u'-', 0, 0).toInt(&isFirst);
        const int last = part.section(u'-', -1).toInt(&isLast);
        if (isFirst && isLast && first >= 0 && first <= last && last <= mostPort)
            out << LookedAt{protocol, first, last};
    }
    return out;
}

} // namespace network
