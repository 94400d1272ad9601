// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/everyst/text.h"

namespace dialects::everyst {

core::Fields Said::fields() { return {core::field("message", &Said::message, "For people")}; }

QString elapsedText(double seconds)
{
    constexpr qint64 minute = 60;
    const qint64 whole = qint64(seconds);
    const qint64 minutes = whole / minute;
    const QString rest = QStringLiteral("%1s").arg(whole % minute);
    if (minutes == 0)
        return rest;
    if (minutes < minute)
        return QStringLiteral("%1m %2").arg(minutes).arg(rest);
    return QStringLiteral("%1h %2m %3").arg(minutes / minute).arg(minutes % minute).arg(rest);
}

} // namespace dialects::everyst
