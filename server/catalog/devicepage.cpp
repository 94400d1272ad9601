// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/devicepage.h"

namespace network {

void declareDevicePage(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Entry device;
    device.id = QStringLiteral("d-7c");
    device.name = QStringLiteral("printer-4");
    device.deviceType = QStringLiteral("printer");
    device.firstSeen = time.addDays(-30);
    catalog.command<GetDevice>(
        core::roles::viewers, {device.id},
        {device,
         {{QStringLiteral("192.168.1.40"), time.addDays(-30), time, true}},
         {{device.name, QStringLiteral("dns"), time}},
         {{631, QStringLiteral("tcp"), QStringLiteral("open"), QStringLiteral("ipp"), QStringLiteral("CUPS"),
           QStringLiteral("2.4"), time.addDays(-30), time}},
         {{QStringLiteral("ports"), QStringLiteral("9100, 515"), QStringLiteral("printer"), 2.0}},
         SystemFacts{device.name, QStringLiteral("Example Laser 4"), QStringLiteral("Room 12"), QString(),
                     QStringLiteral("Laser 4"), QStringLiteral("X1"), 86400.0},
         {{1, QStringLiteral("eth0"), QString(), QStringLiteral("00:11:22:33:44:55"), 1e9, true, true, 1200.0,
           800.0, 0.0}}});
    DeviceHistory history;
    history.id = device.id;
    history.kinds = {QStringLiteral("port")};
    catalog.command<DeviceHistory>(core::roles::viewers, history,
                                   {{{17, device.id, time, QStringLiteral("port"), QString(),
                                      QStringLiteral("631/tcp ipp"), QStringLiteral("scan")}}});
    catalog.command<DevicePresence>(core::roles::viewers, {device.id, time.addSecs(-7200), time, 2},
                                    {{QStringLiteral("up"), QStringLiteral("down")}, 0.75});
}

} // namespace network
