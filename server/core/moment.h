// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QTimeZone>

namespace core {

/// That time of that day there, in that zone: of two that a day has where the clocks are put back the first,
/// and where they are put forward over it as much later (as RFC 5545, 3.3.5, has it).
QDateTime momentOf(const QDate &day, const QTime &time, const QTimeZone &zone);

} // namespace core
