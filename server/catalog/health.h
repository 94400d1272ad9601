// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace metrics {

using core::field;

/// How a part of this house, or all of it, is doing.
enum class Condition { Healthy, Degraded, Unhealthy };

} // namespace metrics

template <>
struct core::Words<metrics::Condition>
{
    static constexpr std::array list{"healthy", "degraded", "unhealthy"};
};

namespace metrics {

/// How one part of this house is doing, with its own figures.
struct Vitals
{
    Condition status = Condition::Healthy;
    QMap<QString, double> figures;

    static constexpr auto fields()
    {
        return std::tuple{field("status", &Vitals::status, "healthy, degraded or unhealthy"),
                          field("figures", &Vitals::figures, "Figures of its own, by name")};
    }
};

/// How the house as a whole is doing.
struct Health
{
    Condition overallStatus = Condition::Healthy;
    QMap<QString, Vitals> components;
    QDateTime timestamp;

    static constexpr auto topic = "metrics.health";
    static constexpr auto summary = "How the house as a whole is doing, every 30 s";
    static constexpr auto fields()
    {
        return std::tuple{field("overall_status", &Health::overallStatus, "As the worst of its parts"),
                          field("components", &Health::components, "Each part, by name"),
                          field("timestamp", &Health::timestamp, "When that was so")};
    }
};

/// One part of the house tells how it is doing.
struct Component
{
    QString component;
    Condition status = Condition::Healthy;
    double uptime = 0;
    QMap<QString, double> metrics;

    static constexpr auto topic = "metrics.component";
    static constexpr auto summary = "One part of the house tells how it is doing";
    static constexpr auto fields()
    {
        return std::tuple{field("component", &Component::component, "Which").atMost(128),
                          field("status", &Component::status, "healthy, degraded or unhealthy"),
                          field("uptime", &Component::uptime, "Seconds it has been running"),
                          field("metrics", &Component::metrics, "Figures of its own, by name")};
    }
};

/// Declares the facts about health.
void declareHealth(core::Catalog &catalog);

} // namespace metrics
