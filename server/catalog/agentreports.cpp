// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/agentreports.h"

namespace metrics {

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
