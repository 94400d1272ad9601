// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/inventory.h"

namespace network {

void declareInventory(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Entry device;
    device.id = QStringLiteral("d-7c");
    device.name = QStringLiteral("printer-4");
    device.deviceType = QStringLiteral("printer");
    device.typeConfidence = 0.97;
    device.state = State::Up;
    device.stateSince = time;
    device.addresses = {QStringLiteral("192.168.1.40")};
    device.macAddress = QStringLiteral("00:11:22:33:44:55");
    device.vendor = QStringLiteral("Example Corp.");
    device.hostname = QStringLiteral("printer-4.example.org");
    device.subnet = QStringLiteral("192.168.1.0/24");
    device.departmentId = QStringLiteral("dept123");
    device.firstSeen = time.addDays(-30);
    device.lastSeen = time;
    device.openPorts = 3;
    device.latency = 0.4;
    device.loss = 0.0;
    const QStringList ids{device.id};
    catalog.event<DeviceChanged>({.priority = 3}, {device});
    catalog.event<DeviceRemoved>({.priority = 3}, {QStringLiteral("d-8"), device.id});
    ListDevices filter;
    filter.search = QStringLiteral("printer");
    catalog.command<ListDevices>(core::roles::viewers, filter, {{device}, QString(), 1});
    SetDevices set;
    set.ids = ids;
    set.owner = QStringLiteral("Dana");
    set.standing = Standing::Approved;
    catalog.command<SetDevices>(core::roles::operators, set, {1});
    catalog.command<AddDevice>(core::roles::operators,
                               {QStringLiteral("192.168.1.40"), QStringLiteral("printer-4")}, {device.id});
    catalog.command<ForgetDevices>(core::roles::operators, {ids}, {1});
    catalog.command<MergeDevices>(core::roles::operators, {device.id, {QStringLiteral("d-8")}}, {});
}

} // namespace network
