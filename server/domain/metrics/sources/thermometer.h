// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/metrics/sources/textfile.h"

#include <optional>
#include <vector>

namespace metrics::sources {

/// Reads a sensor file: thousandths of a degree → °C; empty for what no processor can have (−60 … 200 °C).
std::optional<double> parseMillidegrees(QByteArrayView text);

/// Finds the sensors of the processor and reads the hottest; virtual machines have none.
class Thermometer
{
public:
    explicit Thermometer(QString sysRoot) : m_sysRoot(std::move(sysRoot)) {}

    /// °C, or empty without a sensor.
    std::optional<double> read();

private:
    void find();
    void findChips();
    void findZones();

    QString m_sysRoot;
    std::vector<TextFile> m_sensors;
    int m_readsUntilSearch = 0;
};

} // namespace metrics::sources
