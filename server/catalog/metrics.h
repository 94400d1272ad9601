// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace metrics {

using core::field;

/// Load of the processor. Percentages are of all cores together, 0–100.
struct Cpu
{
    double usagePercent = 0;
    QList<double> cores;
    QList<double> load;
    std::optional<double> temperature;
    std::optional<double> frequency;

    static constexpr auto fields()
    {
        return std::tuple{
            field("usage_percent", &Cpu::usagePercent, "Busy share of all cores since the last reading, %")
                .between(0, 100),
            field("cores", &Cpu::cores, "Busy share of each core, %"),
            field("load", &Cpu::load, "Load averages over 1, 5 and 15 minutes"),
            field("temperature", &Cpu::temperature, "Hottest processor sensor, °C; null without one")
                .nullable(),
            field("frequency", &Cpu::frequency, "Mean clock of the cores, GHz; null when unknown")
                .nullable()};
    }
};

/// Bytes of something with a size.
struct Space
{
    qint64 total = 0;
    qint64 used = 0;
    qint64 free = 0;
    double usagePercent = 0;

    static constexpr auto fields()
    {
        return std::tuple{field("total", &Space::total, "Bytes"), field("used", &Space::used, "Bytes"),
                          field("free", &Space::free, "Bytes still available"),
                          field("usage_percent", &Space::usagePercent, "Used share, %").between(0, 100)};
    }
};

/// One mounted file system.
struct Volume
{
    QString mount;
    QString device;
    QString type;
    Space space;

    static constexpr auto fields()
    {
        return std::tuple{field("mount", &Volume::mount, "Where it is mounted"),
                          field("device", &Volume::device, "What is mounted"),
                          field("type", &Volume::type, "File system"),
                          field("space", &Volume::space, "Its size")};
    }
};

/// Traffic of block devices since start-up and per second.
struct DiskIo
{
    qint64 bytesRead = 0;
    qint64 bytesWritten = 0;
    double readRate = 0;
    double writeRate = 0;
    double busyPercent = 0;

    static constexpr auto fields()
    {
        return std::tuple{
            field("bytes_read", &DiskIo::bytesRead, "Bytes since start-up"),
            field("bytes_written", &DiskIo::bytesWritten, "Bytes since start-up"),
            field("read_rate", &DiskIo::readRate, "Bytes per second"),
            field("write_rate", &DiskIo::writeRate, "Bytes per second"),
            field("busy_percent", &DiskIo::busyPercent, "Share of time the busiest disk worked, %")
                .between(0, 100)};
    }
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

    static constexpr auto fields()
    {
        return std::tuple{field("bytes_sent", &Interface::bytesSent, "Bytes since it came up"),
                          field("bytes_received", &Interface::bytesReceived, "Bytes since it came up"),
                          field("packets_sent", &Interface::packetsSent, "Packets since it came up"),
                          field("packets_received", &Interface::packetsReceived, "Packets since it came up"),
                          field("errors", &Interface::errors, "Errors, both directions"),
                          field("drops", &Interface::drops, "Dropped packets, both directions"),
                          field("send_rate", &Interface::sendRate, "Bytes per second"),
                          field("receive_rate", &Interface::receiveRate, "Bytes per second"),
                          field("is_up", &Interface::isUp, "Operational state")};
    }
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

    static constexpr auto fields()
    {
        return std::tuple{
            field("bytes_sent", &Network::bytesSent, "Bytes, all but the loopback"),
            field("bytes_received", &Network::bytesReceived, "Bytes, all but the loopback"),
            field("packets_sent", &Network::packetsSent, "Packets, all but the loopback"),
            field("packets_received", &Network::packetsReceived, "Packets, all but the loopback"),
            field("send_rate", &Network::sendRate, "Bytes per second, all but the loopback"),
            field("receive_rate", &Network::receiveRate, "Bytes per second, all but the loopback"),
            field("interfaces", &Network::interfaces, "By name, the loopback too")};
    }
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

    static constexpr auto fields()
    {
        return std::tuple{field("hostname", &Host::hostname, "Name of this machine"),
                          field("os", &Host::os, "Distribution and version"),
                          field("kernel", &Host::kernel, "Kernel release"),
                          field("architecture", &Host::architecture, "Processor family"),
                          field("cpu_model", &Host::cpuModel, "Processor model"),
                          field("cores", &Host::cores, "Logical processors"),
                          field("address", &Host::address, "Address towards the default gateway, or empty")};
    }
};

/// One of the busiest programs.
struct Process
{
    int pid = 0;
    QString name;
    QString user;
    double cpuPercent = 0;
    qint64 memory = 0;

    static constexpr auto fields()
    {
        return std::tuple{field("pid", &Process::pid, "Process id"), field("name", &Process::name, "Program"),
                          field("user", &Process::user, "Owner"),
                          field("cpu_percent", &Process::cpuPercent, "Share of one core, %"),
                          field("memory", &Process::memory, "Resident bytes")};
    }
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
    static constexpr auto fields()
    {
        return std::tuple{field("cpu", &Sampled::cpu, "Processor"),
                          field("memory", &Sampled::memory, "Main memory; used = total − available"),
                          field("swap", &Sampled::swap, "Swap space"),
                          field("disk", &Sampled::disk, "The root file system"),
                          field("volumes", &Sampled::volumes, "Every real file system"),
                          field("disk_io", &Sampled::diskIo, "Block devices"),
                          field("network", &Sampled::network, "Network interfaces"),
                          field("uptime", &Sampled::uptime, "Seconds since start-up"),
                          field("host", &Sampled::host, "The machine itself"),
                          field("processes", &Sampled::processes, "The busiest programs, busiest first"),
                          field("timestamp", &Sampled::timestamp, "When it was read")};
    }
};

/// Asks for the newest reading.
struct Current
{
    using Reply = Sampled;

    static constexpr auto name = "metrics.current";
    static constexpr auto summary = "The newest reading of this machine's load";
    static constexpr auto fields() { return std::tuple{}; }
};

/// Asks how often this connection gets readings.
struct SetInterval
{
    /// What is in force now.
    struct Reply
    {
        double interval = 1;

        static constexpr auto fields()
        {
            return std::tuple{field("interval", &Reply::interval, "Seconds between readings now in force")};
        }
    };

    double interval = 1;

    static constexpr auto name = "metrics.interval";
    static constexpr auto summary = "Sets how often this connection gets readings; recording stays at 1 s";
    static constexpr auto fields()
    {
        return std::tuple{
            field("interval", &SetInterval::interval, "Seconds; below 1 only operators").between(0.2, 3600)};
    }
};

/// One bucket of a series: [start ms, min, avg, max, count].
struct HistorySeries
{
    QString name;
    QString unit;
    QList<QList<double>> points;

    static constexpr auto fields()
    {
        return std::tuple{field("name", &HistorySeries::name, "Series, as asked for"),
                          field("unit", &HistorySeries::unit, "Unit of min, avg and max"),
                          field("points", &HistorySeries::points,
                                "Buckets in order, each [start in ms since 1970, min, avg, max, readings]; a "
                                "bucket without readings is absent")};
    }
};

/// Asks for stored readings.
struct History
{
    struct Reply
    {
        double bucket = 1;
        double tier = 1;
        QList<HistorySeries> series;

        static constexpr auto fields()
        {
            return std::tuple{field("bucket", &Reply::bucket, "Seconds each bucket covers"),
                              field("tier", &Reply::tier, "Seconds each stored reading covers"),
                              field("series", &Reply::series, "In the order asked for")};
        }
    };

    QStringList names;
    QDateTime from;
    QDateTime to;
    int points = 600;

    static constexpr auto name = "metrics.history";
    static constexpr auto summary = "Stored readings in at most the number of buckets asked for";
    static constexpr auto fields()
    {
        return std::tuple{
            field("names", &History::names, "Series names, as metrics.series lists them").atMost(64),
            field("from", &History::from, "First moment"), field("to", &History::to, "Last moment"),
            field("points", &History::points, "Most buckets per series").between(1, 10000).defaulted()};
    }
};

/// Asks which series there are.
struct Series
{
    struct Item
    {
        QString name;
        QString unit;
        QString title;

        static constexpr auto fields()
        {
            return std::tuple{field("name", &Item::name, "Name for metrics.history"),
                              field("unit", &Item::unit, "%, bytes, bytes/s, °C, load"),
                              field("title", &Item::title, "What it is, in words")};
        }
    };
    struct Reply
    {
        QList<Item> series;

        static constexpr auto fields()
        {
            return std::tuple{field("series", &Reply::series, "Every series that is recorded now")};
        }
    };

    static constexpr auto name = "metrics.series";
    static constexpr auto summary = "The series that are recorded";
    static constexpr auto fields() { return std::tuple{}; }
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace metrics
