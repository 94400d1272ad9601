// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/everyst/scans.h"

#include "dialects/everyst/scanshapes.h"
#include "dialects/everyst/text.h"

namespace dialects::everyst {

namespace {
ScanProgressShape progressShape(const network::ScanProgress &scan)
{
    return {scan.scanId,
            scan.scanId,
            scan.progress,
            scan.status,
            scan.message,
            scan.discoveredDevices,
            scan.discoveredPorts,
            scan.discoveredServices,
            elapsedText(scan.elapsed),
            scan.status != network::ScanState::Running,
            std::nullopt};
}

/// Everyst's own client takes 100 for the end, whichever end it was.
ScanProgressShape lastProgress(const network::ScanCompleted &scan)
{
    constexpr double all = 100;
    const bool isFailed =
        scan.status == network::ScanState::Failed || scan.status == network::ScanState::TimedOut;
    return {scan.scanId,
            scan.scanId,
            all,
            scan.status,
            scan.message,
            scan.totalDevices,
            scan.totalPorts,
            scan.totalServices,
            elapsedText(scan.elapsed),
            true,
            isFailed ? std::optional(scan.message) : std::nullopt};
}

ScanCompleteShape completeShape(const network::ScanCompleted &scan)
{
    return {scan.scanId,
            scan.status,
            scan.message,
            scan.totalDevices,
            scan.totalPorts,
            scan.totalServices,
            elapsedText(scan.elapsed),
            scan.completedAt};
}

core::Result<network::StartScan> startScan(const ScanRequest &wire)
{
    network::StartScan scan;
    scan.options = wire.options;
    if (wire.scanType == QLatin1String("BASIC")) {
        scan.scanType = network::ScanType::Ports;
        scan.options.ports = QStringLiteral("top:20");
    } else if (wire.scanType == QLatin1String("INTENSE")) {
        scan.scanType = network::ScanType::Targeted;
        scan.options.ports = QStringLiteral("top:100");
    } else if (wire.scanType == QLatin1String("FULL")) {
        scan.scanType = network::ScanType::Full;
    } else {
        const auto type = core::fromJson<network::ScanType>(wire.scanType, core::NameCase::Snake,
                                                            QStringLiteral("data.scan_type"));
        if (!type)
            return type.error();
        scan.scanType = type.value();
    }
    scan.target = wire.target.value_or(wire.ipRange.value_or(wire.targetDeviceId.value_or(QString())));
    scan.options.timeout = wire.timeout.value_or(scan.options.timeout);
    scan.options.includeOs = wire.includeOsDetection.value_or(scan.options.includeOs);
    return scan;
}

core::Result<network::CancelScan> cancelScan(const ScanNamed &wire)
{
    const auto &id = wire.scanId ? wire.scanId : wire.jobId;
    if (!id)
        return core::Error{core::ErrorCode::Invalid, QStringLiteral("data.scan_id: missing")};
    return network::CancelScan{*id};
}

ScanShape scanShape(const network::Scan &scan)
{
    // Its pages show what is there, and know no word for everything.
    return {scan.scanId,
            scan.scanType,
            scan.target.isEmpty() ? QStringLiteral("All ticked networks") : scan.target,
            scan.status,
            scan.progress,
            scan.startedAt,
            scan.completedAt,
            scan.message,
            scan.completedAt ? std::optional(scan.message) : std::nullopt};
}

ScansShape scansShape(const network::ScanStatus::Reply &reply)
{
    ScansShape shape;
    for (const network::Scan &scan : reply.activeScans)
        shape.activeScans << scanShape(scan);
    for (const network::Scan &scan : reply.completedScans)
        shape.completedScans << scanShape(scan);
    if (!shape.activeScans.isEmpty())
        shape.activeScan = shape.activeScans.first();
    if (!shape.completedScans.isEmpty())
        shape.latestScan = shape.completedScans.first();
    shape.isScanActive = !shape.activeScans.isEmpty();
    return shape;
}
} // namespace

void addScanWords(Vocabulary &words)
{
    words.speak<network::ScanProgress>("scan_progress", progressShape);
    words.speak<network::ScanCompleted>("scan_progress", lastProgress);
    words.speak<network::ScanCompleted>("scan_complete", completeShape);
    words.hear<network::StartScan, ScanRequest>(
        "start_network_scan", startScan, [](const network::StartScan::Reply &reply) {
            return ScanStarted{reply.scanId, reply.scanId, reply.message, {reply.scanId, reply.startedAt}};
        });
    words.hear<network::CancelScan, ScanNamed>("cancel_network_scan", cancelScan, [](const identity::Done &) {
        return Said{QStringLiteral("Scan cancelled")};
    });
    for (const char *word : {"get_network_scan_status", "check_scan_status"}) {
        words.hear<network::ScanStatus, ScanNamed>(
            word,
            [](const ScanNamed &wire) { return network::ScanStatus{wire.scanId ? wire.scanId : wire.jobId}; },
            scansShape);
    }
}

} // namespace dialects::everyst
