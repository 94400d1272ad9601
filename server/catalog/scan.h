// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace network {

using core::field;

/// How far a scan goes: who answers; ports of the target; ports, services and system; all of it everywhere.
enum class ScanType { Discovery, Ports, Targeted, Full };
/// How hard it knocks.
enum class Intensity { Light, Normal, Aggressive };
/// How a scan stands.
enum class ScanState { Running, Completed, Failed, Cancelled, TimedOut };

} // namespace network

template <>
struct core::Words<network::ScanType>
{
    static constexpr std::array list{"discovery", "ports", "targeted", "full"};
};
template <>
struct core::Words<network::Intensity>
{
    static constexpr std::array list{"light", "normal", "aggressive"};
};
template <>
struct core::Words<network::ScanState>
{
    static constexpr std::array list{"RUNNING", "COMPLETED", "FAILED", "CANCELLED", "TIMED_OUT"};
};

namespace network {

/// How far a running scan is.
struct ScanProgress
{
    QString scanId;
    ScanType scanType = ScanType::Discovery;
    QString target;
    ScanState status = ScanState::Running;
    double progress = 0;
    QString message;
    int discoveredDevices = 0;
    int discoveredPorts = 0;
    int discoveredServices = 0;
    double elapsed = 0;

    static constexpr auto topic = "network.scan.progress";
    static constexpr auto summary = "How far a scan is";
    static constexpr auto fields()
    {
        return std::tuple{field("scan_id", &ScanProgress::scanId, "Which").atMost(128),
                          field("scan_type", &ScanProgress::scanType, "How far it goes"),
                          field("target", &ScanProgress::target, "What is scanned").atMost(256),
                          field("status", &ScanProgress::status, "How it stands"),
                          field("progress", &ScanProgress::progress, "0–100").between(0, 100),
                          field("message", &ScanProgress::message, "That, in words").atMost(1024),
                          field("discovered_devices", &ScanProgress::discoveredDevices, "Found so far"),
                          field("discovered_ports", &ScanProgress::discoveredPorts, "Found so far"),
                          field("discovered_services", &ScanProgress::discoveredServices, "Found so far"),
                          field("elapsed", &ScanProgress::elapsed, "Seconds since it began")};
    }
};

/// A scan ended, one way or another.
struct ScanCompleted
{
    QString scanId;
    ScanType scanType = ScanType::Discovery;
    QString target;
    ScanState status = ScanState::Completed;
    QString message;
    int totalDevices = 0;
    int totalPorts = 0;
    int totalServices = 0;
    double elapsed = 0;
    QDateTime completedAt;
    QString agentId;

    static constexpr auto topic = "network.scan.completed";
    static constexpr auto summary = "A scan ended, one way or another";
    static constexpr auto fields()
    {
        return std::tuple{field("scan_id", &ScanCompleted::scanId, "Which").atMost(128),
                          field("scan_type", &ScanCompleted::scanType, "How far it went"),
                          field("target", &ScanCompleted::target, "What was scanned").atMost(256),
                          field("status", &ScanCompleted::status, "How it ended"),
                          field("message", &ScanCompleted::message, "That, in words").atMost(1024),
                          field("total_devices", &ScanCompleted::totalDevices, "Found"),
                          field("total_ports", &ScanCompleted::totalPorts, "Found"),
                          field("total_services", &ScanCompleted::totalServices, "Found"),
                          field("elapsed", &ScanCompleted::elapsed, "Seconds it took"),
                          field("completed_at", &ScanCompleted::completedAt, "When it ended"),
                          field("agent_id", &ScanCompleted::agentId, "The agent that scanned").atMost(128)};
    }
};

/// How a scan is to be made.
struct ScanOptions
{
    double timeout = 300;
    bool parallel = true;
    QString ports;
    Intensity scanIntensity = Intensity::Normal;
    bool includeOs = false;

    static constexpr auto fields()
    {
        return std::tuple{
            field("timeout", &ScanOptions::timeout, "Seconds").between(1, 86400).defaulted(),
            field("parallel", &ScanOptions::parallel, "Several devices at once").defaulted(),
            field("ports", &ScanOptions::ports, "As 22,80,8000-8100; empty: the usual ones")
                .atMost(1024)
                .defaulted(),
            field("scan_intensity", &ScanOptions::scanIntensity, "light, normal or aggressive").defaulted(),
            field("include_os", &ScanOptions::includeOs, "Guess operating systems").defaulted()};
    }
};

/// Starts a scan.
struct StartScan
{
    struct Reply
    {
        QString scanId;
        QString message;
        QDateTime startedAt;

        static constexpr auto fields()
        {
            return std::tuple{field("scan_id", &Reply::scanId, "To ask for it and to cancel it"),
                              field("message", &Reply::message, "For people"),
                              field("started_at", &Reply::startedAt, "When")};
        }
    };

    ScanType scanType = ScanType::Discovery;
    QString target;
    ScanOptions options;

    static constexpr auto name = "network.scan.start";
    static constexpr auto summary = "Starts a scan of the ticked networks, or of a part of them";
    static constexpr auto fields()
    {
        return std::tuple{field("scan_type", &StartScan::scanType, "discovery, ports, targeted or full"),
                          field("target", &StartScan::target, "Address or network; empty: the ticked ones")
                              .atMost(256)
                              .defaulted(),
                          field("options", &StartScan::options, "How").defaulted()};
    }
};

/// Stops a running scan.
struct CancelScan
{
    using Reply = identity::Done;

    QString scanId;

    static constexpr auto name = "network.scan.cancel";
    static constexpr auto summary = "Stops a running scan";
    static constexpr auto fields()
    {
        return std::tuple{field("scan_id", &CancelScan::scanId, "Which").atMost(128)};
    }
};

/// One scan, running or over.
struct Scan
{
    QString scanId;
    ScanType scanType = ScanType::Discovery;
    QString target;
    ScanState status = ScanState::Running;
    double progress = 0;
    QDateTime startedAt;
    std::optional<QDateTime> completedAt;
    QString message;

    static constexpr auto fields()
    {
        return std::tuple{field("scan_id", &Scan::scanId, "Which"),
                          field("scan_type", &Scan::scanType, "How far it goes"),
                          field("target", &Scan::target, "What is scanned"),
                          field("status", &Scan::status, "How it stands"),
                          field("progress", &Scan::progress, "0–100"),
                          field("started_at", &Scan::startedAt, "When it began"),
                          field("completed_at", &Scan::completedAt, "When it ended"),
                          field("message", &Scan::message, "That, in words")};
    }
};

/// Asks how scans stand.
struct ScanStatus
{
    struct Reply
    {
        QList<Scan> activeScans;
        QList<Scan> completedScans;

        static constexpr auto fields()
        {
            return std::tuple{field("active_scans", &Reply::activeScans, "Running now"),
                              field("completed_scans", &Reply::completedScans, "Newest first")};
        }
    };

    std::optional<QString> scanId;

    static constexpr auto name = "network.scan.status";
    static constexpr auto summary = "How scans stand";
    static constexpr auto fields()
    {
        return std::tuple{field("scan_id", &ScanStatus::scanId, "Only this one").atMost(128)};
    }
};

/// Declares the facts and commands about scans.
void declareScans(core::Catalog &catalog);

} // namespace network
