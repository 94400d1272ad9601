// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/automation.h"

namespace automation {

using core::field;

core::Fields Summary::fields()
{
    return {field("total_apps", &Summary::totalApps, "Watched services"),
            field("active_apps", &Summary::activeApps, "Those that work"),
            field("inactive_apps", &Summary::inactiveApps, "Those that do not"),
            field("uptime", &Summary::uptime, "Seconds since this server started"),
            field("timestamp", &Summary::timestamp, "When that was so")};
}

core::Fields AppUpdated::fields()
{
    return {field("app_id", &AppUpdated::appId, "Which").atMost(128),
            field("status", &AppUpdated::status, "active or inactive"),
            field("updated_at", &AppUpdated::updatedAt, "When")};
}

core::Fields Processing::fields()
{
    return {field("raw_log_id", &Processing::rawLogId, "What is worked on").atMost(128),
            field("stage", &Processing::stage, "parsing, analysis, …").atMost(64),
            field("status", &Processing::status, "started, completed, failed, …").atMost(64),
            field("progress", &Processing::progress, "0–1").between(0, 1),
            field("events_created", &Processing::eventsCreated, "Events made of it so far"),
            field("processing_time", &Processing::processingTime, "Seconds so far"),
            field("source", &Processing::source, "Where it comes from").atMost(256).defaulted()};
}

core::Fields GetSummary::fields() { return {}; }

core::Fields SetApp::fields()
{
    return {field("app_id", &SetApp::appId, "Which; an unknown one is added").atMost(128),
            field("status", &SetApp::status, "active or inactive")};
}

namespace {
// Decision 15 of the contracts.
constexpr int usualProcessing = 5;
constexpr int failedProcessing = 8;
} // namespace

void declare(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const Summary summary{4, 3, 1, 93'784.0, time};
    const AppUpdated app{QStringLiteral("app_123"), AppState::Active, time};
    catalog.event<Summary>({.priority = 3}, summary);
    catalog.event<AppUpdated>(
        {.priority = 5, .retention = std::chrono::days(730), .publishers = core::roles::operators}, app);
    catalog.event<Processing>({.priority = usualProcessing, .publishers = core::roles::agents},
                              {QStringLiteral("log_456"), QStringLiteral("analysis"),
                               QStringLiteral("completed"), 1.0, 3, 2.5, QStringLiteral("auth.log")},
                              [](const Processing &fact) {
                                  return fact.status == QLatin1String("failed") ? failedProcessing
                                                                                : usualProcessing;
                              });
    catalog.command<GetSummary>(core::roles::viewers, {}, summary);
    catalog.command<SetApp>(core::roles::operators, {app.appId, app.status}, app);
}

} // namespace automation
