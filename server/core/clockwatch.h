// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"

namespace core {

/// Tells when the wall clock left the steady one: somebody set it, or the machine slept.
class ClockWatch
{
public:
    static constexpr std::chrono::milliseconds least{10'000}; ///< what is less is no jump, but adds up

    explicit ClockWatch(const Clock &clock);

    /// By how much it went ahead, or (negative) back, since that was asked last; zero: it did not.
    [[nodiscard]] std::chrono::milliseconds jump();

private:
    /// The wall clock's distance from the steady one.
    [[nodiscard]] std::chrono::milliseconds distance() const;

    const Clock &m_clock;
    std::chrono::milliseconds m_distance;
};

} // namespace core
