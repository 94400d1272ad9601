// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/metrics.h"

namespace metrics {

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
        {{QStringLiteral("cpu.usage")}, exampleTime().addSecs(-3600), exampleTime(), 360},
        {10.0,
         1.0,
         {{QStringLiteral("cpu.usage"), QStringLiteral("%"), {{double(start), 9.5, 12.5, 31.0, 10}}}}});
    catalog.command<Series>(
        core::roles::viewers, {},
        {{{QStringLiteral("cpu.usage"), QStringLiteral("%"), QStringLiteral("Processor, all cores")}}});
}

} // namespace metrics
