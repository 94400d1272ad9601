// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace usage {

using core::field;

/// What a department's networks carry.
struct Updated
{
    QString departmentId;
    qint64 bytesTransferred = 0;
    qint64 activeConnections = 0;
    double bandwidthUtilization = 0;
    QDateTime timestamp;

    static constexpr auto topic = "usage.updated";
    static constexpr auto summary = "What a department's networks carry";
    static constexpr auto fields()
    {
        return std::tuple{
            field("department_id", &Updated::departmentId, "Which").atMost(128),
            field("bytes_transferred", &Updated::bytesTransferred, "Both ways since local midnight"),
            field("active_connections", &Updated::activeConnections, "Open now"),
            field("bandwidth_utilization", &Updated::bandwidthUtilization, "Share of its capacity, 0–1")
                .between(0, 1.5),
            field("timestamp", &Updated::timestamp, "When that was so")};
    }
};

/// How much a department may use in a period, and did.
struct Quota
{
    QString type;
    qint64 used = 0;
    qint64 limit = 0;
    double percentage = 0;

    static constexpr auto fields()
    {
        return std::tuple{field("type", &Quota::type, "daily, weekly or monthly").atMost(32),
                          field("used", &Quota::used, "Bytes"), field("limit", &Quota::limit, "Bytes"),
                          field("percentage", &Quota::percentage, "0–100, and beyond").between(0, 1'000'000)};
    }
};

/// Which step of a quota was reached: 80, 90 or 100 %.
enum class QuotaStep { Warning, Critical, Exceeded };

} // namespace usage

template <>
struct core::Words<usage::QuotaStep>
{
    static constexpr std::array list{"warning", "critical", "exceeded"};
};

namespace usage {

/// A department has used a good part, or all, of its quota.
struct QuotaReached
{
    QString departmentId;
    QuotaStep type = QuotaStep::Warning;
    Quota quota;
    QDateTime timestamp;

    static constexpr auto topic = "usage.quota.reached";
    static constexpr auto summary = "A department has used a good part, or all, of its quota";
    static constexpr auto fields()
    {
        return std::tuple{field("department_id", &QuotaReached::departmentId, "Which").atMost(128),
                          field("type", &QuotaReached::type, "warning, critical or exceeded"),
                          field("quota", &QuotaReached::quota, "How it stands"),
                          field("timestamp", &QuotaReached::timestamp, "When it was reached")};
    }
};

/// How a department is doing.
struct DepartmentStatus
{
    QString departmentId;
    bool active = true;
    int connectedUsers = 0;
    double healthScore = 1;
    QDateTime timestamp;

    static constexpr auto topic = "usage.department.status";
    static constexpr auto summary = "How a department is doing";
    static constexpr auto fields()
    {
        return std::tuple{
            field("department_id", &DepartmentStatus::departmentId, "Which").atMost(128),
            field("active", &DepartmentStatus::active, "It may use the network"),
            field("connected_users", &DepartmentStatus::connectedUsers, "People in the last 5 minutes"),
            field("health_score", &DepartmentStatus::healthScore, "0–1").between(0, 1),
            field("timestamp", &DepartmentStatus::timestamp, "When that was so")};
    }
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace usage
