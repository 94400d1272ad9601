// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scan.h"

namespace network {

/// A scan in the list of all that were ever run.
struct ScanRun
{
    QString scanId;
    ScanType scanType = ScanType::Discovery;
    QString target;
    ScanState status = ScanState::Running;
    double progress = 0;
    Intensity intensity = Intensity::Normal;
    QString ports;
    QString startedBy;
    QDateTime startedAt;
    std::optional<QDateTime> completedAt;
    QString message;
    int devices = 0;
    int openPorts = 0;
    int services = 0;
    std::optional<double> secondsLeft;
    int added = 0;
    int removed = 0;
    int changed = 0;
    QString comparedWith;
    std::optional<double> timeout;
    std::optional<bool> parallel;
    std::optional<bool> includeOs;

    static core::Fields fields();
};

/// Asks for the scans that were run, newest first.
struct ListScans
{
    struct Reply
    {
        QList<ScanRun> scans;

        static core::Fields fields();
    };

    QString before;
    int limit = 100;

    static constexpr auto name = "network.scans.list";
    static constexpr auto summary = "The scans that run and those that were run, newest first";
    static core::Fields fields();
};

/// What a scan found at one address.
struct ScannedDevice
{
    QString deviceId;
    QString address;
    QString macAddress;
    QString displayName;
    QString os;
    QStringList openPorts;

    static core::Fields fields();
};

/// Asks what one scan found.
struct GetScan
{
    struct Reply
    {
        ScanRun scan;
        QList<ScannedDevice> devices;

        static core::Fields fields();
    };

    QString scanId;

    static constexpr auto name = "network.scans.get";
    static constexpr auto summary = "What one scan found";
    static core::Fields fields();
};

/// One line of a comparison: A added, R removed, M not as it was.
struct ScanDifference
{
    QString letter;
    QString deviceId;
    QString address;
    QString displayName;
    QStringList details;

    static core::Fields fields();
};

/// Compares two scans.
struct CompareScans
{
    struct Reply
    {
        QString scanId;
        QString with;
        QList<ScanDifference> differences;
        int unchanged = 0;

        static core::Fields fields();
    };

    QString scanId;
    QString with;

    static constexpr auto name = "network.scans.compare";
    static constexpr auto summary = "What is not as it was between two scans";
    static core::Fields fields();
};

/// Asks what a scan would do.
struct PreviewScan
{
    struct Reply
    {
        QString sentence;
        QStringList commands;
        double addresses = 0;
        int ports = 0;
        double seconds = 0;
        QStringList missing;

        static core::Fields fields();
    };

    ScanType scanType = ScanType::Discovery;
    QString target;
    ScanOptions options;

    static constexpr auto name = "network.scans.preview";
    static constexpr auto summary = "What a scan would do and how long that takes; nothing is sent";
    static core::Fields fields();
};

/// A scan that is made again and again.
struct Schedule
{
    QString id;
    QString displayName;
    ScanType scanType = ScanType::Discovery;
    QString target;
    ScanOptions options;
    QString when;
    bool isEnabled = true;
    std::optional<QDateTime> nextAt;
    QString lastScan;

    static core::Fields fields();
};

/// Asks for the scans that are made again and again.
struct ListSchedules
{
    struct Reply
    {
        QList<Schedule> schedules;

        static core::Fields fields();
    };

    static constexpr auto name = "network.schedules.list";
    static constexpr auto summary = "The scans that are made again and again";
    static core::Fields fields();
};

/// Keeps a scan that is made again and again.
struct SetSchedule
{
    using Reply = Schedule;

    Schedule schedule;

    static constexpr auto name = "network.schedules.set";
    static constexpr auto summary = "Has a scan made again and again";
    static core::Fields fields();
};

/// Makes it no more.
struct RemoveSchedule
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "network.schedules.remove";
    static constexpr auto summary = "Has a scan no longer made again and again";
    static core::Fields fields();
};

/// Declares the commands about the scans that were run.
void declareScanRuns(core::Catalog &catalog);

} // namespace network
