// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace alerts {

/// When something is again, as iCalendar's RRULE has it: FREQ DAILY, WEEKLY or MONTHLY with INTERVAL, COUNT,
/// UNTIL, BYDAY, BYMONTHDAY of months, and WKST. What is empty is once.
class Repetition
{
    Q_DECLARE_TR_FUNCTIONS(alerts::Repetition)
public:
    static constexpr int mostCount = 10'000;
    static constexpr int mostInterval = 1000;

    /// Errors: Invalid, with the part that is not understood.
    static core::Result<Repetition> parse(const QString &rule);
    /// As it is written in one way.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool isOnce() const { return m_frequency == Frequency::Once; }

    /// The first beginning behind `after` of what begins at `first`, and then again at that time of a day in
    /// that zone.
    [[nodiscard]] std::optional<QDateTime> next(const QDateTime &first, const QTimeZone &zone,
                                                const QDateTime &after) const;

private:
    enum class Frequency { Once, Daily, Weekly, Monthly };
    struct Day
    {
        int weekday = 1; ///< 1 Monday … 7 Sunday
        int nth = 0;     ///< of the month; negative: from its end; 0: each
    };

    core::Result<void> read(const QString &name, const QString &value);
    core::Result<void> readDays(const QString &value);
    core::Result<void> readMonthDays(const QString &value);
    core::Result<void> readUntil(const QString &value);
    /// The days of one period, counted from that of the first; sorted.
    [[nodiscard]] QList<QDate> days(const QDate &first, int period) const;
    [[nodiscard]] QList<QDate> daysOfMonth(const QDate &first, int period) const;
    [[nodiscard]] int periodBefore(const QDate &first, const QDate &day) const;
    [[nodiscard]] bool isBeyond(const QDateTime &moment, const QTimeZone &zone) const;

    Frequency m_frequency = Frequency::Once;
    int m_interval = 1;
    int m_count = 0; ///< 0: no end
    QDateTime m_until;
    QDate m_untilDay;
    QList<Day> m_days;
    QList<int> m_monthDays; ///< negative: from its end
    int m_weekStart = 1;    ///< 1 Monday … 7 Sunday
};

} // namespace alerts
