// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/network.h"

namespace network {

void declare(core::Catalog &catalog)
{
    constexpr std::chrono::days kept{730};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString id = QStringLiteral("d-7c");
    const Device device{id,
                        QStringLiteral("printer-4"),
                        QStringLiteral("192.168.1.40"),
                        QStringLiteral("00:11:22:33:44:55"),
                        QStringLiteral("printer"),
                        true,
                        {QStringLiteral("Example Corp."),
                         QStringLiteral("printer-4.example.org"),
                         QStringLiteral("Linux"),
                         time,
                         {{631, QStringLiteral("tcp"), QStringLiteral("ipp"), QStringLiteral("open")}},
                         QStringLiteral("printer")},
                        QStringLiteral("dept123")};
    catalog.event<DeviceDiscovered>({.priority = 5, .retention = kept, .publishers = core::roles::agents},
                                    {device});
    catalog.event<DeviceStatusChanged>({.priority = 5, .retention = kept, .publishers = core::roles::agents},
                                       {id, false, time, QStringLiteral("offline"), std::nullopt});
    catalog.event<DeviceConfigured>(
        {.priority = 5, .retention = kept, .publishers = core::roles::agents},
        {id, {{QStringLiteral("os"), QStringLiteral("Linux 5"), QStringLiteral("Linux 6")}}, time});
    catalog.event<DeviceFailed>(
        {.priority = 8, .retention = kept, .publishers = core::roles::agents},
        {id, QStringLiteral("paper_jam"), QStringLiteral("The printer reports a paper jam."), time});
    Map filter;
    filter.subnet = QStringLiteral("192.168.1.0/24");
    catalog.command<Map>(
        core::roles::viewers, filter,
        {{device},
         {{QStringLiteral("c-1"), QStringLiteral("d-1"), id, QStringLiteral("wired"), 1.0, true}},
         false,
         time});
}

} // namespace network
