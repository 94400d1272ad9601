// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clockwatch.h"

namespace core {

ClockWatch::ClockWatch(const Clock &clock) : m_clock(clock), m_distance(distance()) {}

std::chrono::milliseconds ClockWatch::jump()
{
    const std::chrono::milliseconds now = distance();
    const std::chrono::milliseconds by = now - m_distance;
    if (std::chrono::abs(by) < least)
        return std::chrono::milliseconds::zero();
    m_distance = now;
    return by;
}

std::chrono::milliseconds ClockWatch::distance() const
{
    return std::chrono::milliseconds(m_clock.now().toMSecsSinceEpoch()) - m_clock.steady();
}

} // namespace core
