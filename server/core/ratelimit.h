// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"

namespace core {

/// A token bucket: `rate` a second on average, `burst` at once.
class RateLimit
{
public:
    RateLimit(Clock &clock, double rate, double burst)
        : m_clock(clock), m_rate(rate), m_burst(burst), m_tokens(burst), m_last(clock.steady())
    {
    }

    /// Takes one, or `count` together; false when there are not as many.
    bool take(double count = 1);
    /// How long attempts have been refused again and again.
    [[nodiscard]] std::chrono::milliseconds refusedFor() const;
    /// From now on; with a larger burst, what it has more may be taken at once.
    void setRate(double rate, double burst);

private:
    Clock &m_clock;
    double m_rate;
    double m_burst;
    double m_tokens;
    std::chrono::milliseconds m_last;
    std::chrono::milliseconds m_refusedSince{-1};
    std::chrono::milliseconds m_refusedLast{-1};
};

} // namespace core
