// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace usage {

/// A place on the web that people of a department visit.
struct Website
{
    QString domain;
    qint64 visits = 0;

    static core::Fields fields();
};

/// How much a department's networks carry, and which way that goes.
struct Bandwidth
{
    double current = 0;
    QString trend;

    static core::Fields fields();
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
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Narrows the analytics this connection hears to the departments it follows.
struct FollowAnalytics
{
    using Reply = identity::Done;

    QString departmentId;

    static constexpr auto name = "usage.analytics.follow";
    static constexpr auto summary = "Narrows the analytics this connection hears to those it follows";
    static core::Fields fields();
};

/// Asks for the newest analytics.
struct CurrentAnalytics
{
    struct Reply
    {
        QList<Analytics> departments;

        static core::Fields fields();
    };

    std::optional<QString> departmentId;

    static constexpr auto name = "usage.analytics.current";
    static constexpr auto summary = "The newest analytics";
    static core::Fields fields();
};

/// Declares the facts and commands about analytics.
void declareAnalytics(core::Catalog &catalog);

} // namespace usage
