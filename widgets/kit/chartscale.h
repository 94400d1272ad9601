// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

class QTimeZone;

namespace kit {

/// A value axis with round ticks: from `low` to `high` in steps of `step`.
struct ValueScale
{
    double low = 0;
    double high = 1;
    double step = 1;

    [[nodiscard]] QList<double> ticks() const;
};

/// The scale that shows [min(0, lowest), highest] with 10 % head-room and about `wanted` ticks.
[[nodiscard]] ValueScale niceScale(double lowest, double highest, int wanted);

/// One label of the time axis.
struct TimeTick
{
    qint64 at = 0;
    QString text;
};

/// At most `most` ticks on whole units of local time: seconds, minutes, hours, days or months.
[[nodiscard]] QList<TimeTick> timeTicks(qint64 from, qint64 to, int most, const QTimeZone &zone);

} // namespace kit
