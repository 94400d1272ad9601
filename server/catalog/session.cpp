// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/session.h"

namespace session {

using core::field;

core::Fields Subscribe::Reply::fields()
{
    return {
        field("epoch", &Reply::epoch, "Names this run of the stream"),
        field("sequence", &Reply::sequence, "The newest fact's position; drop later events at or below it"),
        field("recovered", &Reply::recovered,
              "True when everything since the given position came before this reply; "
              "false: take a fresh snapshot"),
        field("topics", &Reply::topics, "All that is subscribed now").defaulted()};
}

core::Fields Subscribe::fields()
{
    return {field("topics", &Subscribe::topics, "Topics, prefixes (metrics.*) or *").atMost(256),
            field("since", &Subscribe::since, "Position of the last fact heard"),
            field("epoch", &Subscribe::epoch, "The epoch that position belongs to").atMost(64),
            field("replace", &Subscribe::replace, "Instead of what was subscribed before").defaulted()};
}

core::Fields Unsubscribe::fields()
{
    return {field("topics", &Unsubscribe::topics, "As they were subscribed").atMost(256)};
}

core::Fields Ping::Reply::fields() { return {field("timestamp", &Reply::timestamp, "The server's clock")}; }

core::Fields Ping::fields() { return {}; }

core::Fields ServerStatus::Reply::fields()
{
    return {field("version", &Reply::version, "Of the server"),
            field("addresses", &Reply::addresses, "Where it listens, as URLs"),
            field("clients", &Reply::clients, "Open connections, this one included when it is one"),
            field("events_per_second", &Reply::eventsPerSecond, "Facts published, mean of the last 5 s"),
            field("queued", &Reply::queued, "Messages waiting for slow clients"),
            field("dropped", &Reply::dropped, "Messages dropped for slow clients since start"),
            field("stored_bytes", &Reply::storedBytes, "Size of the databases"),
            field("storage", &Reply::storage, "ok, low (metrics paused), full (read only) or failed"),
            field("storage_message", &Reply::storageMessage, "What that means, in a sentence; empty when ok"),
            field("notice", &Reply::notice,
                  "What administrators must know of this start (a restored database); empty: nothing"),
            field("uptime", &Reply::uptime, "Seconds since the server started")};
}

core::Fields ServerStatus::fields() { return {}; }

core::Fields StorageChanged::fields()
{
    return {field("state", &StorageChanged::state, "ok, low, full, failed or restored"),
            field("message", &StorageChanged::message, "What that means, in a sentence")};
}

void declare(core::Catalog &catalog)
{
    const QString epoch = QStringLiteral("k3J9xQ2m");
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    catalog.event<StorageChanged>(
        {.priority = 8, .retention = std::chrono::days(90)},
        {QStringLiteral("low"),
         QStringLiteral("Less than 256 MiB of disk space is left. Metrics are not recorded.")});
    catalog.command<Subscribe>(core::roles::everyone, {{QStringLiteral("metrics.*")}, 41, epoch, false},
                               {epoch, 42, true, {QStringLiteral("metrics.*")}});
    catalog.command<Unsubscribe>(core::roles::everyone, {{QStringLiteral("metrics.*")}},
                                 {epoch, 42, false, {}});
    catalog.command<Ping>(core::roles::nobody, {}, {time});
    catalog.command<ServerStatus>(core::roles::viewers, {},
                                  {QStringLiteral("0.1.0"),
                                   {QStringLiteral("http://127.0.0.1:8000")},
                                   3,
                                   1.2,
                                   0,
                                   0,
                                   50'331'648,
                                   QStringLiteral("ok"),
                                   {},
                                   {},
                                   3600.0});
}

} // namespace session
