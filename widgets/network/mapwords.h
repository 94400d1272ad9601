// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace network {

/// What the map says of devices and links, for translators.
struct MapWords
{
    Q_DECLARE_TR_FUNCTIONS(network::MapWords)
};

/// Which of the five steps between these limits a value is in.
[[nodiscard]] inline int stepOf(double value, const std::array<double, 4> &limits)
{
    return int(std::upper_bound(limits.begin(), limits.end(), value) - limits.begin());
}

} // namespace network
