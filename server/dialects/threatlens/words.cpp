// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/threatlens/words.h"

#include "catalog/automation.h"
#include "catalog/presence.h"
#include "catalog/security.h"

namespace dialects::threatlens {

namespace {
using core::field;

/// `health_check`: a part's figures stand beside its status.
struct HealthShape
{
    metrics::Condition overallStatus = metrics::Condition::Healthy;
    QMap<QString, QJsonObject> components;
    QDateTime timestamp;

    static core::Fields fields()
    {
        return {field("overall_status", &HealthShape::overallStatus, "As the worst of its parts"),
                field("components", &HealthShape::components,
                      "Each part, by name: its status, and figures of its own"),
                field("timestamp", &HealthShape::timestamp, "When that was so")};
    }
};

HealthShape healthShape(const metrics::Health &health)
{
    HealthShape shape{health.overallStatus, {}, health.timestamp};
    for (auto part = health.components.begin(); part != health.components.end(); ++part) {
        QJsonObject vitals;
        for (auto figure = part->figures.begin(); figure != part->figures.end(); ++figure)
            vitals.insert(figure.key(), figure.value());
        vitals.insert(QStringLiteral("status"), core::toJson(part->status));
        shape.components.insert(part.key(), vitals);
    }
    return shape;
}
} // namespace

QJsonObject componentsOf(const metrics::Health &health)
{
    return core::toJson(healthShape(health).components).toObject();
}

void addFactWords(Vocabulary &words)
{
    words.speak<security::Event>("security_event");
    words.speak<metrics::Component>("system_status");
    words.speak<automation::Processing>("processing_update");
    words.speak<metrics::Health>("health_check", healthShape);
    words.speak<identity::Action>("user_action");
}

} // namespace dialects::threatlens
