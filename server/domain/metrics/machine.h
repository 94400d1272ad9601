// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/metrics/sources/disks.h"
#include "domain/metrics/sources/hostfacts.h"
#include "domain/metrics/sources/interfaces.h"
#include "domain/metrics/sources/memory.h"
#include "domain/metrics/sources/processes.h"
#include "domain/metrics/sources/processor.h"
#include "domain/metrics/sources/volumes.h"

#include <chrono>

namespace metrics {

/// Where the texts of a machine are; tests point to captured ones.
struct MachineRoots
{
    QString proc = QStringLiteral("/proc");
    QString sys = QStringLiteral("/sys");
    QString osRelease = QStringLiteral("/etc/os-release");
    QString hostName; ///< empty: what the kernel says
};

/// This machine as its kernel describes it. What cannot be read now keeps its last value.
class Machine
{
public:
    explicit Machine(const MachineRoots &roots, sources::VolumeReader::Probe probe = sources::probeSpace);

    /// One reading, without processes. Rates are since the last reading by the steady clock; the first has
    /// none. Volumes and clock frequency are at most 5 s old, facts about the host a minute.
    Sampled read(const QDateTime &at, std::chrono::milliseconds steady);
    /// The busiest programs, looked for at most every 5 s.
    const QList<Process> &processes(std::chrono::milliseconds steady);

private:
    using Moment = std::optional<std::chrono::milliseconds>;

    sources::ProcessorReader m_processor;
    sources::MemoryReader m_memory;
    sources::VolumeReader m_volumes;
    sources::DiskReader m_disks;
    sources::InterfaceReader m_interfaces;
    sources::TextFile m_uptime;
    sources::HostReader m_host;
    sources::ProcessReader m_processes;
    double m_lastUptime = 0;
    Moment m_lastReading;
    Moment m_lastSlowReading;
    Moment m_lastHostReading;
};

} // namespace metrics
