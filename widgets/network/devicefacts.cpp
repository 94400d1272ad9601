// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/devicefacts.h"

#include "kit/format.h"
#include "network/compose.h"

#include <QCoreApplication>

namespace network {

namespace {
struct FactWords
{
    Q_DECLARE_TR_FUNCTIONS(network::FactWords)
};

QString stateLine(const Entry &device, const QDateTime &now)
{
    if (!device.stateSince)
        return stateTitle(device);
    return network::FactWords::tr("%1 for %2")
        .arg(stateTitle(device), kit::format::duration(device.stateSince->msecsTo(now)));
}
} // namespace

client::Facts factsOf(const Entry &device, const QDateTime &now)
{
    client::Facts facts{typeTitle(device.deviceType), nameOf(device), {}};
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.rows << client::Fact{name, value};
    };
    const qint64 nowMs = now.toMSecsSinceEpoch();
    add(network::FactWords::tr("State"), stateLine(device, now));
    add(network::FactWords::tr("Type"), typeTitle(device.deviceType));
    QStringList addresses;
    for (const QString &address : device.addresses.mid(0, 8))
        addresses << plainLine(address);
    add(network::FactWords::tr("Address"), addresses.join(QStringLiteral(", ")));
    add(network::FactWords::tr("MAC"), plainLine(device.macAddress));
    add(network::FactWords::tr("Vendor"), plainLine(device.vendor, 128));
    add(network::FactWords::tr("System"), plainLine(device.os, 128));
    add(network::FactWords::tr("Hostname"), plainLine(device.hostname, 128));
    if (device.latency)
        add(network::FactWords::tr("There and back"),
            kit::format::withUnit(kit::format::number(*device.latency), network::FactWords::tr("ms")));
    add(network::FactWords::tr("Open ports"), kit::format::count(device.openPorts));
    add(network::FactWords::tr("Network"), plainLine(device.subnet));
    add(network::FactWords::tr("Owner"), plainLine(device.owner, 128));
    if (device.lastSeen)
        add(network::FactWords::tr("Last seen"),
            kit::format::ago(device.lastSeen->toMSecsSinceEpoch(), nowMs));
    add(network::FactWords::tr("First seen"), kit::format::ago(device.firstSeen.toMSecsSinceEpoch(), nowMs));
    add(network::FactWords::tr("Notes"), plainLine(device.notes, 512));
    return facts;
}

} // namespace network
