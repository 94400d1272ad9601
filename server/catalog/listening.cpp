// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/listening.h"

namespace session {

using core::field;

core::Fields SetFilter::Reply::fields() { return {}; }

core::Fields SetFilter::fields()
{
    return {field("topics", &SetFilter::topics, "Topics, prefixes (metrics.*) or *; empty: all")
                .atMost(256)
                .defaulted(),
            field("categories", &SetFilter::categories, "Only facts with one of these; empty: all")
                .atMost(256)
                .defaulted(),
            field("sources", &SetFilter::sources, "Only facts from one of these; empty: all")
                .atMost(256)
                .defaulted(),
            field("min_priority", &SetFilter::minPriority, "The least, 1 to 10").between(1, 10).defaulted(),
            field("max_priority", &SetFilter::maxPriority, "The most, 1 to 10").between(1, 10).defaulted()};
}

core::Fields ClearFilter::fields() { return {}; }

core::Fields ClientFigures::fields()
{
    return {field("client_id", &ClientFigures::clientId, "Its id"),
            field("topics", &ClientFigures::topics, "What it is subscribed to"),
            field("filter", &ClientFigures::filter, "What narrows that; absent: nothing").nullable(),
            field("queued_messages", &ClientFigures::queuedMessages, "Messages that wait to be sent")};
}

core::Fields ConnectionFigures::fields()
{
    using Own = ConnectionFigures;
    return {field("total_connections", &Own::totalConnections, "Opened since the server started"),
            field("active_connections", &Own::activeConnections, "Open now"),
            field("authenticated_connections", &Own::authenticatedConnections, "Of these, not guests"),
            field("messages_sent", &Own::messagesSent, "Since the server started"),
            field("messages_failed", &Own::messagesFailed, "Dropped for clients that read too slowly"),
            field("broadcasts_sent", &Own::broadcastsSent, "Facts that happened while somebody was there"),
            field("auth_failures", &Own::authFailures, "Connections refused for their credentials"),
            field("max_connections", &Own::maxConnections, "This server takes, of all contracts"),
            field("queue_size", &Own::queueSize, "Messages that wait to be sent to open connections")};
}

core::Fields BroadcastFigures::fields()
{
    using Own = BroadcastFigures;
    return {
        field("events_processed", &Own::eventsProcessed, "Facts since the server started"),
        field("events_filtered", &Own::eventsFiltered, "Kept from a client by its subscription or filter"),
        field("events_throttled", &Own::eventsThrottled, "Always 0: no fact is held back for its rate"),
        field("messages_queued", &Own::messagesQueued, "Kept for clients that were away"),
        field("messages_delivered", &Own::messagesDelivered, "Of these, sent to clients that came back"),
        field("queue_overflows", &Own::queueOverflows, "Of these, dropped because too many waited"),
        field("active_subscriptions", &Own::activeSubscriptions, "Open connections that have subscribed"),
        field("active_filters", &Own::activeFilters, "Open connections with a filter"),
        field("throttle_rules", &Own::throttleRules, "Always 0: there are none"),
        field("total_queued_messages", &Own::totalQueuedMessages, "That wait for clients that are away"),
        field("clients_with_queued_messages", &Own::clientsWithQueuedMessages, "Those they wait for")};
}

core::Fields Status::Reply::fields()
{
    return {field("client", &Reply::client, "Who asks; null: bears no id").nullable(),
            field("connections", &Reply::connections, "Their connections"),
            field("broadcasts", &Reply::broadcasts, "What they were told, and what was kept for them"),
            field("server_time", &Reply::serverTime, "The server's clock")};
}

core::Fields Status::fields() { return {}; }

void declareListening(core::Catalog &catalog)
{
    const QStringList topics{QStringLiteral("security.event")};
    const SetFilter filter{topics,
                           {QStringLiteral("authentication"), QStringLiteral("authorization")},
                           {QStringLiteral("auth_service"), QStringLiteral("api_gateway")},
                           5,
                           10};
    catalog.command<SetFilter>(core::roles::everyone, filter, {});
    catalog.command<ClearFilter>(core::roles::everyone, {}, {});
    catalog.command<Status>(core::roles::everyone, {},
                            {ClientFigures{QStringLiteral("wall-2"), topics, filter, 0},
                             {12, 3, 3, 480, 0, 160, 1, 100, 0},
                             {160, 40, 0, 25, 20, 0, 2, 1, 0, 5, 1},
                             core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"))});
}

} // namespace session
