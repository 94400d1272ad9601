// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace automation {

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
    static core::Fields fields();
};

/// A watched service works, or stopped working.
struct AppUpdated
{
    QString appId;
    AppState status = AppState::Active;
    QDateTime updatedAt;

    static constexpr auto topic = "automation.app.updated";
    static constexpr auto summary = "A watched service works, or stopped working";
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Asks how many of the watched services work.
struct GetSummary
{
    using Reply = Summary;

    static constexpr auto name = "automation.summary";
    static constexpr auto summary = "How many of the watched services work";
    static core::Fields fields();
};

/// Says by hand whether a service works.
struct SetApp
{
    using Reply = AppUpdated;

    QString appId;
    AppState status = AppState::Active;

    static constexpr auto name = "automation.app.set";
    static constexpr auto summary = "Says by hand whether a service works";
    static core::Fields fields();
};

/// Declares the facts and commands about apps.
void declare(core::Catalog &catalog);

} // namespace automation
