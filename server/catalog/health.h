// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace metrics {

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

    static core::Fields fields();
};

/// How the house as a whole is doing.
struct Health
{
    Condition overallStatus = Condition::Healthy;
    QMap<QString, Vitals> components;
    QDateTime timestamp;

    static constexpr auto topic = "metrics.health";
    static constexpr auto summary = "How the house as a whole is doing, every 30 s";
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Declares the facts about health.
void declareHealth(core::Catalog &catalog);

} // namespace metrics
