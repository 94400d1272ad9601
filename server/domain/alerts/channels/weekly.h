// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/routes.h"
#include "core/result.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace alerts::channels {

/// Hours of a week, by the clock on somebody's wall.
class Weekly
{
    Q_DECLARE_TR_FUNCTIONS(alerts::channels::Weekly)
public:
    /// Errors: Invalid.
    static core::Result<void> check(const WeeklyHours &hours);
    /// Whether `now` is among them.
    static bool holds(const WeeklyHours &hours, const QDateTime &now);
    /// Empty: the machine's. Invalid when there is none of this name.
    static QTimeZone zone(const QString &name);
    static core::Error noZone(const QString &name);
};

} // namespace alerts::channels
