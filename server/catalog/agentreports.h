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
    static constexpr auto fields()
    {
        return std::tuple{field("agent_id", &AgentReading::agentId, "Who read it").atMost(128),
                          field("cpu", &AgentReading::cpu, "Processor"),
                          field("memory", &AgentReading::memory, "Main memory"),
                          field("swap", &AgentReading::swap, "Swap space"),
                          field("disk", &AgentReading::disk, "The root file system"),
                          field("disk_io", &AgentReading::diskIo, "Block devices"),
                          field("network", &AgentReading::network, "Network interfaces"),
                          field("uptime", &AgentReading::uptime, "Seconds since start-up"),
                          field("timestamp", &AgentReading::timestamp, "When it was read")};
    }
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
    static constexpr auto fields()
    {
        return std::tuple{field("agent_id", &AgentHealth::agentId, "Who tells it").atMost(128),
                          field("overall_status", &AgentHealth::overallStatus, "As the worst of its parts"),
                          field("components", &AgentHealth::components, "Each part, by name").defaulted(),
                          field("timestamp", &AgentHealth::timestamp, "When that was so")};
    }
};

/// Declares what agents tell of their machines.
void declareAgentReports(core::Catalog &catalog);

} // namespace metrics
