// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/analytics.h"

#include "dialects/departments/facts.h"
#include "dialects/nothing.h"
#include "dialects/severity.h"

namespace dialects::departments {

namespace {
using core::field;

/// `analytics:update`.
struct AnalyticsShape
{
    struct Metrics
    {
        int activeUsers = 0;
        QList<usage::Website> topWebsites;
        usage::Bandwidth bandwidth;

        static core::Fields fields()
        {
            return {field("active_users", &Metrics::activeUsers, "In the last 5 minutes"),
                    field("top_websites", &Metrics::topWebsites, "Most visited first"),
                    field("bandwidth", &Metrics::bandwidth, "What its networks carry")};
        }
    };

    QString departmentId;
    QDateTime timestamp;
    Metrics metrics;

    static core::Fields fields()
    {
        return {field("department_id", &AnalyticsShape::departmentId, "Which"),
                field("timestamp", &AnalyticsShape::timestamp, "When that was so"),
                field("metrics", &AnalyticsShape::metrics, "What its people do")};
    }
};

/// `analytics:anomaly`.
struct AnomalyShape
{
    struct Anomaly
    {
        QString type;
        QString severity;
        QString details;
        double confidence = 0;

        static core::Fields fields()
        {
            return {field("type", &Anomaly::type, "usage_spike, …"),
                    field("severity", &Anomaly::severity, "low, medium or high"),
                    field("details", &Anomaly::details, "That, in a sentence"),
                    field("confidence", &Anomaly::confidence, "0–1")};
        }
    };

    QString departmentId;
    QDateTime timestamp;
    Anomaly anomaly;

    static core::Fields fields()
    {
        return {field("department_id", &AnomalyShape::departmentId, "Which"),
                field("timestamp", &AnomalyShape::timestamp, "When"),
                field("anomaly", &AnomalyShape::anomaly, "What is unusual")};
    }
};

/// `analytics:request`; whatever else is sent with it (a timestamp) is passed over.
struct AnalyticsRequest
{
    std::optional<QString> departmentId;

    static core::Fields fields()
    {
        return {field("department_id", &AnalyticsRequest::departmentId, "Only this one's").atMost(128)};
    }
};

/// `analytics:request` as it is answered.
struct AnalyticsAnswer
{
    QList<AnalyticsShape> analytics;

    static core::Fields fields()
    {
        return {field("analytics", &AnalyticsAnswer::analytics, "The newest of each department")};
    }
};

AnalyticsShape analyticsShape(const usage::Analytics &fact)
{
    return {fact.departmentId, fact.timestamp, {fact.activeUsers, fact.topWebsites, fact.bandwidth}};
}

AnalyticsAnswer analyticsAnswer(const usage::CurrentAnalytics::Reply &reply)
{
    AnalyticsAnswer answer;
    for (const usage::Analytics &each : reply.departments)
        answer.analytics << analyticsShape(each);
    return answer;
}

core::Result<usage::FollowAnalytics> followOf(const QString &departmentId)
{
    if (departmentId.isEmpty())
        return core::Error{core::ErrorCode::Invalid, QStringLiteral("data: expected the id of a department")};
    return usage::FollowAnalytics{departmentId};
}
} // namespace

void addAnalyticsWords(Vocabulary &words)
{
    words.speak<usage::Analytics>("analytics:update", analyticsShape);
    words.speak<usage::Anomaly>("analytics:anomaly", [](const usage::Anomaly &fact) {
        return AnomalyShape{fact.departmentId,
                            fact.timestamp,
                            {fact.type, departmentsSeverity(fact.severity), fact.details, fact.confidence}};
    });
    words.hear<usage::FollowAnalytics, QString>("analytics:subscribe", followOf,
                                                [](const identity::Done &) { return Nothing{}; });
    words.hear<usage::CurrentAnalytics, AnalyticsRequest>(
        "analytics:request",
        [](const AnalyticsRequest &wire) { return usage::CurrentAnalytics{wire.departmentId}; },
        analyticsAnswer);
}

} // namespace dialects::departments
