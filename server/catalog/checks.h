// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace automation {

using core::field;

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

    static constexpr auto fields()
    {
        return std::tuple{
            field("app_id", &Check::appId, "Stable id").atMost(128),
            field("display_name", &Check::displayName, "As people call it").atMost(128),
            field("kind", &Check::kind, "http, tcp, dns, tls or ping"),
            field("target", &Check::target, "URL, name or address").atMost(2048),
            field("port", &Check::port, "Of tcp and tls; of dns: of the server, 53 where it is 0")
                .between(0, 65535)
                .defaulted(),
            field("expected_status", &Check::expectedStatus, "Of http; 0: any below 400")
                .between(0, 999)
                .defaulted(),
            field("expected_text", &Check::expectedText,
                  "Of http: what the page has; of dns: an address in the answer")
                .atMost(1024)
                .defaulted(),
            field("days_before", &Check::daysBefore, "Of tls: how long before its end a certificate is bad")
                .between(0, 3650)
                .defaulted(),
            field("interval", &Check::interval, "Seconds").between(5, 86400).defaulted(),
            field("timeout", &Check::timeout, "Seconds").between(1, 60).defaulted(),
            field("enabled", &Check::isEnabled, "It is asked").defaulted()};
    }
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

    static constexpr auto fields()
    {
        return std::tuple{
            field("check", &CheckedApp::check, "What is asked"),
            field("active", &CheckedApp::isActive, "It works"),
            field("message", &CheckedApp::message, "What came of it, in a sentence").atMost(1024),
            field("milliseconds", &CheckedApp::milliseconds, "How long it took"),
            field("checked_at", &CheckedApp::checkedAt, "When"),
            field("changed_at", &CheckedApp::changedAt, "Since when it works or does not"),
            field("expires_at", &CheckedApp::expiresAt, "Of tls and https: when its certificate ends")};
    }
};

/// A check was made.
struct AppChecked
{
    CheckedApp app;

    static constexpr auto topic = "automation.app.checked";
    static constexpr auto summary = "A watched service was asked whether it works";
    static constexpr auto fields() { return std::tuple{field("app", &AppChecked::app, "What came of it")}; }
};

/// Asks for the checks.
struct ListChecks
{
    struct Reply
    {
        QList<CheckedApp> apps;

        static constexpr auto fields() { return std::tuple{field("apps", &Reply::apps, "By id")}; }
    };

    static constexpr auto name = "automation.checks.list";
    static constexpr auto summary = "The services that are watched, and how they are";
    static constexpr auto fields() { return std::tuple<>{}; }
};

/// Keeps a check.
struct SetCheck
{
    using Reply = identity::Done;

    Check check;

    static constexpr auto name = "automation.checks.set";
    static constexpr auto summary = "Has a service watched";
    static constexpr auto fields() { return std::tuple{field("check", &SetCheck::check, "What to ask")}; }
};

/// Forgets a check.
struct RemoveCheck
{
    using Reply = identity::Done;

    QString appId;

    static constexpr auto name = "automation.checks.remove";
    static constexpr auto summary = "Has a service no longer watched";
    static constexpr auto fields()
    {
        return std::tuple{field("app_id", &RemoveCheck::appId, "Which").atMost(128)};
    }
};

/// Declares the fact and the commands about watched services.
void declareChecks(core::Catalog &catalog);

} // namespace automation
