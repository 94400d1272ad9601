// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace automation {

using core::field;

/// Whether a watched service works.
enum class AppState { Active, Inactive };

} // namespace automation

template <>
struct core::Words<automation::AppState>
{
    static constexpr std::array list{"active", "inactive"};
};

namespace automation {

/// How many of the watched services work.
struct Summary
{
    int totalApps = 0;
    int activeApps = 0;
    int inactiveApps = 0;
    double uptime = 0;
    QDateTime timestamp;

    static constexpr auto topic = "automation.summary";
    static constexpr auto summary = "How many of the watched services work, every 30 s";
    static constexpr auto fields()
    {
        return std::tuple{field("total_apps", &Summary::totalApps, "Watched services"),
                          field("active_apps", &Summary::activeApps, "Those that work"),
                          field("inactive_apps", &Summary::inactiveApps, "Those that do not"),
                          field("uptime", &Summary::uptime, "Seconds since this server started"),
                          field("timestamp", &Summary::timestamp, "When that was so")};
    }
};

/// A watched service works, or stopped working.
struct AppUpdated
{
    QString appId;
    AppState status = AppState::Active;
    QDateTime updatedAt;

    static constexpr auto topic = "automation.app.updated";
    static constexpr auto summary = "A watched service works, or stopped working";
    static constexpr auto fields()
    {
        return std::tuple{field("app_id", &AppUpdated::appId, "Which").atMost(128),
                          field("status", &AppUpdated::status, "active or inactive"),
                          field("updated_at", &AppUpdated::updatedAt, "When")};
    }
};

/// Something that is read in and worked on moved a step.
struct Processing
{
    QString rawLogId;
    QString stage;
    QString status;
    double progress = 0;
    int eventsCreated = 0;
    double processingTime = 0;
    QString source;

    static constexpr auto topic = "automation.processing";
    static constexpr auto summary = "Something that is read in and worked on moved a step";
    static constexpr auto fields()
    {
        return std::tuple{
            field("raw_log_id", &Processing::rawLogId, "What is worked on").atMost(128),
            field("stage", &Processing::stage, "parsing, analysis, …").atMost(64),
            field("status", &Processing::status, "started, completed, failed, …").atMost(64),
            field("progress", &Processing::progress, "0–1").between(0, 1),
            field("events_created", &Processing::eventsCreated, "Events made of it so far"),
            field("processing_time", &Processing::processingTime, "Seconds so far"),
            field("source", &Processing::source, "Where it comes from").atMost(256).defaulted()};
    }
};

/// Asks how many of the watched services work.
struct GetSummary
{
    using Reply = Summary;

    static constexpr auto name = "automation.summary";
    static constexpr auto summary = "How many of the watched services work";
    static constexpr auto fields() { return std::tuple{}; }
};

/// Says by hand whether a service works.
struct SetApp
{
    using Reply = AppUpdated;

    QString appId;
    AppState status = AppState::Active;

    static constexpr auto name = "automation.app.set";
    static constexpr auto summary = "Says by hand whether a service works";
    static constexpr auto fields()
    {
        return std::tuple{field("app_id", &SetApp::appId, "Which; an unknown one is added").atMost(128),
                          field("status", &SetApp::status, "active or inactive")};
    }
};

/// Declares the facts and commands about apps.
void declare(core::Catalog &catalog);

} // namespace automation
