// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/agents.h"

namespace automation {

using core::field;

core::Fields AgentStatus::fields()
{
    return {field("agent_id", &AgentStatus::agentId, "Which").atMost(128),
            field("status", &AgentStatus::status, "online, processing, offline, …").atMost(64),
            field("data", &AgentStatus::data, "Whatever else it tells"),
            field("timestamp", &AgentStatus::timestamp, "When")};
}

core::Fields TaskCompleted::fields()
{
    return {field("agent_id", &TaskCompleted::agentId, "Which").atMost(128),
            field("task_id", &TaskCompleted::taskId, "What it did").atMost(128),
            field("status", &TaskCompleted::status, "completed, failed, cancelled").atMost(64),
            field("result", &TaskCompleted::result, "What came of it"),
            field("duration", &TaskCompleted::duration, "Seconds it took"),
            field("timestamp", &TaskCompleted::timestamp, "When it ended")};
}

core::Fields AgentFailed::fields()
{
    return {field("agent_id", &AgentFailed::agentId, "Which").atMost(128),
            field("code", &AgentFailed::code, "Kind of failure").atMost(64),
            field("message", &AgentFailed::message, "That, in a sentence").atMost(1024),
            field("task_id", &AgentFailed::taskId, "What it was doing").atMost(128),
            field("timestamp", &AgentFailed::timestamp, "When")};
}

core::Fields ReportAgent::fields()
{
    return {field("agent_id", &ReportAgent::agentId, "Which").atMost(128),
            field("status", &ReportAgent::status, "online, processing, offline, …").atMost(64),
            field("data", &ReportAgent::data, "Whatever else there is to tell")};
}

void declareAgents(core::Catalog &catalog)
{
    constexpr std::chrono::days kept{730};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString id = QStringLiteral("agent_123");
    const QJsonValue data = QJsonObject{{QStringLiteral("progress"), 75}};
    catalog.event<AgentStatus>({.priority = 4, .publishers = core::roles::agents},
                               {id, QStringLiteral("processing"), data, time});
    catalog.event<TaskCompleted>({.priority = 4, .retention = kept, .publishers = core::roles::agents},
                                 {id, QStringLiteral("t-5"), QStringLiteral("completed"), data, 83.0, time});
    catalog.event<AgentFailed>({.priority = 8, .retention = kept, .publishers = core::roles::agents},
                               {id, QStringLiteral("unreachable"),
                                QStringLiteral("The agent has not reported for 30 s."), std::nullopt, time});
    catalog.command<ReportAgent>(core::roles::agents, {id, QStringLiteral("processing"), data}, {});
}

} // namespace automation
