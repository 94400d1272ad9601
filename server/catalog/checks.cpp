// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/checks.h"

namespace automation {

using core::field;

core::Fields Check::fields()
{
    return {field("app_id", &Check::appId, "Stable id").atMost(128),
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

core::Fields CheckedApp::fields()
{
    return {field("check", &CheckedApp::check, "What is asked"),
            field("active", &CheckedApp::isActive, "It works"),
            field("message", &CheckedApp::message, "What came of it, in a sentence").atMost(1024),
            field("milliseconds", &CheckedApp::milliseconds, "How long it took"),
            field("checked_at", &CheckedApp::checkedAt, "When"),
            field("changed_at", &CheckedApp::changedAt, "Since when it works or does not"),
            field("expires_at", &CheckedApp::expiresAt, "Of tls and https: when its certificate ends")};
}

core::Fields AppChecked::fields() { return {field("app", &AppChecked::app, "What came of it")}; }

core::Fields ListChecks::Reply::fields() { return {field("apps", &Reply::apps, "By id")}; }

core::Fields ListChecks::fields() { return {}; }

core::Fields SetCheck::fields() { return {field("check", &SetCheck::check, "What to ask")}; }

core::Fields RemoveCheck::fields() { return {field("app_id", &RemoveCheck::appId, "Which").atMost(128)}; }

void declareChecks(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Check check;
    check.appId = QStringLiteral("intranet");
    check.displayName = QStringLiteral("Intranet");
    check.target = QStringLiteral("https://intranet.example.org/");
    check.expectedText = QStringLiteral("Welcome");
    const CheckedApp app{
        check,           true, QStringLiteral("Answers with 200 in 41 ms."), 41.0, time, time.addDays(-3),
        time.addDays(60)};
    catalog.event<AppChecked>({.priority = 2}, {app});
    catalog.command<ListChecks>(core::roles::viewers, {}, {{app}});
    catalog.command<SetCheck>(core::roles::operators, {check}, {});
    catalog.command<RemoveCheck>(core::roles::operators, {check.appId}, {});
}

} // namespace automation
