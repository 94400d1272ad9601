// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace security {

/// What an event is judged to mean.
struct Analysis
{
    QString threatLevel;
    double confidence = 0;

    static core::Fields fields();
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
    static core::Fields fields();
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
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Declares the facts of this room.
void declare(core::Catalog &catalog);

} // namespace security
