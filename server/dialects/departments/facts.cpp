// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/departments/facts.h"

#include "catalog/alerts.h"
#include "catalog/security.h"
#include "catalog/usage.h"
#include "dialects/severity.h"

namespace dialects::departments {

namespace {
using core::field;

/// `usage:update`.
struct UsageShape
{
    struct Metrics
    {
        qint64 bytesTransferred = 0;
        qint64 activeConnections = 0;
        double bandwidthUtilization = 0;

        static core::Fields fields()
        {
            return {field("bytes_transferred", &Metrics::bytesTransferred, "Since local midnight"),
                    field("active_connections", &Metrics::activeConnections, "Open now"),
                    field("bandwidth_utilization", &Metrics::bandwidthUtilization, "0–1")};
        }
    };

    QString departmentId;
    QDateTime timestamp;
    Metrics metrics;

    static core::Fields fields()
    {
        return {field("department_id", &UsageShape::departmentId, "Which"),
                field("timestamp", &UsageShape::timestamp, "When that was so"),
                field("metrics", &UsageShape::metrics, "What its networks carry")};
    }
};

/// `quota:alert`.
struct QuotaShape
{
    usage::QuotaStep type = usage::QuotaStep::Warning;
    QString departmentId;
    QDateTime timestamp;
    usage::Quota quota;

    static core::Fields fields()
    {
        return {field("type", &QuotaShape::type, "warning, critical or exceeded"),
                field("department_id", &QuotaShape::departmentId, "Which"),
                field("timestamp", &QuotaShape::timestamp, "When it was reached"),
                field("quota", &QuotaShape::quota, "How it stands")};
    }
};

/// `error` when a quota is used up, in the shape every error has.
struct QuotaError
{
    struct Details
    {
        QString departmentId;
        usage::Quota quota;

        static core::Fields fields()
        {
            return {field("department_id", &Details::departmentId, "Which"),
                    field("quota", &Details::quota, "How it stands")};
        }
    };

    QString status;
    QString message;
    QString code;
    Details details;
    QDateTime timestamp;

    static core::Fields fields()
    {
        return {field("status", &QuotaError::status, "error"),
                field("message", &QuotaError::message, "For people"),
                field("code", &QuotaError::code, "E_QUOTA_EXCEEDED"),
                field("details", &QuotaError::details, "Whose quota, and how it stands"),
                field("timestamp", &QuotaError::timestamp, "When")};
    }
};

/// `security:incident`.
struct IncidentShape
{
    struct Incident
    {
        QString type;
        QString source;
        QString details;

        static core::Fields fields()
        {
            return {field("type", &Incident::type, "unusual_traffic, …"),
                    field("source", &Incident::source, "Address or service"),
                    field("details", &Incident::details, "That, in a sentence")};
        }
    };

    QString severity;
    QString departmentId;
    QDateTime timestamp;
    Incident incident;
    std::optional<bool> critical;

    static core::Fields fields()
    {
        return {field("severity", &IncidentShape::severity, "low, medium or high"),
                field("department_id", &IncidentShape::departmentId, "Where"),
                field("timestamp", &IncidentShape::timestamp, "When"),
                field("incident", &IncidentShape::incident, "What happened"),
                field("critical", &IncidentShape::critical, "True for more than high")};
    }
};

/// `department:status`.
struct DepartmentShape
{
    struct Status
    {
        bool active = true;
        int connectedUsers = 0;
        double healthScore = 1;

        static core::Fields fields()
        {
            return {field("active", &Status::active, "It may use the network"),
                    field("connected_users", &Status::connectedUsers, "In the last 5 minutes"),
                    field("health_score", &Status::healthScore, "0–1")};
        }
    };

    QString departmentId;
    QDateTime timestamp;
    Status status;

    static core::Fields fields()
    {
        return {field("department_id", &DepartmentShape::departmentId, "Which"),
                field("timestamp", &DepartmentShape::timestamp, "When that was so"),
                field("status", &DepartmentShape::status, "How it is doing")};
    }
};

/// `ip:blocked`.
struct BlockShape
{
    struct Ip
    {
        QString address;
        QString reason;
        double duration = 0;

        static core::Fields fields()
        {
            return {field("address", &Ip::address, "Which"), field("reason", &Ip::reason, "Why"),
                    field("duration", &Ip::duration, "Seconds")};
        }
    };

    QString departmentId;
    QDateTime timestamp;
    Ip ip;

    static core::Fields fields()
    {
        return {field("department_id", &BlockShape::departmentId, "Where"),
                field("timestamp", &BlockShape::timestamp, "Since when"),
                field("ip", &BlockShape::ip, "The address")};
    }
};

/// `system:maintenance`.
struct MaintenanceShape
{
    struct Work
    {
        QString type;
        QDateTime startTime;
        double duration = 0;
        QString impact;

        static core::Fields fields()
        {
            return {field("type", &Work::type, "scheduled, emergency, …; completed or cancelled: no more"),
                    field("start_time", &Work::startTime, "From when"),
                    field("duration", &Work::duration, "Seconds"),
                    field("impact", &Work::impact, "What will not work")};
        }
    };

    QDateTime timestamp;
    Work maintenance;

    static core::Fields fields()
    {
        return {field("timestamp", &MaintenanceShape::timestamp, "When it was announced"),
                field("maintenance", &MaintenanceShape::maintenance, "What is planned")};
    }
};

IncidentShape incidentShape(const security::Incident &fact)
{
    constexpr int critical = 9;
    return {departmentsSeverity(fact.severity),
            fact.departmentId,
            fact.timestamp,
            {fact.type, fact.source, fact.details},
            fact.severity >= critical ? std::optional(true) : std::nullopt};
}

/// The contract has no other place that says that something is over, or off.
QString maintenanceType(const alerts::Maintenance &fact)
{
    switch (fact.state) {
    case alerts::MaintenanceState::Over:
        return QStringLiteral("completed");
    case alerts::MaintenanceState::Cancelled:
        return QStringLiteral("cancelled");
    default:
        return fact.type;
    }
}

QuotaError quotaError(const usage::QuotaReached &fact)
{
    return {QStringLiteral("error"),
            QStringLiteral("Department quota exceeded"),
            QStringLiteral("E_QUOTA_EXCEEDED"),
            {fact.departmentId, fact.quota},
            fact.timestamp};
}
} // namespace

void addFactWords(Vocabulary &words)
{
    words.speak<usage::Updated>("usage:update", [](const usage::Updated &fact) {
        return UsageShape{fact.departmentId,
                          fact.timestamp,
                          {fact.bytesTransferred, fact.activeConnections, fact.bandwidthUtilization}};
    });
    words.speak<usage::QuotaReached>("quota:alert", [](const usage::QuotaReached &fact) {
        return QuotaShape{fact.type, fact.departmentId, fact.timestamp, fact.quota};
    });
    words.speakWhere<usage::QuotaReached>(
        "error", [](const usage::QuotaReached &fact) { return fact.type == usage::QuotaStep::Exceeded; },
        quotaError);
    words.speak<security::Incident>("security:incident", incidentShape);
    words.speak<usage::DepartmentStatus>("department:status", [](const usage::DepartmentStatus &fact) {
        return DepartmentShape{
            fact.departmentId, fact.timestamp, {fact.active, fact.connectedUsers, fact.healthScore}};
    });
    words.speak<security::AddressBlocked>("ip:blocked", [](const security::AddressBlocked &fact) {
        return BlockShape{fact.departmentId, fact.timestamp, {fact.address, fact.reason, fact.duration}};
    });
    words.speak<alerts::Maintenance>("system:maintenance", [](const alerts::Maintenance &fact) {
        return MaintenanceShape{fact.timestamp,
                                {maintenanceType(fact), fact.startTime, fact.duration, fact.impact}};
    });
}

} // namespace dialects::departments
