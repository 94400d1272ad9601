// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/everyst/scanshapes.h"

namespace dialects::everyst {

using core::field;

core::Fields ScanProgressShape::fields()
{
    using S = ScanProgressShape;
    return {field("scan_id", &S::scanId, "Which"),
            field("job_id", &S::jobId, "As scan_id"),
            field("progress", &S::progress, "0–100"),
            field("status", &S::status, "How it stands"),
            field("message", &S::message, "That, in words"),
            field("discovered_devices", &S::discoveredDevices, "Found so far"),
            field("discovered_ports", &S::discoveredPorts, "Found so far"),
            field("discovered_services", &S::discoveredServices, "Found so far"),
            field("elapsed_time", &S::elapsedTime, "As \"1m 23s\""),
            field("is_complete", &S::isComplete, "It is over"),
            field("error", &S::error, "Why it failed, when it did")};
}

core::Fields ScanCompleteShape::fields()
{
    using S = ScanCompleteShape;
    return {field("scan_id", &S::scanId, "Which"),
            field("status", &S::status, "How it ended"),
            field("message", &S::message, "That, in words"),
            field("total_devices", &S::totalDevices, "Found"),
            field("total_ports", &S::totalPorts, "Found"),
            field("total_services", &S::totalServices, "Found"),
            field("elapsed_time", &S::elapsedTime, "As \"1m 23s\""),
            field("completed_at", &S::completedAt, "When it ended")};
}

core::Fields ScanRequest::fields()
{
    using S = ScanRequest;
    return {field("scan_type", &S::scanType, "discovery, full, targeted, ports; or BASIC, INTENSE, FULL"),
            field("target", &S::target, "Address or network; absent: the ticked ones").atMost(256),
            field("options", &S::options, "How").defaulted(),
            field("ip_range", &S::ipRange, "As target").atMost(256),
            field("target_device_id", &S::targetDeviceId, "A device instead of an address").atMost(128),
            field("include_ports", &S::includePorts, "Ports of the devices too"),
            field("include_os_detection", &S::includeOsDetection, "Guess operating systems"),
            field("timeout", &S::timeout, "As options.timeout, seconds").between(1, 86400)};
}

core::Fields ScanStarted::Scan::fields()
{
    return {field("id", &Scan::id, "As scan_id"),
            field("timestamp", &Scan::timestamp, "When it began"),
            field("status", &Scan::status, "in-progress"),
            field("discoveredDevices", &Scan::discoveredDevices, "None yet"),
            field("duration", &Scan::duration, "Seconds so far"),
            field("isStale", &Scan::isStale, "Never at the start")};
}

core::Fields ScanStarted::fields()
{
    return {field("scan_id", &ScanStarted::scanId, "To ask for it and to cancel it"),
            field("job_id", &ScanStarted::jobId, "As scan_id"),
            field("message", &ScanStarted::message, "For people"),
            field("scan", &ScanStarted::scan, "As Everyst's own client reads it")};
}

core::Fields ScanNamed::fields()
{
    return {field("scan_id", &ScanNamed::scanId, "Which").atMost(128),
            field("job_id", &ScanNamed::jobId, "As scan_id").atMost(128)};
}

core::Fields ScanShape::fields()
{
    using S = ScanShape;
    return {field("scan_id", &S::scanId, "Which"),
            field("scan_type", &S::scanType, "How far it goes"),
            field("target", &S::target, "What is scanned"),
            field("status", &S::status, "How it stands"),
            field("progress", &S::progress, "0–100"),
            field("started_at", &S::startedAt, "When it began"),
            field("completed_at", &S::completedAt, "When it ended"),
            field("message", &S::message, "That, in words"),
            field("result_summary", &S::resultSummary, "What came of it, once it ended")};
}

core::Fields ScansShape::fields()
{
    return {field("active_scans", &ScansShape::activeScans, "Running now"),
            field("completed_scans", &ScansShape::completedScans, "Newest first"),
            field("active_scan", &ScansShape::activeScan, "The one that runs; null: none").nullable(),
            field("latest_scan", &ScansShape::latestScan, "The newest that ended; null: none").nullable(),
            field("is_scan_active", &ScansShape::isScanActive, "One runs now")};
}

} // namespace dialects::everyst
