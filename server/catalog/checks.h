// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace automation {

/// What is asked of a service to see that it works.
enum class CheckKind { Http, Tcp, Dns, Tls, Ping };

} // namespace automation

template <>
struct core::Words<automation::CheckKind>
{
    static constexpr std::array list{"http", "tcp", "dns", "tls", "ping"};
};

namespace automation {

/// A service that is asked again and again whether it works: an app, in AuraOS' words.
struct Check
{
    QString appId;
    QString displayName;
    CheckKind kind = CheckKind::Http;
    QString target;
    int port = 0;
    int expectedStatus = 0;
    QString expectedText;
    int daysBefore = 14;
    double interval = 60;
    double timeout = 10;
    bool isEnabled = true;

    static core::Fields fields();
};

/// A check and what came of it last.
struct CheckedApp
{
    Check check;
    bool isActive = true;
    QString message;
    std::optional<double> milliseconds;
    std::optional<QDateTime> checkedAt;
    std::optional<QDateTime> changedAt;
    std::optional<QDateTime> expiresAt;

    static core::Fields fields();
};

/// A check was made.
struct AppChecked
{
    CheckedApp app;

    static constexpr auto topic = "automation.app.checked";
    static constexpr auto summary = "A watched service was asked whether it works";
    static core::Fields fields();
};

/// Asks for the checks.
struct ListChecks
{
    struct Reply
    {
        QList<CheckedApp> apps;

        static core::Fields fields();
    };

    static constexpr auto name = "automation.checks.list";
    static constexpr auto summary = "The services that are watched, and how they are";
    static core::Fields fields();
};

/// Keeps a check.
struct SetCheck
{
    using Reply = identity::Done;

    Check check;

    static constexpr auto name = "automation.checks.set";
    static constexpr auto summary = "Has a service watched";
    static core::Fields fields();
};

/// Forgets a check.
struct RemoveCheck
{
    using Reply = identity::Done;

    QString appId;

    static constexpr auto name = "automation.checks.remove";
    static constexpr auto summary = "Has a service no longer watched";
    static core::Fields fields();
};

/// Declares the fact and the commands about watched services.
void declareChecks(core::Catalog &catalog);

} // namespace automation
