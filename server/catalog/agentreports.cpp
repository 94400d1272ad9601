// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/agentreports.h"

namespace metrics {

using core::field;

core::Fields AgentReading::fields()
{
    return {field("agent_id", &AgentReading::agentId, "Who read it").atMost(128),
            field("cpu", &AgentReading::cpu, "Processor"),
            field("memory", &AgentReading::memory, "Main memory"),
            field("swap", &AgentReading::swap, "Swap space"),
            field("disk", &AgentReading::disk, "The root file system"),
            field("disk_io", &AgentReading::diskIo, "Block devices"),
            field("network", &AgentReading::network, "Network interfaces"),
            field("uptime", &AgentReading::uptime, "Seconds since start-up"),
            field("timestamp", &AgentReading::timestamp, "When it was read")};
}

core::Fields AgentHealth::fields()
{
    return {field("agent_id", &AgentHealth::agentId, "Who tells it").atMost(128),
            field("overall_status", &AgentHealth::overallStatus, "As the worst of its parts"),
            field("components", &AgentHealth::components, "Each part, by name").defaulted(),
            field("timestamp", &AgentHealth::timestamp, "When that was so")};
}

void declareAgentReports(core::Catalog &catalog)
{
    const QString agent = QStringLiteral("agent-1");
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    AgentReading reading;
    reading.agentId = agent;
    reading.memory = Space{16'000'000'000, 8'000'000'000, 8'000'000'000, 50.0};
    reading.uptime = 86'400.0;
    reading.timestamp = time;
    catalog.event<AgentReading>({.priority = 3, .publishers = core::roles::agents}, reading);
    catalog.event<AgentHealth>(
        {.priority = 3, .publishers = core::roles::agents},
        {agent,
         Condition::Degraded,
         {{QStringLiteral("disk"), {Condition::Degraded, {{QStringLiteral("used"), 91.5}}}}},
         time});
}

} // namespace metrics
