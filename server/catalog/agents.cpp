// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/agents.h"

namespace automation {

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
