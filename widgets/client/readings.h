// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/timerange.h"
#include "core/samplestore.h"

#include <algorithm>
#include <optional>

namespace client {

/// Series over a time that is shown, as charts draw them.
class Readings
{
public:
    Readings() = default;
    virtual ~Readings() = default;
    Readings(const Readings &) = delete;
    Readings &operator=(const Readings &) = delete;

    /// The shown time.
    [[nodiscard]] virtual Span span() const = 0;
    /// The buckets of a series in the shown time, ascending; a missing bucket is a gap.
    [[nodiscard]] virtual QList<core::SamplePoint> points(const QString &name) const = 0;
    /// The distance in ms beyond which two points have a gap between them.
    [[nodiscard]] virtual qint64 step() const = 0;
    /// "1 s samples" or "avg per 10 s (min–max band)".
    [[nodiscard]] virtual QString resolutionText() const = 0;
    /// What the values of a series are a part of; nothing: of no whole that is known.
    [[nodiscard]] virtual std::optional<double> wholeOf(const QString &) const { return std::nullopt; }

    /// The points as those of a chart: a type with at, min, avg, max and count; values times `factor`.
    template <class Point>
    [[nodiscard]] QList<Point> pointsAs(const QString &name, double factor = 1) const
    {
        QList<Point> out;
        const QList<core::SamplePoint> all = points(name);
        for (const core::SamplePoint &point : all)
            out.append({point.at, point.min * factor, point.avg * factor, point.max * factor, point.count});
        return out;
    }
    /// The largest value of some series in the shown time; 0 without any.
    [[nodiscard]] double peak(const QStringList &names) const
    {
        double peak = 0;
        for (const QString &name : names) {
            const QList<core::SamplePoint> all = points(name);
            for (const core::SamplePoint &point : all)
                peak = std::max(peak, point.max);
        }
        return peak;
    }
};

} // namespace client
