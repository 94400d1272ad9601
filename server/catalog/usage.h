// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace usage {

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
    static core::Fields fields();
};

/// How much a department may use in a period, and did.
struct Quota
{
    QString type;
    qint64 used = 0;
    qint64 limit = 0;
    double percentage = 0;

    static core::Fields fields();
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
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace usage
