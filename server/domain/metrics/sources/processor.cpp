// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/sources/processor.h"

#include "domain/metrics/sources/words.h"

#include <algorithm>

namespace metrics::sources {

namespace {
/// user nice system idle iowait irq softirq steal (proc(5))
Ticks readTicks(Words &words)
{
    Ticks ticks;
    for (int column = 0; column < 8; ++column) {
        const qint64 value = words.number();
        ticks.total += value;
        const bool isIdle = column == 3 || column == 4;
        ticks.busy += isIdle ? 0 : value;
    }
    return ticks;
}
} // namespace

ProcessorTicks parseStat(QByteArrayView text)
{
    ProcessorTicks ticks;
    Lines lines(text);
    for (QByteArrayView line; lines.next(line) && line.startsWith("cpu");) {
        Words words(line);
        const QByteArrayView name = words.next();
        if (name == "cpu") {
            ticks.all = readTicks(words);
            continue;
        }
        bool isNumber = false;
        const int core = name.sliced(3).toInt(&isNumber);
        if (isNumber)
            ticks.cores.insert(core, readTicks(words));
    }
    return ticks;
}

double busyPercent(const Ticks &before, const Ticks &after)
{
    if (after.total <= before.total || after.busy <= before.busy)
        return 0;
    return std::min(100.0, 100.0 * double(after.busy - before.busy) / double(after.total - before.total));
}

QList<double> parseLoad(QByteArrayView text)
{
    QList<double> load;
    Words words(text);
    for (int i = 0; i < 3; ++i) {
        bool isNumber = false;
        const double value = words.next().toDouble(&isNumber);
        if (!isNumber)
            return {};
        load.append(value);
    }
    return load;
}

std::optional<double> parseFrequency(QByteArrayView text)
{
    double sum = 0;
    int count = 0;
    Lines lines(text);
    for (QByteArrayView line; lines.next(line);) {
        if (!line.startsWith("cpu MHz"))
            continue;
        bool isNumber = false;
        const double megahertz = line.sliced(line.indexOf(':') + 1).trimmed().toDouble(&isNumber);
        if (isNumber && megahertz > 0) {
            sum += megahertz;
            ++count;
        }
    }
    if (count == 0)
        return std::nullopt;
    return sum / count / 1000;
}

ProcessorReader::ProcessorReader(const QString &procRoot, const QString &sysRoot)
    : m_stat(procRoot + QStringLiteral("/stat")), m_load(procRoot + QStringLiteral("/loadavg")),
      m_cpuinfo(procRoot + QStringLiteral("/cpuinfo")), m_thermometer(sysRoot)
{
}

void ProcessorReader::read()
{
    const ProcessorTicks now = parseStat(m_stat.read());
    if (now.all.total > 0) {
        const bool isFirst = m_before.all.total == 0;
        m_reading.usagePercent = isFirst ? 0 : busyPercent(m_before.all, now.all);
        m_reading.cores.resize(0);
        for (auto core = now.cores.begin(); core != now.cores.end(); ++core) {
            const auto before = m_before.cores.constFind(core.key());
            m_reading.cores.append(before == m_before.cores.constEnd() ? 0 : busyPercent(*before, *core));
        }
        m_before = now;
    }
    if (const QList<double> load = parseLoad(m_load.read()); !load.isEmpty())
        m_reading.load = load;
    m_reading.temperature = m_thermometer.read();
}

void ProcessorReader::readFrequency()
{
    if (const auto frequency = parseFrequency(TextFile::once(m_cpuinfo)))
        m_reading.frequency = frequency;
}

} // namespace metrics::sources
