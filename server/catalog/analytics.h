// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace usage {

using core::field;

/// A place on the web that people of a department visit.
struct Website
{
    QString domain;
    qint64 visits = 0;

    static constexpr auto fields()
    {
        return std::tuple{field("domain", &Website::domain, "Registrable domain").atMost(256),
                          field("visits", &Website::visits, "Visits today")};
    }
};

/// How much a department's networks carry, and which way that goes.
struct Bandwidth
{
    double current = 0;
    QString trend;

    static constexpr auto fields()
    {
        return std::tuple{field("current", &Bandwidth::current, "Bytes per second, mean of a minute"),
                          field("trend", &Bandwidth::trend, "increasing, decreasing or stable").atMost(32)};
    }
};

/// What the people of a department do with its networks.
struct Analytics
{
    QString departmentId;
    int activeUsers = 0;
    QList<Website> topWebsites;
    Bandwidth bandwidth;
    QDateTime timestamp;

    static constexpr auto topic = "usage.analytics";
    static constexpr auto summary = "What the people of a department do with its networks";
    static constexpr auto fields()
    {
        return std::tuple{field("department_id", &Analytics::departmentId, "Which").atMost(128),
                          field("active_users", &Analytics::activeUsers, "People in the last 5 minutes"),
                          field("top_websites", &Analytics::topWebsites, "Most visited first").atMost(100),
                          field("bandwidth", &Analytics::bandwidth, "What its networks carry"),
                          field("timestamp", &Analytics::timestamp, "When that was so")};
    }
};

/// A department's networks are used as they usually are not.
struct Anomaly
{
    QString departmentId;
    QString type;
    int severity = 5;
    QString details;
    double confidence = 0;
    QDateTime timestamp;

    static constexpr auto topic = "usage.anomaly";
    static constexpr auto summary = "A department's networks are used as they usually are not";
    static constexpr auto fields()
    {
        return std::tuple{field("department_id", &Anomaly::departmentId, "Which").atMost(128),
                          field("type", &Anomaly::type, "usage_spike, …").atMost(64),
                          field("severity", &Anomaly::severity, "1 info to 10 critical").between(1, 10),
                          field("details", &Anomaly::details, "That, in a sentence").atMost(1024),
                          field("confidence", &Anomaly::confidence, "0–1").between(0, 1),
                          field("timestamp", &Anomaly::timestamp, "When")};
    }
};

/// Narrows the analytics this connection hears to the departments it follows.
struct FollowAnalytics
{
    using Reply = identity::Done;

    QString departmentId;

    static constexpr auto name = "usage.analytics.follow";
    static constexpr auto summary = "Narrows the analytics this connection hears to those it follows";
    static constexpr auto fields()
    {
        return std::tuple{field("department_id", &FollowAnalytics::departmentId, "One more").atMost(128)};
    }
};

/// Asks for the newest analytics.
struct CurrentAnalytics
{
    struct Reply
    {
        QList<Analytics> departments;

        static constexpr auto fields()
        {
            return std::tuple{field("departments", &Reply::departments, "The newest of each")};
        }
    };

    std::optional<QString> departmentId;

    static constexpr auto name = "usage.analytics.current";
    static constexpr auto summary = "The newest analytics";
    static constexpr auto fields()
    {
        return std::tuple{
            field("department_id", &CurrentAnalytics::departmentId, "Only this one's").atMost(128)};
    }
};

/// Declares the facts and commands about analytics.
void declareAnalytics(core::Catalog &catalog);

} // namespace usage
