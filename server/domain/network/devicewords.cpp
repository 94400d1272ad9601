// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/devicewords.h"

namespace network {

Device contractDevice(const Known &known)
{
    const Entry &entry = known.entry;
    Device device;
    device.id = entry.id;
    device.label = entry.name;
    device.ipAddress = entry.addresses.isEmpty() ? QString() : entry.addresses.first();
    device.macAddress = entry.macAddress;
    device.deviceType = entry.deviceType;
    device.isOnline = entry.state == State::Up;
    device.details.vendor = entry.vendor;
    device.details.hostname = entry.hostname;
    device.details.os = entry.os;
    device.details.lastSeen = entry.lastSeen.value_or(entry.firstSeen);
    for (const KnownPort &port : known.ports)
        device.details.ports << Port{port.port, port.protocol, port.service, port.state};
    device.details.icon = entry.deviceType;
    if (!entry.departmentId.isEmpty())
        device.departmentId = entry.departmentId;
    return device;
}

} // namespace network
