// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

namespace bench {

/// What several rounds measured.
class Series
{
public:
    void add(double value) { m_values.push_back(value); }
    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }
    [[nodiscard]] double median() const { return quantile(0.5); }
    /// Round by round in parts of `other`: what troubled both in a round does not show.
    [[nodiscard]] Series to(const Series &other) const;
    [[nodiscard]] double quantile(double part) const;
    /// From the smallest to the largest, in parts of the median: how noisy it was.
    [[nodiscard]] double spread() const;

private:
    std::vector<double> m_values;
};

/// Prints the figures as they come and the table of goals at the end.
class Report
{
public:
    /// What was measured, on which machine, and how busy that is.
    static void introduce(int rounds);
    static void title(const std::string &what);
    static void figure(const std::string &name, const Series &series, const char *unit);
    /// Many single times: their median and what all but a hundredth stay under.
    static void times(const std::string &name, const Series &series, const char *unit);
    static void note(const std::string &sentence);

    void atMost(const std::string &what, double value, double goal, const char *unit);
    void atLeast(const std::string &what, double value, double goal, const char *unit);
    /// Something that must hold whatever the machine: counted as a failure of the run.
    void require(bool holds, const std::string &what);
    void printTable() const;
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    struct Row
    {
        std::string what;
        double value;
        double goal;
        bool isCeiling;
        std::string unit;
    };

    std::vector<Row> m_rows;
    bool m_hasFailed = false;
};

} // namespace bench
