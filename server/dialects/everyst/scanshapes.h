// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scan.h"

namespace dialects::everyst {

using core::field;

/// `scan_progress`; the one at the end has `is_complete` and 100.
struct ScanProgressShape
{
    QString scanId;
    QString jobId;
    double progress = 0;
    network::ScanState status = network::ScanState::Running;
    QString message;
    int discoveredDevices = 0;
    int discoveredPorts = 0;
    int discoveredServices = 0;
    QString elapsedTime;
    bool isComplete = false;
    std::optional<QString> error;

    static constexpr auto fields()
    {
        using S = ScanProgressShape;
        return std::tuple{field("scan_id", &S::scanId, "Which"),
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
};

/// `scan_complete`.
struct ScanCompleteShape
{
    QString scanId;
    network::ScanState status = network::ScanState::Completed;
    QString message;
    int totalDevices = 0;
    int totalPorts = 0;
    int totalServices = 0;
    QString elapsedTime;
    QDateTime completedAt;

    static constexpr auto fields()
    {
        using S = ScanCompleteShape;
        return std::tuple{field("scan_id", &S::scanId, "Which"),
                          field("status", &S::status, "How it ended"),
                          field("message", &S::message, "That, in words"),
                          field("total_devices", &S::totalDevices, "Found"),
                          field("total_ports", &S::totalPorts, "Found"),
                          field("total_services", &S::totalServices, "Found"),
                          field("elapsed_time", &S::elapsedTime, "As \"1m 23s\""),
                          field("completed_at", &S::completedAt, "When it ended")};
    }
};

/// `start_network_scan`: the document's parameters, and those of Everyst's own client.
struct ScanRequest
{
    QString scanType;
    std::optional<QString> target;
    network::ScanOptions options;
    std::optional<QString> ipRange;
    std::optional<QString> targetDeviceId;
    std::optional<bool> includePorts;
    std::optional<bool> includeOsDetection;
    std::optional<double> timeout;

    static constexpr auto fields()
    {
        using S = ScanRequest;
        return std::tuple{
            field("scan_type", &S::scanType, "discovery, full, targeted, ports; or BASIC, INTENSE, FULL"),
            field("target", &S::target, "Address or network; absent: the ticked ones").atMost(256),
            field("options", &S::options, "How").defaulted(),
            field("ip_range", &S::ipRange, "As target").atMost(256),
            field("target_device_id", &S::targetDeviceId, "A device instead of an address").atMost(128),
            field("include_ports", &S::includePorts, "Ports of the devices too"),
            field("include_os_detection", &S::includeOsDetection, "Guess operating systems"),
            field("timeout", &S::timeout, "As options.timeout, seconds").between(1, 86400)};
    }
};

/// `start_network_scan` as it is answered.
struct ScanStarted
{
    struct Scan
    {
        QString id;
        QDateTime timestamp;
        QString status = QStringLiteral("in-progress");
        int discoveredDevices = 0;
        double duration = 0;
        bool isStale = false;

        static constexpr auto fields()
        {
            return std::tuple{field("id", &Scan::id, "As scan_id"),
                              field("timestamp", &Scan::timestamp, "When it began"),
                              field("status", &Scan::status, "in-progress"),
                              field("discoveredDevices", &Scan::discoveredDevices, "None yet"),
                              field("duration", &Scan::duration, "Seconds so far"),
                              field("isStale", &Scan::isStale, "Never at the start")};
        }
    };

    QString scanId;
    QString jobId;
    QString message;
    Scan scan;

    static constexpr auto fields()
    {
        return std::tuple{field("scan_id", &ScanStarted::scanId, "To ask for it and to cancel it"),
                          field("job_id", &ScanStarted::jobId, "As scan_id"),
                          field("message", &ScanStarted::message, "For people"),
                          field("scan", &ScanStarted::scan, "As Everyst's own client reads it")};
    }
};

/// A word that names a scan: `scan_id`, or `job_id` in Everyst's own client.
struct ScanNamed
{
    std::optional<QString> scanId;
    std::optional<QString> jobId;

    static constexpr auto fields()
    {
        return std::tuple{field("scan_id", &ScanNamed::scanId, "Which").atMost(128),
                          field("job_id", &ScanNamed::jobId, "As scan_id").atMost(128)};
    }
};

/// A scan as `get_network_scan_status` lists it.
struct ScanShape
{
    QString scanId;
    network::ScanType scanType = network::ScanType::Discovery;
    QString target;
    network::ScanState status = network::ScanState::Running;
    double progress = 0;
    QDateTime startedAt;
    std::optional<QDateTime> completedAt;
    QString message;
    std::optional<QString> resultSummary;

    static constexpr auto fields()
    {
        using S = ScanShape;
        return std::tuple{field("scan_id", &S::scanId, "Which"),
                          field("scan_type", &S::scanType, "How far it goes"),
                          field("target", &S::target, "What is scanned"),
                          field("status", &S::status, "How it stands"),
                          field("progress", &S::progress, "0–100"),
                          field("started_at", &S::startedAt, "When it began"),
                          field("completed_at", &S::completedAt, "When it ended"),
                          field("message", &S::message, "That, in words"),
                          field("result_summary", &S::resultSummary, "What came of it, once it ended")};
    }
};

/// `get_network_scan_status` as it is answered: the document's lists, and what Everyst's own client reads.
struct ScansShape
{
    QList<ScanShape> activeScans;
    QList<ScanShape> completedScans;
    std::optional<ScanShape> activeScan;
    std::optional<ScanShape> latestScan;
    bool isScanActive = false;

    static constexpr auto fields()
    {
        return std::tuple{
            field("active_scans", &ScansShape::activeScans, "Running now"),
            field("completed_scans", &ScansShape::completedScans, "Newest first"),
            field("active_scan", &ScansShape::activeScan, "The one that runs; null: none").nullable(),
            field("latest_scan", &ScansShape::latestScan, "The newest that ended; null: none").nullable(),
            field("is_scan_active", &ScansShape::isScanActive, "One runs now")};
    }
};

} // namespace dialects::everyst
