// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/agents.h"
#include "catalog/automation.h"
#include "dialects/auraos/words.h"
#include "dialects/nothing.h"

namespace dialects::auraos {

namespace {
using core::field;

/// `app_updated`.
struct AppShape
{
    QString appId;
    automation::AppState status = automation::AppState::Active;
    QDateTime updatedAt;

    static core::Fields fields()
    {
        return {field("appId", &AppShape::appId, "Which"),
                field("status", &AppShape::status, "active or inactive"),
                field("updatedAt", &AppShape::updatedAt, "When")};
    }
};

/// `system_status_update`.
struct StatusShape
{
    int totalApps = 0;
    int activeApps = 0;
    int inactiveApps = 0;
    QString uptime;
    QDateTime timestamp;

    static core::Fields fields()
    {
        return {field("totalApps", &StatusShape::totalApps, "Watched services"),
                field("activeApps", &StatusShape::activeApps, "Those that work"),
                field("inactiveApps", &StatusShape::inactiveApps, "Those that do not"),
                field("uptime", &StatusShape::uptime, "Of this server, as \"1d 2h 3m\""),
                field("timestamp", &StatusShape::timestamp, "When that was so")};
    }
};

/// `data_agent_update`, as it is told.
struct AgentShape
{
    QString agentId;
    QString status;
    std::optional<QJsonValue> data;
    QDateTime timestamp;

    static core::Fields fields()
    {
        return {field("agentId", &AgentShape::agentId, "Which"),
                field("status", &AgentShape::status, "online, processing, offline, …"),
                field("data", &AgentShape::data, "Whatever else it tells"),
                field("timestamp", &AgentShape::timestamp, "When")};
    }
};

/// `update_app_status`.
struct AppRequest
{
    QString appId;
    automation::AppState status = automation::AppState::Active;

    static core::Fields fields()
    {
        return {field("appId", &AppRequest::appId, "Which; an unknown one is added").atMost(128),
                field("status", &AppRequest::status, "active or inactive")};
    }
};

/// `data_agent_update`, as it is heard.
struct AgentRequest
{
    QString agentId;
    QString status;
    std::optional<QJsonValue> data;

    static core::Fields fields()
    {
        return {field("agentId", &AgentRequest::agentId, "Which").atMost(128),
                field("status", &AgentRequest::status, "online, processing, …").atMost(64),
                field("data", &AgentRequest::data, "Whatever else there is to tell")};
    }
};

QString uptimeText(double seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const qint64 whole = qint64(seconds);
    return QStringLiteral("%1d %2h %3m").arg(whole / day).arg(whole % day / hour).arg(whole % hour / minute);
}

StatusShape statusShape(const automation::Summary &summary)
{
    return {summary.totalApps, summary.activeApps, summary.inactiveApps, uptimeText(summary.uptime),
            summary.timestamp};
}
} // namespace

void addSystemWords(Vocabulary &words)
{
    words.speak<automation::AppUpdated>("app_updated", [](const automation::AppUpdated &fact) {
        return AppShape{fact.appId, fact.status, fact.updatedAt};
    });
    words.speak<automation::Summary>("system_status_update", statusShape);
    words.speak<automation::AgentStatus>("data_agent_update", [](const automation::AgentStatus &fact) {
        return AgentShape{fact.agentId, fact.status, fact.data, fact.timestamp};
    });
    words.hear<automation::SetApp, AppRequest>(
        "update_app_status",
        [](const AppRequest &wire) {
            return automation::SetApp{wire.appId, wire.status};
        },
        [](const automation::AppUpdated &) { return Nothing{}; });
    Heard &status = words.hear<automation::GetSummary, Nothing>(
        "request_system_status", [](const Nothing &) { return automation::GetSummary{}; }, statusShape);
    words.answerBy<automation::GetSummary>(status, "system_status_update", statusShape);
    words.hear<automation::ReportAgent, AgentRequest>(
        "data_agent_update",
        [](const AgentRequest &wire) {
            return automation::ReportAgent{wire.agentId, wire.status, wire.data};
        },
        [](const identity::Done &) { return Nothing{}; });
}

} // namespace dialects::auraos
