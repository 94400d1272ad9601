// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/calendarseries.h"

#include <QCoreApplication>

namespace alerts {

/// Makes maintenance windows of the events of a calendar (RFC 5545). What is not understood is said: where it
/// could change when an event is, that event is left out.
class ICalendar
{
    Q_DECLARE_TR_FUNCTIONS(alerts::ICalendar)
public:
    static constexpr int mostBytes = 1 << 20;
    static constexpr int mostEvents = 500;
    static constexpr int longestLine = 16'384;
    static constexpr int mostRemarks = 100;

    struct Import
    {
        QList<MaintenanceWindow> windows; ///< without matchers
        QStringList remarks;
    };

    /// `zone`: of times for which the calendar has none. Errors: Invalid: no calendar, or too large.
    static core::Result<Import> read(const QByteArray &calendar, const QTimeZone &zone);

private:
    explicit ICalendar(const QTimeZone &zone);

    core::Result<void> takeLine(const QString &text, int number);
    void begin(const QString &component);
    void end();
    void takeEvent();
    void remark(const QString &text);

    CalendarTimes m_times;
    CalendarSeries m_series;
    QStringList m_open; ///< components, the innermost last
    CalendarEvent::Lines m_event;
    int m_events = 0;
    int m_unsaid = 0;
    bool m_isCalendar = false;
    Import m_import;
};

} // namespace alerts
