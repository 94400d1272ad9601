// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/trend.h"

#include <algorithm>
#include <cmath>

namespace automation::rules {

namespace {
constexpr std::size_t fewest = 10;
constexpr double significant = 1.96;

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}
} // namespace

std::optional<Trend> trendOf(const std::vector<Point> &points)
{
    const double n = double(points.size());
    if (points.size() < fewest)
        return std::nullopt;
    std::vector<double> slopes;
    slopes.reserve(points.size() * (points.size() - 1) / 2);
    double score = 0; // rising pairs less falling ones
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            const double rise = points[j].y - points[i].y;
            const double run = points[j].x - points[i].x;
            score += rise > 0 ? 1 : rise < 0 ? -1 : 0;
            if (run > 0)
                slopes.push_back(rise / run);
        }
    }
    if (slopes.empty())
        return std::nullopt;
    Trend trend;
    trend.slope = medianOf(std::move(slopes));
    std::vector<double> levels;
    levels.reserve(points.size());
    for (const Point &point : points)
        levels.push_back(point.y - trend.slope * point.x);
    trend.level = medianOf(std::move(levels));
    const double deviation = std::sqrt(n * (n - 1) * (2 * n + 5) / 18);
    const double z = (std::abs(score) - 1) / deviation;
    trend.isSignificant = z > significant;
    trend.confidence = std::erf(std::max(0.0, z) / std::sqrt(2.0));
    return trend;
}

} // namespace automation::rules
