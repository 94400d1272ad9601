// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <chrono>

namespace network {

/// When something is done again and again: "every 6 h", "every 30 min", "daily 02:00", "mon,thu 02:00" or
/// "monthly 1 02:00". Times of the day are those of the machine's time zone.
class Recurrence
{
    Q_DECLARE_TR_FUNCTIONS(network::Recurrence)
public:
    static constexpr std::chrono::minutes shortest{5};

    /// Errors: Invalid, with what may be written.
    static core::Result<Recurrence> parse(const QString &text);

    /// The first time behind `after`, where `last` is when it was done last (invalid: never). In a month that
    /// has no such day, its last one; a time that the clocks leave out comes as much later; one they have
    /// twice comes once.
    [[nodiscard]] QDateTime next(const QDateTime &after, const QDateTime &last, const QTimeZone &zone) const;
    /// As it is written in one way.
    [[nodiscard]] QString toString() const;

private:
    enum class Kind { Interval, Weekly, Monthly };

    static core::Result<Recurrence> parseInterval(const QStringList &words);
    [[nodiscard]] bool isDue(const QDate &day) const;

    Kind m_kind = Kind::Interval;
    std::chrono::minutes m_interval{0};
    QSet<int> m_weekdays; ///< 1 Monday … 7 Sunday
    int m_day = 1;        ///< of the month
    QTime m_time;
};

} // namespace network
