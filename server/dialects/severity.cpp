// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/severity.h"

namespace dialects {

namespace {
constexpr int mediumSeverity = 5;
constexpr int highSeverity = 7;
constexpr int criticalSecurity = 8;
constexpr int criticalSeverity = 9;
} // namespace

QString alertSeverity(int severity, bool isSecurity)
{
    if (severity >= (isSecurity ? criticalSecurity : criticalSeverity))
        return QStringLiteral("critical");
    return severity >= mediumSeverity ? QStringLiteral("warning") : QStringLiteral("info");
}

QString departmentsSeverity(int severity)
{
    if (severity >= highSeverity)
        return QStringLiteral("high");
    return severity >= mediumSeverity ? QStringLiteral("medium") : QStringLiteral("low");
}

} // namespace dialects
