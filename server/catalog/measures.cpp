// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/measures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace metrics {

namespace {
/// One kind of series. `*` in a name stands for what there may be several of, and for %1 in the title.
struct MeasureRow
{
    const char *name;
    const char *unit;
    const char *title;
};

constexpr const char *percent = "%";
constexpr const char *bytes = "bytes";
constexpr const char *bytesPerSecond = "bytes/s";
constexpr const char *load = "load";

constexpr std::array measureRows{
    MeasureRow{"cpu.usage", percent, QT_TRANSLATE_NOOP("metrics", "Processor, all cores")},
    MeasureRow{"cpu.core.*", percent, QT_TRANSLATE_NOOP("metrics", "Processor core %1")},
    MeasureRow{"cpu.temperature", "°C", QT_TRANSLATE_NOOP("metrics", "Processor temperature")},
    MeasureRow{"load.1", load, QT_TRANSLATE_NOOP("metrics", "Load average, 1 minute")},
    MeasureRow{"load.5", load, QT_TRANSLATE_NOOP("metrics", "Load average, 5 minutes")},
    MeasureRow{"load.15", load, QT_TRANSLATE_NOOP("metrics", "Load average, 15 minutes")},
    MeasureRow{"memory.used", bytes, QT_TRANSLATE_NOOP("metrics", "Memory in use")},
    MeasureRow{"memory.usage", percent, QT_TRANSLATE_NOOP("metrics", "Memory in use, share")},
    MeasureRow{"memory.total", bytes, QT_TRANSLATE_NOOP("metrics", "Memory size")},
    MeasureRow{"swap.used", bytes, QT_TRANSLATE_NOOP("metrics", "Swap space in use")},
    MeasureRow{"disk.used", bytes, QT_TRANSLATE_NOOP("metrics", "Root file system in use")},
    MeasureRow{"disk.usage", percent, QT_TRANSLATE_NOOP("metrics", "Root file system in use, share")},
    MeasureRow{"volume.usage.*", percent, QT_TRANSLATE_NOOP("metrics", "File system %1 in use, share")},
    MeasureRow{"disk.read", bytesPerSecond, QT_TRANSLATE_NOOP("metrics", "Disks, reading")},
    MeasureRow{"disk.write", bytesPerSecond, QT_TRANSLATE_NOOP("metrics", "Disks, writing")},
    MeasureRow{"disk.busy", percent, QT_TRANSLATE_NOOP("metrics", "Busiest disk, share of time")},
    MeasureRow{"net.rx", bytesPerSecond, QT_TRANSLATE_NOOP("metrics", "Network, receiving")},
    MeasureRow{"net.tx", bytesPerSecond, QT_TRANSLATE_NOOP("metrics", "Network, sending")},
    MeasureRow{"net.*.rx", bytesPerSecond, QT_TRANSLATE_NOOP("metrics", "%1, receiving")},
    MeasureRow{"net.*.tx", bytesPerSecond, QT_TRANSLATE_NOOP("metrics", "%1, sending")},
    MeasureRow{"interface.*.rx", bytesPerSecond, QT_TRANSLATE_NOOP("metrics", "%1, receiving")},
    MeasureRow{"interface.*.tx", bytesPerSecond, QT_TRANSLATE_NOOP("metrics", "%1, sending")},
    MeasureRow{"interface.*.errors", "1/s", QT_TRANSLATE_NOOP("metrics", "%1, errors")},
    MeasureRow{"reach.rtt", "ms", QT_TRANSLATE_NOOP("metrics", "Round-trip time")},
    MeasureRow{"reach.loss", percent, QT_TRANSLATE_NOOP("metrics", "Probes without an answer")},
};

/// What `*` stands for when the name fits the pattern; empty text for a pattern without one.
std::optional<QString> fitted(const QString &name, QLatin1String pattern)
{
    const auto star = pattern.indexOf(QLatin1Char('*'));
    if (star < 0)
        return name == pattern ? std::optional(QString()) : std::nullopt;
    const QLatin1String before = pattern.first(star);
    const QLatin1String after = pattern.sliced(star + 1);
    const auto length = name.size() - before.size() - after.size();
    if (length < 1 || !name.startsWith(before) || !name.endsWith(after))
        return std::nullopt;
    return name.mid(before.size(), length);
}

/// Container engines and hypervisors make such interfaces with every guest, each under a new name; a series
/// for each would fill the store with names that never come again. The totals count them.
bool isPassing(const QString &interface)
{
    static constexpr std::array prefixes{"veth", "vnet", "cali"};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const char *prefix) { return interface.startsWith(QLatin1String(prefix)); });
}
} // namespace

std::optional<Quantity> measureOf(const QString &series)
{
    for (const MeasureRow &row : measureRows) {
        const auto part = fitted(series, QLatin1String(row.name));
        if (!part)
            continue;
        const QString title = QCoreApplication::translate("metrics", row.title);
        return Quantity{QString::fromUtf8(row.unit), part->isEmpty() ? title : title.arg(*part)};
    }
    return std::nullopt;
}

QString drawnAs(const QString &name)
{
    struct Row
    {
        const char *name;
        QLatin1String line;
    };
    static constexpr std::array rows{
        Row{"cpu.core.*", series::cpu},
        Row{"memory.usage", series::memory},
        Row{"memory.total", series::memory},
        Row{"disk.usage", QLatin1String("volume.usage./")},
        Row{"disk.used", QLatin1String("volume.usage./")},
        Row{"disk.busy", series::diskRead},
        Row{"net.*.rx", series::received},
        Row{"net.*.tx", series::sent},
    };
    const auto *row = std::find_if(rows.begin(), rows.end(), [&](const Row &one) {
        return fitted(name, QLatin1String(one.name)).has_value();
    });
    return row == rows.end() ? name : QString(row->line);
}

QStringList deviceSeries() { return {series::roundTrip, series::lostAnswers}; }

QMap<QString, double> seriesOf(const Sampled &reading)
{
    QMap<QString, double> values{
        {QStringLiteral("cpu.usage"), reading.cpu.usagePercent},
        {QStringLiteral("memory.used"), double(reading.memory.used)},
        {QStringLiteral("memory.usage"), reading.memory.usagePercent},
        {QStringLiteral("memory.total"), double(reading.memory.total)},
        {QStringLiteral("swap.used"), double(reading.swap.used)},
        {QStringLiteral("disk.used"), double(reading.disk.used)},
        {QStringLiteral("disk.usage"), reading.disk.usagePercent},
        {QStringLiteral("disk.read"), reading.diskIo.readRate},
        {QStringLiteral("disk.write"), reading.diskIo.writeRate},
        {QStringLiteral("disk.busy"), reading.diskIo.busyPercent},
        {QStringLiteral("net.rx"), reading.network.receiveRate},
        {QStringLiteral("net.tx"), reading.network.sendRate},
    };
    for (qsizetype core = 0; core < reading.cpu.cores.size(); ++core)
        values.insert(QStringLiteral("cpu.core.%1").arg(core), reading.cpu.cores[core]);
    if (reading.cpu.temperature)
        values.insert(QStringLiteral("cpu.temperature"), *reading.cpu.temperature);
    if (reading.cpu.load.size() == 3) {
        values.insert(QStringLiteral("load.1"), reading.cpu.load[0]);
        values.insert(QStringLiteral("load.5"), reading.cpu.load[1]);
        values.insert(QStringLiteral("load.15"), reading.cpu.load[2]);
    }
    for (const Volume &volume : reading.volumes)
        values.insert(QStringLiteral("volume.usage.") + volume.mount, volume.space.usagePercent);
    const auto &interfaces = reading.network.interfaces;
    for (auto it = interfaces.begin(); it != interfaces.end(); ++it) {
        if (isPassing(it.key()))
            continue;
        values.insert(QStringLiteral("net.%1.rx").arg(it.key()), it->receiveRate);
        values.insert(QStringLiteral("net.%1.tx").arg(it.key()), it->sendRate);
    }
    return values;
}

} // namespace metrics
