// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/metrics.h"

namespace metrics {

using core::field;

core::Fields Cpu::fields()
{
    return {
        field("usage_percent", &Cpu::usagePercent, "Busy share of all cores since the last reading, %")
            .between(0, 100),
        field("cores", &Cpu::cores, "Busy share of each core, %"),
        field("load", &Cpu::load, "Load averages over 1, 5 and 15 minutes"),
        field("temperature", &Cpu::temperature, "Hottest processor sensor, °C; null without one").nullable(),
        field("frequency", &Cpu::frequency, "Mean clock of the cores, GHz; null when unknown").nullable()};
}

core::Fields Space::fields()
{
    return {field("total", &Space::total, "Bytes"), field("used", &Space::used, "Bytes"),
            field("free", &Space::free, "Bytes still available"),
            field("usage_percent", &Space::usagePercent, "Used share, %").between(0, 100)};
}

core::Fields Volume::fields()
{
    return {field("mount", &Volume::mount, "Where it is mounted"),
            field("device", &Volume::device, "What is mounted"), field("type", &Volume::type, "File system"),
            field("space", &Volume::space, "Its size")};
}

core::Fields DiskIo::fields()
{
    return {field("bytes_read", &DiskIo::bytesRead, "Bytes since start-up"),
            field("bytes_written", &DiskIo::bytesWritten, "Bytes since start-up"),
            field("read_rate", &DiskIo::readRate, "Bytes per second"),
            field("write_rate", &DiskIo::writeRate, "Bytes per second"),
            field("busy_percent", &DiskIo::busyPercent, "Share of time the busiest disk worked, %")
                .between(0, 100)};
}

core::Fields Interface::fields()
{
    return {field("bytes_sent", &Interface::bytesSent, "Bytes since it came up"),
            field("bytes_received", &Interface::bytesReceived, "Bytes since it came up"),
            field("packets_sent", &Interface::packetsSent, "Packets since it came up"),
            field("packets_received", &Interface::packetsReceived, "Packets since it came up"),
            field("errors", &Interface::errors, "Errors, both directions"),
            field("drops", &Interface::drops, "Dropped packets, both directions"),
            field("send_rate", &Interface::sendRate, "Bytes per second"),
            field("receive_rate", &Interface::receiveRate, "Bytes per second"),
            field("is_up", &Interface::isUp, "Operational state")};
}

core::Fields Network::fields()
{
    return {field("bytes_sent", &Network::bytesSent, "Bytes, all but the loopback"),
            field("bytes_received", &Network::bytesReceived, "Bytes, all but the loopback"),
            field("packets_sent", &Network::packetsSent, "Packets, all but the loopback"),
            field("packets_received", &Network::packetsReceived, "Packets, all but the loopback"),
            field("send_rate", &Network::sendRate, "Bytes per second, all but the loopback"),
            field("receive_rate", &Network::receiveRate, "Bytes per second, all but the loopback"),
            field("interfaces", &Network::interfaces, "By name, the loopback too")};
}

core::Fields Host::fields()
{
    return {field("hostname", &Host::hostname, "Name of this machine"),
            field("os", &Host::os, "Distribution and version"),
            field("kernel", &Host::kernel, "Kernel release"),
            field("architecture", &Host::architecture, "Processor family"),
            field("cpu_model", &Host::cpuModel, "Processor model"),
            field("cores", &Host::cores, "Logical processors"),
            field("address", &Host::address, "Address towards the default gateway, or empty")};
}

core::Fields Process::fields()
{
    return {field("pid", &Process::pid, "Process id"), field("name", &Process::name, "Program"),
            field("user", &Process::user, "Owner"),
            field("cpu_percent", &Process::cpuPercent, "Share of one core, %"),
            field("memory", &Process::memory, "Resident bytes")};
}

core::Fields Sampled::fields()
{
    return {field("cpu", &Sampled::cpu, "Processor"),
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

core::Fields Current::fields() { return {}; }

core::Fields SetInterval::Reply::fields()
{
    return {field("interval", &Reply::interval, "Seconds between readings now in force")};
}

core::Fields SetInterval::fields()
{
    return {field("interval", &SetInterval::interval, "Seconds; below 1 only operators").between(0.2, 3600)};
}

core::Fields HistorySeries::fields()
{
    return {field("name", &HistorySeries::name, "Series, as asked for"),
            field("unit", &HistorySeries::unit, "Unit of min, avg and max"),
            field("points", &HistorySeries::points,
                  "Buckets in order, each [start in ms since 1970, min, avg, max, readings]; a "
                  "bucket without readings is absent")};
}

core::Fields History::Reply::fields()
{
    return {field("bucket", &Reply::bucket, "Seconds each bucket covers"),
            field("tier", &Reply::tier, "Seconds each stored reading covers"),
            field("series", &Reply::series, "In the order asked for")};
}

core::Fields History::fields()
{
    return {
        field("names", &History::names, "Series names, as metrics.series lists them").atMost(64),
        field("from", &History::from, "First moment"), field("to", &History::to, "Last moment"),
        field("points", &History::points, "Most buckets per series").between(1, 10000).defaulted(),
        field("source", &History::source, "Id of a device; empty is this machine").defaulted().atMost(128)};
}

core::Fields Series::Item::fields()
{
    return {field("name", &Item::name, "Name for metrics.history"),
            field("unit", &Item::unit, "%, bytes, bytes/s, °C, load"),
            field("title", &Item::title, "What it is, in words")};
}

core::Fields Series::Reply::fields()
{
    return {field("series", &Reply::series, "Every series that is recorded now")};
}

core::Fields Series::fields()
{
    return {
        field("source", &Series::source, "Id of a device; empty is this machine").defaulted().atMost(128)};
}

namespace {
constexpr qint64 mebibyte = 1024LL * 1024;
constexpr qint64 gibibyte = 1024 * mebibyte;

QDateTime exampleTime() { return core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z")); }

Interface exampleInterface()
{
    return {612'000'000, 4'112'000'000, 812'000, 2'904'000, 0, 3, 22'400, 61'200, true};
}

Sampled exampleReading()
{
    const Interface eth0 = exampleInterface();
    Sampled reading;
    reading.cpu = {12.5, {14.0, 11.0}, {0.42, 0.38, 0.35}, 46.0, 2.4};
    reading.memory = {8 * gibibyte, 3 * gibibyte, 5 * gibibyte, 37.5};
    reading.swap = {2 * gibibyte, 0, 2 * gibibyte, 0.0};
    reading.disk = {200 * gibibyte, 80 * gibibyte, 120 * gibibyte, 40.0};
    reading.volumes = {
        {QStringLiteral("/"), QStringLiteral("/dev/vda1"), QStringLiteral("ext4"), reading.disk}};
    reading.diskIo = {900 * mebibyte, 2'100 * mebibyte, 4096.0, 81'920.0, 1.5};
    reading.network = {eth0.bytesSent,
                       eth0.bytesReceived,
                       eth0.packetsSent,
                       eth0.packetsReceived,
                       eth0.sendRate,
                       eth0.receiveRate,
                       {{QStringLiteral("eth0"), eth0}}};
    reading.uptime = 93'784.0;
    reading.host = {QStringLiteral("belfry-host"),    QStringLiteral("Debian GNU/Linux 12 (bookworm)"),
                    QStringLiteral("6.1.0-26-amd64"), QStringLiteral("x86_64"),
                    QStringLiteral("Generic CPU"),    2,
                    QStringLiteral("192.168.1.10")};
    reading.processes = {{812, QStringLiteral("nginx"), QStringLiteral("www-data"), 3.0, 48 * mebibyte}};
    reading.timestamp = exampleTime();
    return reading;
}
} // namespace

void declare(core::Catalog &catalog)
{
    const Sampled reading = exampleReading();
    const qint64 start = exampleTime().toMSecsSinceEpoch() / 10'000 * 10'000;
    catalog.event<Sampled>({.priority = 3, .delivery = core::Delivery::Latest}, reading);
    catalog.command<Current>(core::roles::viewers, {}, reading);
    catalog.command<SetInterval>(core::roles::viewers, {5.0}, {5.0});
    catalog.command<History>(
        core::roles::viewers,
        {{QStringLiteral("cpu.usage")}, exampleTime().addSecs(-3600), exampleTime(), 360, QString()},
        {10.0,
         1.0,
         {{QStringLiteral("cpu.usage"), QStringLiteral("%"), {{double(start), 9.5, 12.5, 31.0, 10}}}}});
    catalog.command<Series>(
        core::roles::viewers, {},
        {{{QStringLiteral("cpu.usage"), QStringLiteral("%"), QStringLiteral("Processor, all cores")}}});
}

} // namespace metrics
