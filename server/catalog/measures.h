// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"

#include <optional>

namespace metrics {

/// What a recorded series is: its unit, and its title in the language of the program.
struct Quantity
{
    QString unit; ///< %, bytes, bytes/s, °C, load, ms or 1/s
    QString title;
};

/// What a series of this name measures; empty for a name that is never recorded.
std::optional<Quantity> measureOf(const QString &series);

/// The series of one reading: name → value in the unit measureOf() tells.
QMap<QString, double> seriesOf(const Sampled &reading);

/// The series of a device that is watched.
QStringList deviceSeries();

/// The series whose line tells of this one where not all have a line: what it is a share or a part of. The
/// name itself where it is of no other.
QString drawnAs(const QString &series);

/// The names of the series every page asks for.
namespace series {
inline constexpr QLatin1String cpu{"cpu.usage"};
inline constexpr QLatin1String temperature{"cpu.temperature"};
inline constexpr QLatin1String load1{"load.1"};
inline constexpr QLatin1String load5{"load.5"};
inline constexpr QLatin1String load15{"load.15"};
inline constexpr QLatin1String memory{"memory.used"};
inline constexpr QLatin1String memoryShare{"memory.usage"};
inline constexpr QLatin1String swap{"swap.used"};
inline constexpr QLatin1String diskShare{"disk.usage"};
inline constexpr QLatin1String diskRead{"disk.read"};
inline constexpr QLatin1String diskWrite{"disk.write"};
inline constexpr QLatin1String received{"net.rx"};
inline constexpr QLatin1String sent{"net.tx"};
inline constexpr QLatin1String roundTrip{"reach.rtt"};
inline constexpr QLatin1String lostAnswers{"reach.loss"};
inline constexpr QLatin1String corePrefix{"cpu.core."};
inline constexpr QLatin1String volumePrefix{"volume.usage."};
} // namespace series

} // namespace metrics
