// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/usage.h"

namespace usage {

using core::field;

core::Fields Updated::fields()
{
    return {field("department_id", &Updated::departmentId, "Which").atMost(128),
            field("bytes_transferred", &Updated::bytesTransferred, "Both ways since local midnight"),
            field("active_connections", &Updated::activeConnections, "Open now"),
            field("bandwidth_utilization", &Updated::bandwidthUtilization, "Share of its capacity, 0–1")
                .between(0, 1.5),
            field("timestamp", &Updated::timestamp, "When that was so")};
}

core::Fields Quota::fields()
{
    return {field("type", &Quota::type, "daily, weekly or monthly").atMost(32),
            field("used", &Quota::used, "Bytes"), field("limit", &Quota::limit, "Bytes"),
            field("percentage", &Quota::percentage, "0–100, and beyond").between(0, 1'000'000)};
}

core::Fields QuotaReached::fields()
{
    return {field("department_id", &QuotaReached::departmentId, "Which").atMost(128),
            field("type", &QuotaReached::type, "warning, critical or exceeded"),
            field("quota", &QuotaReached::quota, "How it stands"),
            field("timestamp", &QuotaReached::timestamp, "When it was reached")};
}

core::Fields DepartmentStatus::fields()
{
    return {field("department_id", &DepartmentStatus::departmentId, "Which").atMost(128),
            field("active", &DepartmentStatus::active, "It may use the network"),
            field("connected_users", &DepartmentStatus::connectedUsers, "People in the last 5 minutes"),
            field("health_score", &DepartmentStatus::healthScore, "0–1").between(0, 1),
            field("timestamp", &DepartmentStatus::timestamp, "When that was so")};
}

void declare(core::Catalog &catalog)
{
    constexpr qint64 gibibyte = 1024LL * 1024 * 1024;
    constexpr std::chrono::days kept{730};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString department = QStringLiteral("dept123");
    catalog.event<Updated>({.priority = 3, .publishers = core::roles::agents},
                           {department, gibibyte, 25, 0.75, time});
    catalog.event<QuotaReached>({.priority = 5, .retention = kept, .publishers = core::roles::agents},
                                {department,
                                 QuotaStep::Exceeded,
                                 {QStringLiteral("daily"), 5 * gibibyte, 5 * gibibyte, 100.0},
                                 time});
    catalog.event<DepartmentStatus>({.priority = 3, .publishers = core::roles::agents},
                                    {department, true, 25, 0.95, time});
}

} // namespace usage
