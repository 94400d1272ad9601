// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/scan.h"

namespace network {

using core::field;

core::Fields ScanProgress::fields()
{
    return {field("scan_id", &ScanProgress::scanId, "Which").atMost(128),
            field("scan_type", &ScanProgress::scanType, "How far it goes"),
            field("target", &ScanProgress::target, "Where; empty: all ticked networks").atMost(256),
            field("status", &ScanProgress::status, "How it stands"),
            field("progress", &ScanProgress::progress, "0–100").between(0, 100),
            field("message", &ScanProgress::message, "That, in words").atMost(1024),
            field("discovered_devices", &ScanProgress::discoveredDevices, "Found so far"),
            field("discovered_ports", &ScanProgress::discoveredPorts, "Found so far"),
            field("discovered_services", &ScanProgress::discoveredServices, "Found so far"),
            field("elapsed", &ScanProgress::elapsed, "Seconds since it began")};
}

core::Fields ScanCompleted::fields()
{
    return {field("scan_id", &ScanCompleted::scanId, "Which").atMost(128),
            field("scan_type", &ScanCompleted::scanType, "How far it went"),
            field("target", &ScanCompleted::target, "Where; empty: all ticked networks").atMost(256),
            field("status", &ScanCompleted::status, "How it ended"),
            field("message", &ScanCompleted::message, "That, in words").atMost(1024),
            field("total_devices", &ScanCompleted::totalDevices, "Found"),
            field("total_ports", &ScanCompleted::totalPorts, "Found"),
            field("total_services", &ScanCompleted::totalServices, "Found"),
            field("elapsed", &ScanCompleted::elapsed, "Seconds it took"),
            field("completed_at", &ScanCompleted::completedAt, "When it ended"),
            field("agent_id", &ScanCompleted::agentId, "The agent that scanned").atMost(128)};
}

core::Fields ScanOptions::fields()
{
    return {field("timeout", &ScanOptions::timeout, "Seconds").between(1, 86400).defaulted(),
            field("parallel", &ScanOptions::parallel, "Several devices at once").defaulted(),
            field("ports", &ScanOptions::ports, "As 22,80,8000-8100; empty: the usual ones")
                .atMost(1024)
                .defaulted(),
            field("scan_intensity", &ScanOptions::scanIntensity, "light, normal or aggressive").defaulted(),
            field("include_os", &ScanOptions::includeOs, "Guess operating systems").defaulted()};
}

core::Fields StartScan::Reply::fields()
{
    return {field("scan_id", &Reply::scanId, "To ask for it and to cancel it"),
            field("message", &Reply::message, "For people"), field("started_at", &Reply::startedAt, "When")};
}

core::Fields StartScan::fields()
{
    return {field("scan_type", &StartScan::scanType, "discovery, ports, targeted or full"),
            field("target", &StartScan::target, "Address or network; empty: the ticked ones")
                .atMost(256)
                .defaulted(),
            field("options", &StartScan::options, "How").defaulted()};
}

core::Fields CancelScan::fields() { return {field("scan_id", &CancelScan::scanId, "Which").atMost(128)}; }

core::Fields Scan::fields()
{
    return {field("scan_id", &Scan::scanId, "Which"),
            field("scan_type", &Scan::scanType, "How far it goes"),
            field("target", &Scan::target, "Where; empty: all ticked networks"),
            field("status", &Scan::status, "How it stands"),
            field("progress", &Scan::progress, "0–100"),
            field("started_at", &Scan::startedAt, "When it began"),
            field("completed_at", &Scan::completedAt, "When it ended"),
            field("message", &Scan::message, "That, in words")};
}

core::Fields ScanStatus::Reply::fields()
{
    return {field("active_scans", &Reply::activeScans, "Running now"),
            field("completed_scans", &Reply::completedScans, "Newest first")};
}

core::Fields ScanStatus::fields()
{
    return {field("scan_id", &ScanStatus::scanId, "Only this one").atMost(128)};
}

void declareScans(core::Catalog &catalog)
{
    constexpr std::chrono::days kept{730};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString id = QStringLiteral("s-12");
    const QString target = QStringLiteral("192.168.1.0/24");
    const QString scanner = QStringLiteral("scanner");
    const QString found = QStringLiteral("12 devices answer.");
    const Scan running{id, ScanType::Discovery, target, ScanState::Running, 40.0, time, std::nullopt, found};
    const Scan ended{QStringLiteral("s-11"), ScanType::Discovery, QString(), ScanState::Completed, 100.0,
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
