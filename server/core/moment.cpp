// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/moment.h"

namespace core {

QDateTime momentOf(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    const QDateTime read(day, time, Qt::UTC);
    const auto with = [&](int offset) { return read.addSecs(-offset); };
    const int before = zone.offsetFromUtc(read.addDays(-1));
    const int behind = zone.offsetFromUtc(read.addDays(1));
    const bool isBefore = zone.offsetFromUtc(with(before)) == before;
    const bool isBehind = zone.offsetFromUtc(with(behind)) == behind;
    return (isBefore || !isBehind ? with(before) : with(behind)).toTimeZone(zone);
}

} // namespace core
