// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace security {

using core::field;

/// What an event is judged to mean.
struct Analysis
{
    QString threatLevel;
    double confidence = 0;

    static constexpr auto fields()
    {
        return std::tuple{
            field("threat_level", &Analysis::threatLevel, "info, low, medium, high or critical").atMost(32),
            field("confidence", &Analysis::confidence, "0–1").between(0, 1)};
    }
};

/// Something that matters for security was seen.
struct Event
{
    QString eventId;
    int severity = 5;
    QString category;
    QString source;
    QString message;
    QDateTime timestamp;
    Analysis analysis;
    QStringList recommendations;

    static constexpr auto topic = "security.event";
    static constexpr auto summary = "Something that matters for security was seen";
    static constexpr auto fields()
    {
        return std::tuple{field("event_id", &Event::eventId, "Stable id").atMost(128),
                          field("severity", &Event::severity, "1 info to 10 critical").between(1, 10),
                          field("category", &Event::category, "authentication, network, …").atMost(64),
                          field("source", &Event::source, "Service or log it comes from").atMost(256),
                          field("message", &Event::message, "That, in a sentence").atMost(4096),
                          field("timestamp", &Event::timestamp, "When it happened"),
                          field("analysis", &Event::analysis, "What it is judged to mean"),
                          field("recommendations", &Event::recommendations, "What to do").atMost(32)};
    }
};

/// Events that belong together and need somebody.
struct Incident
{
    QString departmentId;
    int severity = 5;
    QString type;
    QString source;
    QString details;
    QDateTime timestamp;

    static constexpr auto topic = "security.incident";
    static constexpr auto summary = "Something happened that somebody must look at";
    static constexpr auto fields()
    {
        return std::tuple{field("department_id", &Incident::departmentId, "Where").atMost(128),
                          field("severity", &Incident::severity, "1 info to 10 critical").between(1, 10),
                          field("type", &Incident::type, "unusual_traffic, …").atMost(64),
                          field("source", &Incident::source, "Address or service").atMost(256),
                          field("details", &Incident::details, "That, in a sentence").atMost(4096),
                          field("timestamp", &Incident::timestamp, "When")};
    }
};

/// An address may not get through for a while.
struct AddressBlocked
{
    QString departmentId;
    QString address;
    QString reason;
    double duration = 0;
    QDateTime timestamp;

    static constexpr auto topic = "security.address.blocked";
    static constexpr auto summary = "An address may not get through for a while";
    static constexpr auto fields()
    {
        return std::tuple{field("department_id", &AddressBlocked::departmentId, "Where").atMost(128),
                          field("address", &AddressBlocked::address, "Which").atMost(64),
                          field("reason", &AddressBlocked::reason, "Why, in a sentence").atMost(1024),
                          field("duration", &AddressBlocked::duration, "Seconds").between(0, 31'536'000),
                          field("timestamp", &AddressBlocked::timestamp, "Since when")};
    }
};

/// Declares the facts of this room.
void declare(core::Catalog &catalog);

} // namespace security
