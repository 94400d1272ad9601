// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/scanruns.h"

namespace network {

using core::field;

core::Fields ScanRun::fields()
{
    return {
        field("scan_id", &ScanRun::scanId, "Which").atMost(128),
        field("scan_type", &ScanRun::scanType, "How far it goes"),
        field("target", &ScanRun::target, "Where; empty: all ticked networks").atMost(256),
        field("status", &ScanRun::status, "How it stands"),
        field("progress", &ScanRun::progress, "0–100").between(0, 100),
        field("intensity", &ScanRun::intensity, "How hard it knocks"),
        field("ports", &ScanRun::ports, "Those that were asked for, or empty").atMost(1024),
        field("started_by", &ScanRun::startedBy, "Who, or the schedule").atMost(256),
        field("started_at", &ScanRun::startedAt, "When it began"),
        field("completed_at", &ScanRun::completedAt, "When it ended"),
        field("message", &ScanRun::message, "How it goes, or how it went").atMost(1024),
        field("devices", &ScanRun::devices, "That answered"),
        field("open_ports", &ScanRun::openPorts, "Found open"),
        field("services", &ScanRun::services, "That told what they are"),
        field("seconds_left", &ScanRun::secondsLeft, "As far as can be told"),
        field("added", &ScanRun::added, "Devices the run before did not see"),
        field("removed", &ScanRun::removed, "Devices only the run before saw"),
        field("changed", &ScanRun::changed, "Devices that are not as they were then"),
        field("compared_with", &ScanRun::comparedWith, "The run before of the same type and target, or empty")
            .atMost(128),
        field("timeout", &ScanRun::timeout, "Seconds it was given"),
        field("parallel", &ScanRun::parallel, "Several devices at once"),
        field("include_os", &ScanRun::includeOs, "Operating systems were to be guessed")};
}

core::Fields ListScans::Reply::fields() { return {field("scans", &Reply::scans, "Newest first")}; }

core::Fields ListScans::fields()
{
    return {field("before", &ListScans::before, "Only those before this one").atMost(128).defaulted(),
            field("limit", &ListScans::limit, "At most so many").between(1, 1000).defaulted()};
}

core::Fields ScannedDevice::fields()
{
    return {field("device_id", &ScannedDevice::deviceId, "The device it is").atMost(128),
            field("address", &ScannedDevice::address, "Where").atMost(64),
            field("mac_address", &ScannedDevice::macAddress, "Or empty").atMost(32),
            field("display_name", &ScannedDevice::displayName, "What it is called").atMost(256),
            field("os", &ScannedDevice::os, "Operating system, or empty").atMost(256),
            field("open_ports", &ScannedDevice::openPorts, "As 80/tcp http nginx 1.22")};
}

core::Fields GetScan::Reply::fields()
{
    return {field("scan", &Reply::scan, "The run"),
            field("devices", &Reply::devices, "What it found, by address")};
}

core::Fields GetScan::fields() { return {field("scan_id", &GetScan::scanId, "Which").atMost(128)}; }

core::Fields ScanDifference::fields()
{
    return {
        field("letter", &ScanDifference::letter, "A added, R removed, M modified").atMost(1),
        field("device_id", &ScanDifference::deviceId, "The device it is").atMost(128),
        field("address", &ScanDifference::address, "Where").atMost(64),
        field("display_name", &ScanDifference::displayName, "What it is called").atMost(256),
        field("details", &ScanDifference::details, "As + 3389/tcp ms-wbt-server, − 23/tcp telnet, os: …")};
}

core::Fields CompareScans::Reply::fields()
{
    return {field("scan_id", &Reply::scanId, "The later one").atMost(128),
            field("with", &Reply::with, "The earlier one").atMost(128),
            field("differences", &Reply::differences, "By address"),
            field("unchanged", &Reply::unchanged, "Devices that are as they were")};
}

core::Fields CompareScans::fields()
{
    return {field("scan_id", &CompareScans::scanId, "The later one").atMost(128),
            field("with", &CompareScans::with, "The earlier one; empty: the one before of its kind")
                .atMost(128)
                .defaulted()};
}

core::Fields PreviewScan::Reply::fields()
{
    return {field("sentence", &Reply::sentence, "What will be done, in plain words").atMost(2048),
            field("commands", &Reply::commands, "What will be run").atMost(64),
            field("addresses", &Reply::addresses, "How many are asked"),
            field("ports", &Reply::ports, "How many of each"),
            field("seconds", &Reply::seconds, "About how long that takes"),
            field("missing", &Reply::missing, "What cannot be done here, and why").atMost(16)};
}

core::Fields PreviewScan::fields()
{
    return {field("scan_type", &PreviewScan::scanType, "discovery, ports, targeted or full"),
            field("target", &PreviewScan::target, "As network.scan.start takes it").atMost(256).defaulted(),
            field("options", &PreviewScan::options, "How").defaulted()};
}

core::Fields Schedule::fields()
{
    return {field("id", &Schedule::id, "Empty where it is set: a new one").atMost(64).defaulted(),
            field("display_name", &Schedule::displayName, "As people call it").atMost(128),
            field("scan_type", &Schedule::scanType, "discovery, ports, targeted or full"),
            field("target", &Schedule::target, "As network.scan.start takes it").atMost(256).defaulted(),
            field("options", &Schedule::options, "How").defaulted(),
            field("when", &Schedule::when,
                  "every 6 h, every 30 min, daily 02:00, mon,thu 02:00, or monthly 1 02:00")
                .atMost(64),
            field("enabled", &Schedule::isEnabled, "It is made").defaulted(),
            field("next_at", &Schedule::nextAt, "When it is made next; not heard where it is set"),
            field("last_scan", &Schedule::lastScan, "The last one it made; not heard where it is set")
                .atMost(128)
                .defaulted()};
}

core::Fields ListSchedules::Reply::fields() { return {field("schedules", &Reply::schedules, "By name")}; }

core::Fields ListSchedules::fields() { return {}; }

core::Fields SetSchedule::fields() { return {field("schedule", &SetSchedule::schedule, "What, and when")}; }

core::Fields RemoveSchedule::fields() { return {field("id", &RemoveSchedule::id, "Which").atMost(64)}; }

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
    run.timeout = 300;
    run.parallel = true;
    run.includeOs = false;
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
