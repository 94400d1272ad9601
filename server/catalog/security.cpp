// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/security.h"

namespace security {

using core::field;

core::Fields Analysis::fields()
{
    return {field("threat_level", &Analysis::threatLevel, "info, low, medium, high or critical").atMost(32),
            field("confidence", &Analysis::confidence, "0–1").between(0, 1)};
}

core::Fields Event::fields()
{
    return {field("event_id", &Event::eventId, "Stable id").atMost(128),
            field("severity", &Event::severity, "1 info to 10 critical").between(1, 10),
            field("category", &Event::category, "authentication, network, …").atMost(64),
            field("source", &Event::source, "Service or log it comes from").atMost(256),
            field("message", &Event::message, "That, in a sentence").atMost(4096),
            field("timestamp", &Event::timestamp, "When it happened"),
            field("analysis", &Event::analysis, "What it is judged to mean"),
            field("recommendations", &Event::recommendations, "What to do").atMost(32)};
}

core::Fields Incident::fields()
{
    return {field("department_id", &Incident::departmentId, "Where").atMost(128),
            field("severity", &Incident::severity, "1 info to 10 critical").between(1, 10),
            field("type", &Incident::type, "unusual_traffic, …").atMost(64),
            field("source", &Incident::source, "Address or service").atMost(256),
            field("details", &Incident::details, "That, in a sentence").atMost(4096),
            field("timestamp", &Incident::timestamp, "When")};
}

core::Fields AddressBlocked::fields()
{
    return {field("department_id", &AddressBlocked::departmentId, "Where").atMost(128),
            field("address", &AddressBlocked::address, "Which").atMost(64),
            field("reason", &AddressBlocked::reason, "Why, in a sentence").atMost(1024),
            field("duration", &AddressBlocked::duration, "Seconds").between(0, 31'536'000),
            field("timestamp", &AddressBlocked::timestamp, "Since when")};
}

void declare(core::Catalog &catalog)
{
    constexpr std::chrono::days kept{90};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString department = QStringLiteral("dept123");
    const QString address = QStringLiteral("192.168.1.100");
    catalog.event<Event>({.priority = 8, .retention = kept, .publishers = core::roles::agents},
                         {QStringLiteral("event_123"),
                          8,
                          QStringLiteral("authentication"),
                          QStringLiteral("auth_service"),
                          QStringLiteral("Failed login attempt detected"),
                          time,
                          {QStringLiteral("high"), 0.85},
                          {QStringLiteral("Review user account")}},
                         [](const Event &fact) { return fact.severity; });
    catalog.event<Incident>({.priority = 8, .retention = kept, .publishers = core::roles::agents},
                            {department, 8, QStringLiteral("unusual_traffic"), address,
                             QStringLiteral("Sudden spike in outbound traffic"), time});
    catalog.event<AddressBlocked>({.priority = 7, .retention = kept, .publishers = core::roles::operators},
                                  {department, address, QStringLiteral("Exceeded rate limit"), 3600.0, time});
}

} // namespace security
