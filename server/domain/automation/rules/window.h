// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/expression.h"

#include <deque>
#include <utility>
#include <vector>

namespace automation::rules {

/// A sum that terms are taken out of again without leaving their rounding behind (Neumaier).
class Total
{
public:
    void add(double term);
    [[nodiscard]] double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

/// One reading, or what was recorded of some.
struct Reading
{
    qint64 at = 0; ///< ms since the epoch, UTC
    double value = 0;
    int count = 1;
};

/// The readings of the last while, and what an aggregate makes of them; a reading costs the same however many
/// there are. In a long window what lies within 1/360 of it is kept as one: it leaves when the last of it
/// does, and for p95 it counts as its mean. A forecast keeps 60 means.
class Window
{
public:
    /// Of so many milliseconds; `target` is what a forecast waits for.
    Window(Aggregate aggregate, qint64 width, double target = 0);

    [[nodiscard]] bool isFor(Aggregate aggregate, qint64 width, double target) const;
    /// Later than all before. What was recorded of `count` readings weighs as much as those.
    void add(qint64 at, double value, int count = 1);
    /// Begins anew with these, oldest first; it awaits nothing then.
    void fill(const std::vector<Reading> &readings);
    /// Lets go of what is too old.
    void expire(qint64 now);
    /// Nothing: too few readings to tell. A forecast that never comes true is infinite.
    [[nodiscard]] std::optional<double> value(qint64 now);
    /// Forgets what has not happened yet, as the clock says now.
    void turnBack(qint64 now);

    [[nodiscard]] Aggregate aggregate() const { return m_aggregate; }
    [[nodiscard]] qint64 width() const { return m_width; }
    /// No reading ever came.
    [[nodiscard]] bool isNew() const { return m_begun == 0; }
    /// Whether somebody looks up what was before it.
    [[nodiscard]] bool isAwaiting() const { return m_isAwaiting; }
    void setAwaiting(bool isAwaiting) { m_isAwaiting = isAwaiting; }
    [[nodiscard]] bool isEmpty() const { return m_ring.empty(); }
    /// How much of it there are readings for.
    [[nodiscard]] qint64 covered(qint64 now) const;
    /// When to look again although no reading comes; 0: no need to.
    [[nodiscard]] qint64 due() const;
    /// How sure its value is, 0–1: a forecast is as sure as there is a trend.
    [[nodiscard]] double confidence() const { return m_confidence; }
    /// The newest readings, oldest first; of an extreme, those it is one of. In a long window one of each
    /// bucket.
    [[nodiscard]] std::vector<Reading> newest(std::size_t most) const;

private:
    struct Bucket
    {
        qint64 first = 0;   ///< when
        double value = 0;   ///< sum, increase, or extreme
        double leading = 0; ///< of an increase: what lies before the first reading
        int length = 0;     ///< ms to the last reading
        int count = 0;
        double reading = 0; ///< the last one
        int recorded = 1;   ///< how many that one stands for

        [[nodiscard]] qint64 last() const { return first + length; }
        [[nodiscard]] double mean() const { return value / count; }
    };

    [[nodiscard]] bool isIncrease() const;
    [[nodiscard]] bool isExtreme() const;
    [[nodiscard]] bool isSummed() const;
    [[nodiscard]] double increaseTo(double value) const;
    void dropDominated(double value);
    void push(qint64 at, double value, int count);
    void merge(Bucket &bucket, qint64 at, double value, int count);
    /// How often a value counts that stands for so many readings.
    [[nodiscard]] int weightOf(int count) const { return isSummed() && !isIncrease() ? count : 1; }
    void letGo(const Bucket &bucket);
    void sort(double mean);
    void unsort(double mean);
    void addUp();
    [[nodiscard]] std::optional<double> rate() const;
    [[nodiscard]] std::optional<double> forecast(qint64 now);
    [[nodiscard]] double reached();

    Aggregate m_aggregate;
    qint64 m_width;
    qint64 m_step; ///< what lies within is one bucket
    double m_target;
    std::deque<Bucket> m_ring;
    std::vector<double> m_sorted; ///< for p95
    Total m_sum;
    qint64 m_count = 0;
    qint64 m_begun = 0;
    double m_last = 0;
    std::size_t m_gone = 0; ///< since it was added up anew
    double m_confidence = 1;
    bool m_isAwaiting = false;
    std::optional<double> m_reached; ///< ms since the epoch; of the buckets as they are
};

} // namespace automation::rules
