// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scale.h"

#include <array>

namespace client {

namespace {

Scale decimalScale(double peak, double factor, const std::array<const char *, 4> &units)
{
    size_t step = 0;
    double divisor = 1;
    while (step + 1 < units.size() && peak * factor / divisor >= 1000) {
        divisor *= 1000;
        ++step;
    }
    return {factor / divisor, QString::fromLatin1(units[step])};
}

} // namespace

Scale bitScale(double peak) { return decimalScale(peak, 8, {"bit/s", "kbit/s", "Mbit/s", "Gbit/s"}); }

Scale byteScale(double peak) { return decimalScale(peak, 1, {"B/s", "kB/s", "MB/s", "GB/s"}); }

Scale memoryScale(double peak)
{
    constexpr double mebi = 1024.0 * 1024;
    return peak >= 1024 * mebi ? Scale{1 / (1024 * mebi), QStringLiteral("GiB")}
                               : Scale{1 / mebi, QStringLiteral("MiB")};
}

} // namespace client
