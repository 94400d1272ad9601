// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scandiff.h"

#include "core/address.h"

#include <QMap>

#include <algorithm>

namespace network {

namespace {
/// One device is itself wherever it is; what is no device is its address.
QString keyOf(const ScannedDevice &device)
{
    return device.deviceId.isEmpty() ? device.address : device.deviceId;
}

/// "80/tcp" → what listens there.
QMap<QString, QString> portsOf(const ScannedDevice &device)
{
    QMap<QString, QString> ports;
    for (const QString &each : device.openPorts)
        ports.insert(each.section(u' ', 0, 0), each.section(u' ', 1));
    return ports;
}

QString withService(const QString &port, const QString &service)
{
    return service.isEmpty() ? port : port + u' ' + service;
}

QStringList portDetails(const ScannedDevice &before, const ScannedDevice &after,
                        const std::function<bool(const QString &)> &looked)
{
    const QMap<QString, QString> former = portsOf(before);
    const QMap<QString, QString> now = portsOf(after);
    QStringList details;
    for (auto port = now.begin(); port != now.end(); ++port) {
        const auto was = former.constFind(port.key());
        if (was == former.constEnd()) {
            if (looked(port.key()))
                details << QStringLiteral("+ ") + withService(port.key(), *port);
        } else if (*was != *port && !was->isEmpty() && !port->isEmpty()) {
            details << QStringLiteral("%1: %2 → %3").arg(port.key(), *was, *port);
        }
    }
    for (auto port = former.begin(); port != former.end(); ++port) {
        if (!now.contains(port.key()) && looked(port.key()))
            details << QStringLiteral("− ") + withService(port.key(), *port);
    }
    return details;
}

QStringList details(const ScannedDevice &before, const ScannedDevice &after,
                    const std::function<bool(const QString &)> &looked)
{
    QStringList out = portDetails(before, after, looked);
    const auto note = [&](const char *what, const QString &was, const QString &is) {
        if (was != is && !was.isEmpty() && !is.isEmpty())
            out << QStringLiteral("%1: %2 → %3").arg(QLatin1String(what), was, is);
    };
    note("address", before.address, after.address);
    note("mac", before.macAddress, after.macAddress);
    note("os", before.os, after.os);
    return out;
}
} // namespace

CompareScans::Reply compareScans(const QList<ScannedDevice> &before, const QList<ScannedDevice> &after,
                                 const std::function<bool(const QString &)> &looked)
{
    QHash<QString, const ScannedDevice *> former;
    for (const ScannedDevice &each : before)
        former.insert(keyOf(each), &each);
    CompareScans::Reply reply;
    for (const ScannedDevice &each : after) {
        const ScannedDevice *was = former.take(keyOf(each));
        if (was == nullptr) {
            reply.differences << ScanDifference{QStringLiteral("A"), each.deviceId, each.address,
                                                each.displayName, each.openPorts};
            continue;
        }
        const QStringList changed = details(*was, each, looked);
        if (changed.isEmpty())
            ++reply.unchanged;
        else
            reply.differences << ScanDifference{QStringLiteral("M"), each.deviceId, each.address,
                                                each.displayName, changed};
    }
    for (const ScannedDevice *gone : std::as_const(former))
        reply.differences << ScanDifference{
            QStringLiteral("R"), gone->deviceId, gone->address, gone->displayName, {}};
    std::sort(reply.differences.begin(), reply.differences.end(),
              [](const ScanDifference &a, const ScanDifference &b) {
                  const auto place = [](const ScanDifference &each) {
                      return std::pair(core::Address::parse(each.address).value_or(core::Address()),
                                       each.deviceId);
                  };
                  return place(a) < place(b);
              });
    return reply;
}

} // namespace network
