// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"

namespace dialects::everyst {

using core::field;

/// `metrics` of the document.
struct Readings
{
    struct Cpu
    {
        double usagePercent = 0;
        std::optional<double> temperature;
        QList<double> load;

        static constexpr auto fields()
        {
            return std::tuple{field("usage_percent", &Cpu::usagePercent, "0–100"),
                              field("temperature", &Cpu::temperature, "°C; null without a sensor").nullable(),
                              field("load", &Cpu::load, "1, 5 and 15 minutes")};
        }
    };
    struct Traffic
    {
        qint64 bytesSent = 0;
        qint64 bytesReceived = 0;
        qint64 packetsSent = 0;
        qint64 packetsReceived = 0;

        static constexpr auto fields()
        {
            return std::tuple{field("bytes_sent", &Traffic::bytesSent, "Since start-up"),
                              field("bytes_received", &Traffic::bytesReceived, "Since start-up"),
                              field("packets_sent", &Traffic::packetsSent, "Since start-up"),
                              field("packets_received", &Traffic::packetsReceived, "Since start-up")};
        }
    };

    Cpu cpu;
    metrics::Space memory;
    metrics::Space disk;
    Traffic network;
    QDateTime timestamp;

    static constexpr auto fields()
    {
        return std::tuple{field("cpu", &Readings::cpu, "Processor"),
                          field("memory", &Readings::memory, "Bytes"),
                          field("disk", &Readings::disk, "Bytes of the root file system"),
                          field("network", &Readings::network, "All interfaces but the loopback"),
                          field("timestamp", &Readings::timestamp, "When it was read")};
    }
};

/// `metrics_update` and the reading of `get_current_metrics`: the document's nested shape, and beside it the
/// flat keys that Everyst's own dashboard reads.
struct MetricsUpdate
{
    struct Uptime
    {
        double percentage = 100;
        QString duration;

        static constexpr auto fields()
        {
            return std::tuple{
                field("percentage", &Uptime::percentage, "Of the time since start-up: always 100"),
                field("duration", &Uptime::duration, "As \"1d 2h 3m\"")};
        }
    };
    struct ServerInfo
    {
        QString hostname;
        QString privateIp;
        QString publicIp;
        QString os;
        QString architecture;
        QString kernel;

        static constexpr auto fields()
        {
            return std::tuple{
                field("hostname", &ServerInfo::hostname, "This machine"),
                field("private_ip", &ServerInfo::privateIp, "Address towards the gateway, or empty"),
                field("public_ip", &ServerInfo::publicIp, "Always empty: nobody outside is asked"),
                field("os", &ServerInfo::os, "Distribution"),
                field("architecture", &ServerInfo::architecture, "Processor family"),
                field("kernel", &ServerInfo::kernel, "Kernel release")};
        }
    };

    Readings metrics;
    QDateTime timestamp;
    double cpuUsage = 0;
    int cpuCores = 0;
    std::optional<double> cpuSpeed;
    double memoryUsage = 0;
    double memoryTotal = 0;
    double memoryUsed = 0;
    double diskUsage = 0;
    double diskTotal = 0;
    double diskUsed = 0;
    double networkRx = 0;
    double networkTx = 0;
    Uptime uptime;
    ServerInfo serverInfo;
    QString source;

    static constexpr auto fields()
    {
        return std::tuple{field("metrics", &MetricsUpdate::metrics, "As the document has it"),
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
};

/// One reading in Everyst's shape.
MetricsUpdate metricsUpdate(const metrics::Sampled &reading);

} // namespace dialects::everyst
