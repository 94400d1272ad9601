// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/silences.h"
#include "core/result.h"
#include "domain/alerts/contentline.h"

#include <QTimeZone>

#include <functional>

namespace alerts {

/// Times as calendars write them.
class CalendarTimes
{
public:
    using Remark = std::function<void(const QString &)>;
    struct Moment
    {
        QDateTime at; ///< UTC
        QTimeZone zone;
        bool isDay = false; ///< a whole one
    };

    /// `zone`: of times for which the calendar has none.
    CalendarTimes(QTimeZone zone, Remark remark) : m_zone(std::move(zone)), m_remark(std::move(remark)) {}

    /// Errors: Invalid.
    [[nodiscard]] core::Result<Moment> momentOf(const ContentLine &line) const;
    /// The same, as one of the times of a window: what has no zone goes by that of the window, and a day
    /// stands for when it begins on it. Errors: Invalid.
    [[nodiscard]] core::Result<QDateTime> timeOf(ContentLine line, const MaintenanceWindow &window) const;
    /// "P1DT2H" and the like; nothing: it is none.
    static std::optional<qint64> secondsOf(const QString &duration);

private:
    [[nodiscard]] core::Result<QTimeZone> zoneOf(const ContentLine &line) const;

    QTimeZone m_zone;
    Remark m_remark;
};

} // namespace alerts
