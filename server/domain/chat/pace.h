// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/attendance.h"
#include "core/ratelimit.h"
#include "core/result.h"

#include <map>

namespace chat {

/// How fast one connection may do something: 5 a second, 20 at once (decision 12 of the contracts).
class Pace
{
public:
    static constexpr double rate = 5;
    static constexpr double burst = 20;

    Pace(core::Attendance &attendance, core::Clock &clock);
    Pace(const Pace &) = delete;
    Pace &operator=(const Pace &) = delete;

    /// Errors: Limited.
    core::Result<void> take(quint64 session);

private:
    core::Clock &m_clock;
    std::map<quint64, core::RateLimit> m_limits;
};

} // namespace chat
