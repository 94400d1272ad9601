// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/analytics.h"

namespace usage {

void declareAnalytics(core::Catalog &catalog)
{
    constexpr std::chrono::days kept{730};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString department = QStringLiteral("dept123");
    const Analytics analytics{department,
                              25,
                              {{QStringLiteral("github.com"), 150}, {QStringLiteral("jira.com"), 100}},
                              {1'048'576.0, QStringLiteral("increasing")},
                              time};
    catalog.event<Analytics>({.priority = 3, .publishers = core::roles::agents}, analytics);
    catalog.event<Anomaly>({.priority = 6, .retention = kept, .publishers = core::roles::agents},
                           {department, QStringLiteral("usage_spike"), 5,
                            QStringLiteral("Unusual increase in streaming traffic"), 0.85, time});
    catalog.command<FollowAnalytics>(core::roles::viewers, {department}, {});
    catalog.command<CurrentAnalytics>(core::roles::viewers, {department}, {{analytics}});
}

} // namespace usage
