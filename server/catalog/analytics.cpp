// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/analytics.h"

namespace usage {

using core::field;

core::Fields Website::fields()
{
    return {field("domain", &Website::domain, "Registrable domain").atMost(256),
            field("visits", &Website::visits, "Visits today")};
}

core::Fields Bandwidth::fields()
{
    return {field("current", &Bandwidth::current, "Bytes per second, mean of a minute"),
            field("trend", &Bandwidth::trend, "increasing, decreasing or stable").atMost(32)};
}

core::Fields Analytics::fields()
{
    return {field("department_id", &Analytics::departmentId, "Which").atMost(128),
            field("active_users", &Analytics::activeUsers, "People in the last 5 minutes"),
            field("top_websites", &Analytics::topWebsites, "Most visited first").atMost(100),
            field("bandwidth", &Analytics::bandwidth, "What its networks carry"),
            field("timestamp", &Analytics::timestamp, "When that was so")};
}

core::Fields Anomaly::fields()
{
    return {field("department_id", &Anomaly::departmentId, "Which").atMost(128),
            field("type", &Anomaly::type, "usage_spike, …").atMost(64),
            field("severity", &Anomaly::severity, "1 info to 10 critical").between(1, 10),
            field("details", &Anomaly::details, "That, in a sentence").atMost(1024),
            field("confidence", &Anomaly::confidence, "0–1").between(0, 1),
            field("timestamp", &Anomaly::timestamp, "When")};
}

core::Fields FollowAnalytics::fields()
{
    return {field("department_id", &FollowAnalytics::departmentId, "One more").atMost(128)};
}

core::Fields CurrentAnalytics::Reply::fields()
{
    return {field("departments", &Reply::departments, "The newest of each")};
}

core::Fields CurrentAnalytics::fields()
{
    return {field("department_id", &CurrentAnalytics::departmentId, "Only this one's").atMost(128)};
}

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
