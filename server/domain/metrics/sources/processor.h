// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"
#include "domain/metrics/sources/textfile.h"
#include "domain/metrics/sources/thermometer.h"

namespace metrics::sources {

/// Clock ticks a processor has spent since start-up.
struct Ticks
{
    qint64 busy = 0;
    qint64 total = 0;
};

/// The processor part of /proc/stat: all together, and each core by its number.
struct ProcessorTicks
{
    Ticks all;
    QMap<int, Ticks> cores;
};

/// Reads /proc/stat. Waiting for a disk counts as idle; guests are within user time and count once.
ProcessorTicks parseStat(QByteArrayView text);
/// Busy share between two readings, 0–100; 0 when the counters went back or stood still.
double busyPercent(const Ticks &before, const Ticks &after);
/// Reads /proc/loadavg: three numbers, or none.
QList<double> parseLoad(QByteArrayView text);
/// Mean "cpu MHz" of /proc/cpuinfo in GHz; empty where the architecture does not tell.
std::optional<double> parseFrequency(QByteArrayView text);

/// Reads the load of the processor.
class ProcessorReader
{
public:
    ProcessorReader(const QString &procRoot, const QString &sysRoot);

    /// Usage since the last call, load and temperature.
    void read();
    /// The clock of the cores, which is dear to ask for on large machines.
    void readFrequency();
    [[nodiscard]] const Cpu &reading() const { return m_reading; }

private:
    TextFile m_stat;
    TextFile m_load;
    QString m_cpuinfo;
    Thermometer m_thermometer;
    ProcessorTicks m_before;
    Cpu m_reading;
};

} // namespace metrics::sources
