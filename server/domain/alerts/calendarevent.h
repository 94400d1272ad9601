// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/calendartimes.h"

namespace alerts {

/// An event of a calendar as it stands there: maintenance, or what becomes of one time of a series.
struct CalendarEvent
{
    using Lines = QList<ContentLine>;

    MaintenanceWindow window;           ///< without matchers
    std::optional<ContentLine> instead; ///< the RECURRENCE-ID: of which time of its series it is
    bool isCancelled = false;           ///< that time; of other events that is an error

    /// Errors: Invalid.
    static core::Result<CalendarEvent> of(const Lines &lines, const CalendarTimes &times);
    /// How people call it; empty: not at all.
    static QString nameIn(const Lines &lines);
    static QString uidIn(const Lines &lines);
    static bool isInstead(const Lines &lines);
    /// Whether a line of that name says something, or is known to say nothing of when an event is.
    static bool isKnown(const QString &name);
};

} // namespace alerts
