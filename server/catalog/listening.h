// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace session {

using core::field;

/// Narrows what this connection hears, whatever it is subscribed to.
struct SetFilter
{
    struct Reply
    {
        static constexpr auto fields() { return std::tuple{}; }
    };

    QStringList topics;
    QStringList categories;
    QStringList sources;
    int minPriority = 1;
    int maxPriority = 10;

    static constexpr auto name = "session.filter";
    static constexpr auto summary =
        "Narrows what this connection hears; takes the place of an earlier filter";
    static constexpr auto fields()
    {
        return std::tuple{
            field("topics", &SetFilter::topics, "Topics, prefixes (metrics.*) or *; empty: all")
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
};

/// Takes the filter away.
struct ClearFilter
{
    using Reply = SetFilter::Reply;

    static constexpr auto name = "session.unfilter";
    static constexpr auto summary = "Takes the filter of this connection away";
    static constexpr auto fields() { return std::tuple{}; }
};

/// Who asks, as one of the clients that bear an id.
struct ClientFigures
{
    QString clientId;
    QStringList topics;
    std::optional<SetFilter> filter;
    qint64 queuedMessages = 0;

    static constexpr auto fields()
    {
        return std::tuple{
            field("client_id", &ClientFigures::clientId, "Its id"),
            field("topics", &ClientFigures::topics, "What it is subscribed to"),
            field("filter", &ClientFigures::filter, "What narrows that; absent: nothing").nullable(),
            field("queued_messages", &ClientFigures::queuedMessages, "Messages that wait to be sent")};
    }
};

/// The connections of the clients that bear an id.
struct ConnectionFigures
{
    qint64 totalConnections = 0;
    qint64 activeConnections = 0;
    qint64 authenticatedConnections = 0;
    qint64 messagesSent = 0;
    qint64 messagesFailed = 0;
    qint64 broadcastsSent = 0;
    qint64 authFailures = 0;
    qint64 maxConnections = 0;
    qint64 queueSize = 0;

    static constexpr auto fields()
    {
        using Own = ConnectionFigures;
        return std::tuple{
            field("total_connections", &Own::totalConnections, "Opened since the server started"),
            field("active_connections", &Own::activeConnections, "Open now"),
            field("authenticated_connections", &Own::authenticatedConnections, "Of these, not guests"),
            field("messages_sent", &Own::messagesSent, "Since the server started"),
            field("messages_failed", &Own::messagesFailed, "Dropped for clients that read too slowly"),
            field("broadcasts_sent", &Own::broadcastsSent, "Facts that happened while somebody was there"),
            field("auth_failures", &Own::authFailures, "Connections refused for their credentials"),
            field("max_connections", &Own::maxConnections, "This server takes, of all contracts"),
            field("queue_size", &Own::queueSize, "Messages that wait to be sent to open connections")};
    }
};

/// What became of the facts that the clients that bear an id may hear.
struct BroadcastFigures
{
    qint64 eventsProcessed = 0;
    qint64 eventsFiltered = 0;
    qint64 eventsThrottled = 0;
    qint64 messagesQueued = 0;
    qint64 messagesDelivered = 0;
    qint64 queueOverflows = 0;
    qint64 activeSubscriptions = 0;
    qint64 activeFilters = 0;
    qint64 throttleRules = 0;
    qint64 totalQueuedMessages = 0;
    qint64 clientsWithQueuedMessages = 0;

    static constexpr auto fields()
    {
        using Own = BroadcastFigures;
        return std::tuple{
            field("events_processed", &Own::eventsProcessed, "Facts since the server started"),
            field("events_filtered", &Own::eventsFiltered,
                  "Kept from a client by its subscription or filter"),
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
};

/// How the clients that bear an id are served, and the one that asks.
struct Status
{
    struct Reply
    {
        std::optional<ClientFigures> client;
        ConnectionFigures connections;
        BroadcastFigures broadcasts;
        QDateTime serverTime;

        static constexpr auto fields()
        {
            return std::tuple{
                field("client", &Reply::client, "Who asks; null: bears no id").nullable(),
                field("connections", &Reply::connections, "Their connections"),
                field("broadcasts", &Reply::broadcasts, "What they were told, and what was kept for them"),
                field("server_time", &Reply::serverTime, "The server's clock")};
        }
    };

    static constexpr auto name = "session.status";
    static constexpr auto summary = "How the clients that bear an id (ThreatLens) are served";
    static constexpr auto fields() { return std::tuple{}; }
};

/// Declares the commands about what a connection hears.
void declareListening(core::Catalog &catalog);

} // namespace session
