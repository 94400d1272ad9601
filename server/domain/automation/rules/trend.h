// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

namespace automation::rules {

struct Point
{
    double x = 0;
    double y = 0;
};

/// A straight line through points of which some are wild: the median of the slopes of all pairs (Theil–Sen).
struct Trend
{
    double slope = 0;
    double level = 0;           ///< at x = 0
    double confidence = 0;      ///< 0–1, by Mann–Kendall, that it goes anywhere
    bool isSignificant = false; ///< at 5 %
};

/// Nothing for fewer than ten points. Takes as long as there are pairs: at most a hundred points are meant.
std::optional<Trend> trendOf(const std::vector<Point> &points);

} // namespace automation::rules
