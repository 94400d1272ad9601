// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace automation {

using core::field;

/// An agent tells how it is.
struct AgentStatus
{
    QString agentId;
    QString status;
    std::optional<QJsonValue> data;
    QDateTime timestamp;

    static constexpr auto topic = "automation.agent.status";
    static constexpr auto summary = "An agent tells how it is";
    static constexpr auto fields()
    {
        return std::tuple{field("agent_id", &AgentStatus::agentId, "Which").atMost(128),
                          field("status", &AgentStatus::status, "online, processing, offline, …").atMost(64),
                          field("data", &AgentStatus::data, "Whatever else it tells"),
                          field("timestamp", &AgentStatus::timestamp, "When")};
    }
};

/// An agent finished a task.
struct TaskCompleted
{
    QString agentId;
    QString taskId;
    QString status;
    std::optional<QJsonValue> result;
    double duration = 0;
    QDateTime timestamp;

    static constexpr auto topic = "automation.agent.task.completed";
    static constexpr auto summary = "An agent finished a task";
    static constexpr auto fields()
    {
        return std::tuple{field("agent_id", &TaskCompleted::agentId, "Which").atMost(128),
                          field("task_id", &TaskCompleted::taskId, "What it did").atMost(128),
                          field("status", &TaskCompleted::status, "completed, failed, cancelled").atMost(64),
                          field("result", &TaskCompleted::result, "What came of it"),
                          field("duration", &TaskCompleted::duration, "Seconds it took"),
                          field("timestamp", &TaskCompleted::timestamp, "When it ended")};
    }
};

/// Something went wrong with an agent.
struct AgentFailed
{
    QString agentId;
    QString code;
    QString message;
    std::optional<QString> taskId;
    QDateTime timestamp;

    static constexpr auto topic = "automation.agent.failed";
    static constexpr auto summary = "Something went wrong with an agent";
    static constexpr auto fields()
    {
        return std::tuple{field("agent_id", &AgentFailed::agentId, "Which").atMost(128),
                          field("code", &AgentFailed::code, "Kind of failure").atMost(64),
                          field("message", &AgentFailed::message, "That, in a sentence").atMost(1024),
                          field("task_id", &AgentFailed::taskId, "What it was doing").atMost(128),
                          field("timestamp", &AgentFailed::timestamp, "When")};
    }
};

/// Tells how an agent is.
struct ReportAgent
{
    using Reply = identity::Done;

    QString agentId;
    QString status;
    std::optional<QJsonValue> data;

    static constexpr auto name = "automation.agent.report";
    static constexpr auto summary = "Tells how an agent is; agents only of their own id";
    static constexpr auto fields()
    {
        return std::tuple{field("agent_id", &ReportAgent::agentId, "Which").atMost(128),
                          field("status", &ReportAgent::status, "online, processing, offline, …").atMost(64),
                          field("data", &ReportAgent::data, "Whatever else there is to tell")};
    }
};

/// Declares the facts and commands about agents.
void declareAgents(core::Catalog &catalog);

} // namespace automation
