// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scan.h"

namespace dialects::everyst {

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

    static core::Fields fields();
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

    static core::Fields fields();
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

    static core::Fields fields();
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

        static core::Fields fields();
    };

    QString scanId;
    QString jobId;
    QString message;
    Scan scan;

    static core::Fields fields();
};

/// A word that names a scan: `scan_id`, or `job_id` in Everyst's own client.
struct ScanNamed
{
    std::optional<QString> scanId;
    std::optional<QString> jobId;

    static core::Fields fields();
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

    static core::Fields fields();
};

/// `get_network_scan_status` as it is answered: the document's lists, and what Everyst's own client reads.
struct ScansShape
{
    QList<ScanShape> activeScans;
    QList<ScanShape> completedScans;
    std::optional<ScanShape> activeScan;
    std::optional<ScanShape> latestScan;
    bool isScanActive = false;

    static core::Fields fields();
};

} // namespace dialects::everyst
