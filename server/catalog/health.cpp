// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/health.h"

namespace metrics {

using core::field;

core::Fields Vitals::fields()
{
    return {field("status", &Vitals::status, "healthy, degraded or unhealthy"),
            field("figures", &Vitals::figures, "Figures of its own, by name")};
}

core::Fields Health::fields()
{
    return {field("overall_status", &Health::overallStatus, "As the worst of its parts"),
            field("components", &Health::components, "Each part, by name"),
            field("timestamp", &Health::timestamp, "When that was so")};
}

core::Fields Component::fields()
{
    return {field("component", &Component::component, "Which").atMost(128),
            field("status", &Component::status, "healthy, degraded or unhealthy"),
            field("uptime", &Component::uptime, "Seconds it has been running"),
            field("metrics", &Component::metrics, "Figures of its own, by name")};
}

namespace {
// What ThreatLens' people are woken by: decision 15 of the contracts.
constexpr int usualHealth = 2;
constexpr int unhealthyHouse = 10;
constexpr int usualComponent = 3;
constexpr int unhealthyComponent = 8;
} // namespace

void declareHealth(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    catalog.event<Health>(
        {.priority = usualHealth},
        {Condition::Healthy,
         {{QStringLiteral("websocket_manager"), {Condition::Healthy, {{QStringLiteral("connections"), 5.0}}}},
          {QStringLiteral("event_broadcaster"),
           {Condition::Healthy, {{QStringLiteral("queued_messages"), 0.0}}}}},
         time},
        [](const Health &fact) {
            return fact.overallStatus == Condition::Unhealthy ? unhealthyHouse : usualHealth;
        });
    catalog.event<Component>({.priority = usualComponent, .publishers = core::roles::agents},
                             {QStringLiteral("file_monitor"),
                              Condition::Healthy,
                              3600.5,
                              {{QStringLiteral("files_monitored"), 5.0}}},
                             [](const Component &fact) {
                                 return fact.status == Condition::Healthy ? usualComponent
                                                                          : unhealthyComponent;
                             });
}

} // namespace metrics
