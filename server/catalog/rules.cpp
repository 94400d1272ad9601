// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/rules.h"

namespace automation {

void declareRules(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString execution = QStringLiteral("x-90");
    const QString rule = QStringLiteral("rule_7");
    catalog.event<RuleStarted>({.priority = 2, .publishers = core::roles::agents},
                               {execution, rule, QStringLiteral("schedule"), time});
    catalog.event<RuleCompleted>({.priority = 2, .publishers = core::roles::agents},
                                 {execution, rule, QStringLiteral("completed"), 0.25, 1200, 1, 0, time});
    catalog.event<RuleTriggered>(
        {.priority = 6, .retention = std::chrono::days(730), .publishers = core::roles::agents},
        {rule, QStringLiteral("Many failed sign-ins"), QStringLiteral("firing"), 7, 0.9, 12.0, 10.0,
         QStringLiteral("12 failed sign-ins within a minute."), time});
}

} // namespace automation
