// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <sys/utsname.h>

namespace bench {

double Series::quantile(double part) const
{
    if (m_values.empty())
        return 0;
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    return sorted[std::min(sorted.size() - 1, size_t(part * double(sorted.size())))];
}

Series Series::to(const Series &other) const
{
    Series ratios;
    for (size_t i = 0; i < std::min(m_values.size(), other.m_values.size()); ++i)
        ratios.add(m_values[i] / other.m_values[i]);
    return ratios;
}

double Series::spread() const { return isEmpty() ? 0 : (quantile(1) - quantile(0)) / median(); }

void Report::introduce(int rounds)
{
    utsname machine{};
    ::uname(&machine);
    std::array<double, 3> load{};
    ::getloadavg(load.data(), int(load.size()));
    std::printf("Medians of %d rounds, the servers in turn, on Linux %s; others' load before: %.1f\n", rounds,
                machine.release, load[0]);
    std::fflush(stdout);
}

void Report::title(const std::string &what) { std::printf("\n%s\n", what.c_str()); }

void Report::figure(const std::string &name, const Series &series, const char *unit)
{
    std::printf("  %-34s %10.2f %-3s (rounds differ by %.0f %%)\n", name.c_str(), series.median(), unit,
                100 * series.spread());
    std::fflush(stdout);
}

void Report::times(const std::string &name, const Series &series, const char *unit)
{
    constexpr double nearlyAll = 0.99;
    std::printf("  %-34s %10.2f %-3s (p99 %.2f)\n", name.c_str(), series.median(), unit,
                series.quantile(nearlyAll));
    std::fflush(stdout);
}

void Report::note(const std::string &sentence)
{
    std::printf("  %s\n", sentence.c_str());
    std::fflush(stdout);
}

void Report::atMost(const std::string &what, double value, double goal, const char *unit)
{
    m_rows.push_back({what, value, goal, true, unit});
}

void Report::atLeast(const std::string &what, double value, double goal, const char *unit)
{
    m_rows.push_back({what, value, goal, false, unit});
}

void Report::require(bool holds, const std::string &what)
{
    if (holds)
        return;
    std::printf("  FAILED: %s\n", what.c_str());
    m_hasFailed = true;
}

void Report::printTable() const
{
    std::printf("\n%-62s %10s   %-12s %s\n", "what", "measured", "goal", "");
    for (const Row &row : m_rows) {
        const bool isMet = row.isCeiling ? row.value <= row.goal : row.value >= row.goal;
        const double off = 100 * (row.isCeiling ? row.value / row.goal - 1 : 1 - row.value / row.goal);
        std::printf("%-62s %7.2f %-2s   %s %-7.2f ", row.what.c_str(), row.value, row.unit.c_str(),
                    row.isCeiling ? "at most " : "at least", row.goal);
        if (isMet)
            std::printf(" met\n");
        else
            std::printf(" missed by %.0f %%\n", off);
    }
}

} // namespace bench
