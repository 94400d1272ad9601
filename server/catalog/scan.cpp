// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/scan.h"

namespace network {

void declareScans(core::Catalog &catalog)
{
    constexpr std::chrono::days kept{730};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString id = QStringLiteral("s-12");
    const QString target = QStringLiteral("192.168.1.0/24");
    const QString scanner = QStringLiteral("scanner");
    const QString found = QStringLiteral("12 devices answer.");
    const Scan running{id, ScanType::Discovery, target, ScanState::Running, 40.0, time, std::nullopt, found};
    const Scan ended{QStringLiteral("s-11"), ScanType::Discovery, target, ScanState::Completed, 100.0,
                     time.addSecs(-3600),    time.addSecs(-3598), found};
    catalog.event<ScanProgress>(
        {.priority = 3, .publishers = core::roles::agents},
        {id, ScanType::Discovery, target, ScanState::Running, 40.0, found, 12, 0, 0, 1.5});
    catalog.event<ScanCompleted>(
        {.priority = 5, .retention = kept, .publishers = core::roles::agents},
        {id, ScanType::Discovery, target, ScanState::Completed, found, 12, 0, 0, 83.0, time, scanner});
    catalog.command<StartScan>(core::roles::operators,
                               {ScanType::Ports,
                                QStringLiteral("192.168.1.40"),
                                {60.0, true, QStringLiteral("22,80,443"), Intensity::Normal, false}},
                               {id, QStringLiteral("Network scan started successfully"), time});
    catalog.command<CancelScan>(core::roles::operators, {id}, {});
    catalog.command<ScanStatus>(core::roles::viewers, {id}, {{running}, {ended}});
}

} // namespace network
