// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/entropy.h"

#include <array>
#include <chrono>

namespace alerts::channels {

/// How long to wait after so many attempts that failed: longer each time, and never quite the same, so that
/// channels that failed together do not come back together.
inline std::chrono::milliseconds backoff(int attempts, core::Entropy &entropy)
{
    using namespace std::chrono_literals;
    constexpr std::array<std::chrono::milliseconds, 7> steps{1s, 5s, 30s, 2min, 10min, 30min, 50min};
    const auto step = steps.at(size_t(std::clamp(attempts - 1, 0, int(steps.size()) - 1)));
    constexpr int full = 255;
    return step + step / 5 * int(uchar(entropy.bytes(1).at(0))) / full; // an hour at most
}

} // namespace alerts::channels
