// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"

namespace dialects::everyst {

/// `metrics` of the document.
struct Readings
{
    struct Cpu
    {
        double usagePercent = 0;
        std::optional<double> temperature;
        QList<double> load;

        static core::Fields fields();
    };
    struct Traffic
    {
        qint64 bytesSent = 0;
        qint64 bytesReceived = 0;
        qint64 packetsSent = 0;
        qint64 packetsReceived = 0;

        static core::Fields fields();
    };

    Cpu cpu;
    metrics::Space memory;
    metrics::Space disk;
    Traffic network;
    QDateTime timestamp;

    static core::Fields fields();
};

/// `metrics_update` and the reading of `get_current_metrics`: the document's nested shape, and beside it the
/// flat keys that Everyst's own dashboard reads.
struct MetricsUpdate
{
    struct Uptime
    {
        double percentage = 100;
        QString duration;

        static core::Fields fields();
    };
    struct ServerInfo
    {
        QString hostname;
        QString privateIp;
        QString publicIp;
        QString os;
        QString architecture;
        QString kernel;

        static core::Fields fields();
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

    static core::Fields fields();
};

/// One reading in Everyst's shape.
MetricsUpdate metricsUpdate(const metrics::Sampled &reading);

} // namespace dialects::everyst
