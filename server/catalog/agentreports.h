// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/health.h"
#include "catalog/metrics.h"

namespace metrics {

/// One reading of the load of the machine an agent runs on, as far as it knows.
struct AgentReading
{
    QString agentId;
    std::optional<Cpu> cpu;
    std::optional<Space> memory;
    std::optional<Space> swap;
    std::optional<Space> disk;
    std::optional<DiskIo> diskIo;
    std::optional<Network> network;
    std::optional<double> uptime;
    QDateTime timestamp;

    static constexpr auto topic = "metrics.agent.reading";
    static constexpr auto summary = "One reading of the load of the machine an agent runs on";
    static core::Fields fields();
};

/// How what an agent looks after is doing.
struct AgentHealth
{
    QString agentId;
    Condition overallStatus = Condition::Healthy;
    QMap<QString, Vitals> components;
    QDateTime timestamp;

    static constexpr auto topic = "metrics.agent.health";
    static constexpr auto summary = "How what an agent looks after is doing";
    static core::Fields fields();
};

/// Declares what agents tell of their machines.
void declareAgentReports(core::Catalog &catalog);

} // namespace metrics
