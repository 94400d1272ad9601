// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/format.h"

#include <QDateTime>

namespace settings {

/// Day and minute as people here write them, in local time; a dash for no time at all.
[[nodiscard]] inline QString dayAndMinute(const QDateTime &at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : kit::format::none();
}

/// The same with seconds and zone, for a tooltip.
[[nodiscard]] inline QString exactly(const QDateTime &at)
{
    return at.isValid() ? kit::format::exactTime(at.toMSecsSinceEpoch()) : kit::format::none();
}

} // namespace settings
