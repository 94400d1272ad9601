// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

namespace metrics::sources {

/// How fast a counter grew, per second; 0 when it was reset or no time has passed.
constexpr double growthRate(qint64 before, qint64 after, double elapsedSeconds)
{
    return after > before && elapsedSeconds > 0 ? double(after - before) / elapsedSeconds : 0;
}

} // namespace metrics::sources
