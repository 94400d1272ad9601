// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/calendarevent.h"

#include <QSet>

namespace alerts {

/// Makes windows of the events of a calendar: of those with one UID a single one, without the times that are
/// cancelled and with those that are moved (RFC 5545, 3.8.4.4). A series of which a part is not understood is
/// left out.
class CalendarSeries
{
public:
    /// Why an event is left out: what it is called, and the reason.
    using Refuse = std::function<void(const QString &name, const core::Error &why)>;

    CalendarSeries(const CalendarTimes &times, Refuse refuse) : m_times(times), m_refuse(std::move(refuse)) {}

    void take(const CalendarEvent::Lines &lines);
    /// Of all that was taken.
    [[nodiscard]] QList<MaintenanceWindow> windows() const;

private:
    /// Errors: Invalid.
    [[nodiscard]] core::Result<MaintenanceWindow> whole(const CalendarEvent &event) const;
    /// Errors: Invalid.
    core::Result<void> replaceParts(MaintenanceWindow &window) const;

    const CalendarTimes &m_times;
    Refuse m_refuse;
    QList<CalendarEvent> m_events;
    QSet<QString> m_broken;  ///< UIDs of series of which a part is not understood
    QSet<QString> m_refused; ///< UIDs of events that are left out
};

} // namespace alerts
