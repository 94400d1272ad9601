// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/everyst/metricsupdate.h"

#include <cmath>

namespace dialects::everyst {

using core::field;

core::Fields Readings::Cpu::fields()
{
    return {field("usage_percent", &Cpu::usagePercent, "0–100"),
            field("temperature", &Cpu::temperature, "°C; null without a sensor").nullable(),
            field("load", &Cpu::load, "1, 5 and 15 minutes")};
}

core::Fields Readings::Traffic::fields()
{
    return {field("bytes_sent", &Traffic::bytesSent, "Since start-up"),
            field("bytes_received", &Traffic::bytesReceived, "Since start-up"),
            field("packets_sent", &Traffic::packetsSent, "Since start-up"),
            field("packets_received", &Traffic::packetsReceived, "Since start-up")};
}

core::Fields Readings::fields()
{
    return {field("cpu", &Readings::cpu, "Processor"), field("memory", &Readings::memory, "Bytes"),
            field("disk", &Readings::disk, "Bytes of the root file system"),
            field("network", &Readings::network, "All interfaces but the loopback"),
            field("timestamp", &Readings::timestamp, "When it was read")};
}

core::Fields MetricsUpdate::Uptime::fields()
{
    return {field("percentage", &Uptime::percentage, "Of the time since start-up: always 100"),
            field("duration", &Uptime::duration, "As \"1d 2h 3m\"")};
}

core::Fields MetricsUpdate::ServerInfo::fields()
{
    return {field("hostname", &ServerInfo::hostname, "This machine"),
            field("private_ip", &ServerInfo::privateIp, "Address towards the gateway, or empty"),
            field("public_ip", &ServerInfo::publicIp, "Always empty: nobody outside is asked"),
            field("os", &ServerInfo::os, "Distribution"),
            field("architecture", &ServerInfo::architecture, "Processor family"),
            field("kernel", &ServerInfo::kernel, "Kernel release")};
}

core::Fields MetricsUpdate::fields()
{
    return {field("metrics", &MetricsUpdate::metrics, "As the document has it"),
            field("timestamp", &MetricsUpdate::timestamp, "When it was read"),
            field("cpu_usage", &MetricsUpdate::cpuUsage, "%"),
            field("cpu_cores", &MetricsUpdate::cpuCores, "Logical processors"),
            field("cpu_speed", &MetricsUpdate::cpuSpeed, "GHz; null when unknown").nullable(),
            field("memory_usage", &MetricsUpdate::memoryUsage, "%"),
            field("memory_total", &MetricsUpdate::memoryTotal, "GiB"),
            field("memory_used", &MetricsUpdate::memoryUsed, "GiB"),
            field("disk_usage", &MetricsUpdate::diskUsage, "%"),
            field("disk_total", &MetricsUpdate::diskTotal, "GiB"),
            field("disk_used", &MetricsUpdate::diskUsed, "GiB"),
            field("network_rx", &MetricsUpdate::networkRx, "Bytes per second"),
            field("network_tx", &MetricsUpdate::networkTx, "Bytes per second"),
            field("uptime", &MetricsUpdate::uptime, "Since start-up"),
            field("server_info", &MetricsUpdate::serverInfo, "The machine"),
            field("source", &MetricsUpdate::source, "Which machine")};
}

namespace {
double gibibytes(qint64 bytes) { return std::round(double(bytes) / (1024.0 * 1024 * 1024) * 100) / 100; }

QString upFor(double seconds)
{
    const qint64 minutes = qint64(seconds) / 60;
    return QStringLiteral("%1d %2h %3m").arg(minutes / 1440).arg(minutes / 60 % 24).arg(minutes % 60);
}
} // namespace

MetricsUpdate metricsUpdate(const metrics::Sampled &reading)
{
    MetricsUpdate update;
    update.metrics.cpu = {reading.cpu.usagePercent, reading.cpu.temperature, reading.cpu.load};
    update.metrics.memory = reading.memory;
    update.metrics.disk = reading.disk;
    update.metrics.network = {reading.network.bytesSent, reading.network.bytesReceived,
                              reading.network.packetsSent, reading.network.packetsReceived};
    update.metrics.timestamp = reading.timestamp;
    update.timestamp = reading.timestamp;
    update.cpuUsage = reading.cpu.usagePercent;
    update.cpuCores = reading.host.cores;
    update.cpuSpeed = reading.cpu.frequency;
    update.memoryUsage = reading.memory.usagePercent;
    update.memoryTotal = gibibytes(reading.memory.total);
    update.memoryUsed = gibibytes(reading.memory.used);
    update.diskUsage = reading.disk.usagePercent;
    update.diskTotal = gibibytes(reading.disk.total);
    update.diskUsed = gibibytes(reading.disk.used);
    update.networkRx = reading.network.receiveRate;
    update.networkTx = reading.network.sendRate;
    update.uptime.duration = upFor(reading.uptime);
    update.serverInfo = {reading.host.hostname, reading.host.address,      {},
                         reading.host.os,       reading.host.architecture, reading.host.kernel};
    update.source = reading.host.hostname;
    return update;
}

} // namespace dialects::everyst
