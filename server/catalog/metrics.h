// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace metrics {

/// Load of the processor. Percentages are of all cores together, 0–100.
struct Cpu
{
    double usagePercent = 0;
    QList<double> cores;
    QList<double> load;
    std::optional<double> temperature;
    std::optional<double> frequency;

    static core::Fields fields();
};

/// Bytes of something with a size.
struct Space
{
    qint64 total = 0;
    qint64 used = 0;
    qint64 free = 0;
    double usagePercent = 0;

    static core::Fields fields();
};

/// One mounted file system.
struct Volume
{
    QString mount;
    QString device;
    QString type;
    Space space;

    static core::Fields fields();
};

/// Traffic of block devices since start-up and per second.
struct DiskIo
{
    qint64 bytesRead = 0;
    qint64 bytesWritten = 0;
    double readRate = 0;
    double writeRate = 0;
    double busyPercent = 0;

    static core::Fields fields();
};

/// One network interface; counters since it came up.
struct Interface
{
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
    qint64 packetsSent = 0;
    qint64 packetsReceived = 0;
    qint64 errors = 0;
    qint64 drops = 0;
    double sendRate = 0;
    double receiveRate = 0;
    bool isUp = false;

    static core::Fields fields();
};

/// All interfaces but the loopback, added up, and each by name.
struct Network
{
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
    qint64 packetsSent = 0;
    qint64 packetsReceived = 0;
    double sendRate = 0;
    double receiveRate = 0;
    QMap<QString, Interface> interfaces;

    static core::Fields fields();
};

/// What does not change while the machine runs.
struct Host
{
    QString hostname;
    QString os;
    QString kernel;
    QString architecture;
    QString cpuModel;
    int cores = 0;
    QString address;

    static core::Fields fields();
};

/// One of the busiest programs.
struct Process
{
    int pid = 0;
    QString name;
    QString user;
    double cpuPercent = 0;
    qint64 memory = 0;

    static core::Fields fields();
};

/// One reading of this machine's load.
struct Sampled
{
    Cpu cpu;
    Space memory;
    Space swap;
    Space disk;
    QList<Volume> volumes;
    DiskIo diskIo;
    Network network;
    double uptime = 0;
    Host host;
    QList<Process> processes;
    QDateTime timestamp;

    static constexpr auto topic = "metrics.sampled";
    static constexpr auto summary = "One reading of this machine's load";
    static core::Fields fields();
};

/// Asks for the newest reading.
struct Current
{
    using Reply = Sampled;

    static constexpr auto name = "metrics.current";
    static constexpr auto summary = "The newest reading of this machine's load";
    static core::Fields fields();
};

/// Asks how often this connection gets readings.
struct SetInterval
{
    /// What is in force now.
    struct Reply
    {
        double interval = 1;

        static core::Fields fields();
    };

    double interval = 1;

    static constexpr auto name = "metrics.interval";
    static constexpr auto summary = "Sets how often this connection gets readings; recording stays at 1 s";
    static core::Fields fields();
};

/// One bucket of a series: [start ms, min, avg, max, count].
struct HistorySeries
{
    QString name;
    QString unit;
    QList<QList<double>> points;

    static core::Fields fields();
};

/// Asks for stored readings.
struct History
{
    struct Reply
    {
        double bucket = 1;
        double tier = 1;
        QList<HistorySeries> series;

        static core::Fields fields();
    };

    QStringList names;
    QDateTime from;
    QDateTime to;
    int points = 600;
    QString source; ///< a device's id; empty: this machine

    static constexpr auto name = "metrics.history";
    static constexpr auto summary = "Stored readings in at most the number of buckets asked for";
    static core::Fields fields();
};

/// Asks which series there are.
struct Series
{
    struct Item
    {
        QString name;
        QString unit;
        QString title;

        static core::Fields fields();
    };
    struct Reply
    {
        QList<Item> series;

        static core::Fields fields();
    };

    QString source; ///< a device's id; empty: this machine

    static constexpr auto name = "metrics.series";
    static constexpr auto summary = "The series that are recorded";
    static core::Fields fields();
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace metrics
