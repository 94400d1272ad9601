// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>

#include <chrono>
#include <limits>
#include <optional>

namespace network::sources {

/// Makes rates of a device's counters: knows one that began anew from one that ran over.
class Rates
{
public:
    /// A reading of the device begins. `upTime`: its sysUpTime in hundredths of a second; when that went
    /// back, the device was restarted and whatever was read before does not count.
    void begin(std::chrono::milliseconds steady, quint32 upTime);
    /// Per second, since the reading before; nothing where there was none. A 32-bit counter that went back
    /// has run over, unless that makes more than `most`; one of 64 bits was reset.
    std::optional<double> take(quint64 key, quint64 value, int bits = 64,
                               double most = std::numeric_limits<double>::infinity());
    /// The reading is over: what was not in it is forgotten.
    void end();

private:
    struct Reading
    {
        quint64 value = 0;
        std::chrono::milliseconds at{};
        quint64 number = 0; ///< of the reading
    };

    QHash<quint64, Reading> m_readings;
    std::optional<quint32> m_upTime;
    std::chrono::milliseconds m_at{};
    std::chrono::milliseconds m_before{};
    quint64 m_number = 0;
};

} // namespace network::sources
