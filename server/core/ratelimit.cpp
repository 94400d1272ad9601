// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ratelimit.h"

#include <algorithm>

namespace core {

namespace {
// A flood refills a token now and then; refusals this close together are one flood.
constexpr std::chrono::milliseconds sameFlood{1'000};
} // namespace

bool RateLimit::take(double count)
{
    const auto now = m_clock.steady();
    m_tokens = std::min(m_burst, m_tokens + m_rate * double((now - m_last).count()) / 1000.0);
    m_last = now;
    if (m_tokens >= count) {
        m_tokens -= count;
        return true;
    }
    if (m_refusedLast.count() < 0 || now - m_refusedLast > sameFlood)
        m_refusedSince = now;
    m_refusedLast = now;
    return false;
}

std::chrono::milliseconds RateLimit::refusedFor() const
{
    if (m_refusedLast.count() < 0 || m_clock.steady() - m_refusedLast > sameFlood)
        return std::chrono::milliseconds(0);
    return m_refusedLast - m_refusedSince;
}

void RateLimit::setRate(double rate, double burst)
{
    // Who may have more at once has the difference now, and what was used is still used.
    m_tokens = std::min(m_tokens + std::max(burst - m_burst, 0.0), burst);
    m_rate = rate;
    m_burst = burst;
}

} // namespace core
