// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace automation {

/// An agent tells how it is.
struct AgentStatus
{
    QString agentId;
    QString status;
    std::optional<QJsonValue> data;
    QDateTime timestamp;

    static constexpr auto topic = "automation.agent.status";
    static constexpr auto summary = "An agent tells how it is";
    static core::Fields fields();
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
    static core::Fields fields();
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
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Declares the facts and commands about agents.
void declareAgents(core::Catalog &catalog);

} // namespace automation
