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

    static constexpr auto fields()
    {
        return std::tuple{field("scan_id", &ScanRun::scanId, "Which").atMost(128),
                          field("scan_type", &ScanRun::scanType, "How far it goes"),
                          field("target", &ScanRun::target, "What is scanned").atMost(256),
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
                          field("compared_with", &ScanRun::comparedWith,
                                "The run before of the same type and target, or empty")
                              .atMost(128)};
    }
};

/// Asks for the scans that were run, newest first.
struct ListScans
{
    struct Reply
    {
        QList<ScanRun> scans;

        static constexpr auto fields() { return std::tuple{field("scans", &Reply::scans, "Newest first")}; }
    };

    QString before;
    int limit = 100;

    static constexpr auto name = "network.scans.list";
    static constexpr auto summary = "The scans that run and those that were run, newest first";
    static constexpr auto fields()
    {
        return std::tuple{
            field("before", &ListScans::before, "Only those before this one").atMost(128).defaulted(),
            field("limit", &ListScans::limit, "At most so many").between(1, 1000).defaulted()};
    }
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

    static constexpr auto fields()
    {
        return std::tuple{field("device_id", &ScannedDevice::deviceId, "The device it is").atMost(128),
                          field("address", &ScannedDevice::address, "Where").atMost(64),
                          field("mac_address", &ScannedDevice::macAddress, "Or empty").atMost(32),
                          field("display_name", &ScannedDevice::displayName, "What it is called").atMost(256),
                          field("os", &ScannedDevice::os, "Operating system, or empty").atMost(256),
                          field("open_ports", &ScannedDevice::openPorts, "As 80/tcp http nginx 1.22")};
    }
};

/// Asks what one scan found.
struct GetScan
{
    struct Reply
    {
        ScanRun scan;
        QList<ScannedDevice> devices;

        static constexpr auto fields()
        {
            return std::tuple{field("scan", &Reply::scan, "The run"),
                              field("devices", &Reply::devices, "What it found, by address")};
        }
    };

    QString scanId;

    static constexpr auto name = "network.scans.get";
    static constexpr auto summary = "What one scan found";
    static constexpr auto fields()
    {
        return std::tuple{field("scan_id", &GetScan::scanId, "Which").atMost(128)};
    }
};

/// One line of a comparison: A added, R removed, M not as it was.
struct ScanDifference
{
    QString letter;
    QString deviceId;
    QString address;
    QString displayName;
    QStringList details;

    static constexpr auto fields()
    {
        return std::tuple{
            field("letter", &ScanDifference::letter, "A added, R removed, M modified").atMost(1),
            field("device_id", &ScanDifference::deviceId, "The device it is").atMost(128),
            field("address", &ScanDifference::address, "Where").atMost(64),
            field("display_name", &ScanDifference::displayName, "What it is called").atMost(256),
            field("details", &ScanDifference::details,
                  "As + 3389/tcp ms-wbt-server, − 23/tcp telnet, os: …")};
    }
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

        static constexpr auto fields()
        {
            return std::tuple{field("scan_id", &Reply::scanId, "The later one").atMost(128),
                              field("with", &Reply::with, "The earlier one").atMost(128),
                              field("differences", &Reply::differences, "By address"),
                              field("unchanged", &Reply::unchanged, "Devices that are as they were")};
        }
    };

    QString scanId;
    QString with;

    static constexpr auto name = "network.scans.compare";
    static constexpr auto summary = "What is not as it was between two scans";
    static constexpr auto fields()
    {
        return std::tuple{
            field("scan_id", &CompareScans::scanId, "The later one").atMost(128),
            field("with", &CompareScans::with, "The earlier one; empty: the one before of its kind")
                .atMost(128)
                .defaulted()};
    }
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

        static constexpr auto fields()
        {
            return std::tuple{
                field("sentence", &Reply::sentence, "What will be done, in plain words").atMost(2048),
                field("commands", &Reply::commands, "What will be run").atMost(64),
                field("addresses", &Reply::addresses, "How many are asked"),
                field("ports", &Reply::ports, "How many of each"),
                field("seconds", &Reply::seconds, "About how long that takes"),
                field("missing", &Reply::missing, "What cannot be done here, and why").atMost(16)};
        }
    };

    ScanType scanType = ScanType::Discovery;
    QString target;
    ScanOptions options;

    static constexpr auto name = "network.scans.preview";
    static constexpr auto summary = "What a scan would do and how long that takes; nothing is sent";
    static constexpr auto fields()
    {
        return std::tuple{
            field("scan_type", &PreviewScan::scanType, "discovery, ports, targeted or full"),
            field("target", &PreviewScan::target, "As network.scan.start takes it").atMost(256).defaulted(),
            field("options", &PreviewScan::options, "How").defaulted()};
    }
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

    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &Schedule::id, "Empty where it is set: a new one").atMost(64).defaulted(),
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
};

/// Asks for the scans that are made again and again.
struct ListSchedules
{
    struct Reply
    {
        QList<Schedule> schedules;

        static constexpr auto fields()
        {
            return std::tuple{field("schedules", &Reply::schedules, "By name")};
        }
    };

    static constexpr auto name = "network.schedules.list";
    static constexpr auto summary = "The scans that are made again and again";
    static constexpr auto fields() { return std::tuple<>{}; }
};

/// Keeps a scan that is made again and again.
struct SetSchedule
{
    using Reply = Schedule;

    Schedule schedule;

    static constexpr auto name = "network.schedules.set";
    static constexpr auto summary = "Has a scan made again and again";
    static constexpr auto fields()
    {
        return std::tuple{field("schedule", &SetSchedule::schedule, "What, and when")};
    }
};

/// Makes it no more.
struct RemoveSchedule
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "network.schedules.remove";
    static constexpr auto summary = "Has a scan no longer made again and again";
    static constexpr auto fields()
    {
        return std::tuple{field("id", &RemoveSchedule::id, "Which").atMost(64)};
    }
};

/// Declares the commands about the scans that were run.
void declareScanRuns(core::Catalog &catalog);

} // namespace network
