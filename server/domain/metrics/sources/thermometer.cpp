// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/sources/thermometer.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace metrics::sources {

namespace {
constexpr int searchEvery = 60; // readings between two searches while no sensor is known (drivers load late)
constexpr std::array processorChips{"coretemp", "k10temp",     "zenpower",     "cpu_thermal",
                                    "cputemp",  "via_cputemp", "scpi_sensors", "soc_thermal"};
} // namespace

std::optional<double> parseMillidegrees(QByteArrayView text)
{
    bool isNumber = false;
    const double degrees = double(text.trimmed().toLongLong(&isNumber)) / 1000;
    if (!isNumber || degrees < -60 || degrees > 200)
        return std::nullopt;
    return degrees;
}

std::optional<double> Thermometer::read()
{
    if (m_sensors.empty() && m_readsUntilSearch-- <= 0) {
        m_readsUntilSearch = searchEvery;
        find();
    }
    std::optional<double> hottest;
    for (TextFile &sensor : m_sensors) {
        if (const auto degrees = parseMillidegrees(sensor.read()))
            hottest = std::max(hottest.value_or(*degrees), *degrees);
    }
    return hottest;
}

void Thermometer::find()
{
    findChips();
    if (m_sensors.empty())
        findZones();
}

void Thermometer::findChips()
{
    const QDir root(m_sysRoot + QStringLiteral("/class/hwmon"));
    const QStringList chips = root.entryList({QStringLiteral("hwmon*")}, QDir::Dirs | QDir::System);
    for (const QString &chip : chips) {
        const QDir folder(root.filePath(chip));
        const QByteArray name = TextFile::once(folder.filePath(QStringLiteral("name"))).trimmed();
        const bool isProcessor = std::any_of(processorChips.begin(), processorChips.end(),
                                             [&](const char *known) { return name == known; });
        if (!isProcessor)
            continue;
        const QStringList inputs =
            folder.entryList({QStringLiteral("temp*_input")}, QDir::Files | QDir::System);
        for (const QString &input : inputs)
            m_sensors.emplace_back(folder.filePath(input));
    }
}

void Thermometer::findZones()
{
    const QDir root(m_sysRoot + QStringLiteral("/class/thermal"));
    const QStringList zones = root.entryList({QStringLiteral("thermal_zone*")}, QDir::Dirs | QDir::System);
    for (const QString &zone : zones) {
        const QDir folder(root.filePath(zone));
        const QByteArray type = TextFile::once(folder.filePath(QStringLiteral("type"))).trimmed().toLower();
        if (type == "x86_pkg_temp" || type.contains("cpu"))
            m_sensors.emplace_back(folder.filePath(QStringLiteral("temp")));
    }
}

} // namespace metrics::sources
