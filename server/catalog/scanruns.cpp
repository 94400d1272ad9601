// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/scanruns.h"

namespace network {

void declareScanRuns(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString device = QStringLiteral("d-7c");
    const QString address = QStringLiteral("192.168.1.40");
    const QString printer = QStringLiteral("printer-4");
    ScanRun run;
    run.scanId = QStringLiteral("s-12");
    run.scanType = ScanType::Ports;
    run.target = QStringLiteral("192.168.1.0/24");
    run.status = ScanState::Completed;
    run.progress = 100;
    run.ports = QStringLiteral("22,80,443");
    run.startedBy = QStringLiteral("dana");
    run.startedAt = time.addSecs(-83);
    run.completedAt = time;
    run.message = QStringLiteral("12 devices answer, 31 ports are open.");
    run.devices = 12;
    run.openPorts = 31;
    run.added = 1;
    run.comparedWith = QStringLiteral("s-11");
    catalog.command<ListScans>(core::roles::viewers, {QString(), 20}, {{run}});
    catalog.command<GetScan>(core::roles::viewers, {run.scanId},
                             {run,
                              {{device,
                                address,
                                QStringLiteral("00:11:22:33:44:55"),
                                printer,
                                QStringLiteral("Linux"),
                                {QStringLiteral("80/tcp http nginx 1.22")}}}});
    catalog.command<CompareScans>(
        core::roles::viewers, {run.scanId, run.comparedWith},
        {run.scanId,
         run.comparedWith,
         {{QStringLiteral("M"), device, address, printer, {QStringLiteral("+ 80/tcp http")}}},
         11});
    PreviewScan preview;
    preview.scanType = ScanType::Ports;
    preview.target = run.target;
    catalog.command<PreviewScan>(core::roles::operators, preview,
                                 {QStringLiteral("Asks 256 addresses for 3 ports each."),
                                  {QStringLiteral("nmap -sT -p 22,80,443 -- 192.168.1.0/24")},
                                  256,
                                  3,
                                  40,
                                  {}});
    Schedule schedule;
    schedule.id = QStringLiteral("n-1");
    schedule.displayName = QStringLiteral("Every night");
    schedule.target = run.target;
    schedule.when = QStringLiteral("daily 02:00");
    schedule.nextAt = time.addSecs(3600);
    catalog.command<ListSchedules>(core::roles::viewers, {}, {{schedule}});
    catalog.command<SetSchedule>(core::roles::operators, {schedule}, schedule);
    catalog.command<RemoveSchedule>(core::roles::operators, {schedule.id}, {});
}

} // namespace network
