// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/everyst/metricsupdate.h"

#include <cmath>

namespace dialects::everyst {

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
