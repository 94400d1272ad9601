// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/machine.h"

namespace metrics {

namespace {
constexpr std::chrono::seconds slowEvery{5};
constexpr std::chrono::seconds hostEvery{60};

bool isDue(std::optional<std::chrono::milliseconds> &last, std::chrono::milliseconds now,
           std::chrono::milliseconds every)
{
    if (last && now - *last < every)
        return false;
    last = now;
    return true;
}
} // namespace

Machine::Machine(const MachineRoots &roots, sources::VolumeReader::Probe probe)
    : m_processor(roots.proc, roots.sys), m_memory(roots.proc), m_volumes(roots.proc, std::move(probe)),
      m_disks(roots.proc, roots.sys), m_interfaces(roots.proc, roots.sys),
      m_uptime(roots.proc + QStringLiteral("/uptime")), m_host(roots.proc, roots.osRelease, roots.hostName),
      m_processes(roots.proc)
{
}

Sampled Machine::read(const QDateTime &at, std::chrono::milliseconds steady)
{
    const double elapsed = m_lastReading ? std::chrono::duration<double>(steady - *m_lastReading).count() : 0;
    m_lastReading = steady;
    if (isDue(m_lastSlowReading, steady, slowEvery)) {
        m_processor.readFrequency();
        m_volumes.read();
    }
    if (isDue(m_lastHostReading, steady, hostEvery))
        m_host.read();
    m_processor.read();
    m_memory.read();
    m_disks.read(elapsed);
    m_interfaces.read(elapsed);
    m_lastUptime = sources::parseUptime(m_uptime.read()).value_or(m_lastUptime);

    Sampled reading;
    reading.cpu = m_processor.reading();
    reading.memory = m_memory.reading().memory;
    reading.swap = m_memory.reading().swap;
    reading.disk = m_volumes.root();
    reading.volumes = m_volumes.volumes();
    reading.diskIo = m_disks.reading();
    reading.network = m_interfaces.reading();
    reading.uptime = m_lastUptime;
    reading.host = m_host.reading();
    reading.timestamp = at;
    return reading;
}

const QList<Process> &Machine::processes(std::chrono::milliseconds steady)
{
    m_processes.read(steady);
    return m_processes.reading();
}

} // namespace metrics
