// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace network {

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
    static core::Fields fields();
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
    static core::Fields fields();
};

/// How a scan is to be made.
struct ScanOptions
{
    double timeout = 300;
    bool parallel = true;
    QString ports;
    Intensity scanIntensity = Intensity::Normal;
    bool includeOs = false;

    static core::Fields fields();
};

/// Starts a scan.
struct StartScan
{
    struct Reply
    {
        QString scanId;
        QString message;
        QDateTime startedAt;

        static core::Fields fields();
    };

    ScanType scanType = ScanType::Discovery;
    QString target;
    ScanOptions options;

    static constexpr auto name = "network.scan.start";
    static constexpr auto summary = "Starts a scan of the ticked networks, or of a part of them";
    static core::Fields fields();
};

/// Stops a running scan.
struct CancelScan
{
    using Reply = identity::Done;

    QString scanId;

    static constexpr auto name = "network.scan.cancel";
    static constexpr auto summary = "Stops a running scan";
    static core::Fields fields();
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

    static core::Fields fields();
};

/// Asks how scans stand.
struct ScanStatus
{
    struct Reply
    {
        QList<Scan> activeScans;
        QList<Scan> completedScans;

        static core::Fields fields();
    };

    std::optional<QString> scanId;

    static constexpr auto name = "network.scan.status";
    static constexpr auto summary = "How scans stand";
    static core::Fields fields();
};

/// Declares the facts and commands about scans.
void declareScans(core::Catalog &catalog);

} // namespace network
