// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace session {

/// Narrows what this connection hears, whatever it is subscribed to.
struct SetFilter
{
    struct Reply
    {
        static core::Fields fields();
    };

    QStringList topics;
    QStringList categories;
    QStringList sources;
    int minPriority = 1;
    int maxPriority = 10;

    static constexpr auto name = "session.filter";
    static constexpr auto summary =
        "Narrows what this connection hears; takes the place of an earlier filter";
    static core::Fields fields();
};

/// Takes the filter away.
struct ClearFilter
{
    using Reply = SetFilter::Reply;

    static constexpr auto name = "session.unfilter";
    static constexpr auto summary = "Takes the filter of this connection away";
    static core::Fields fields();
};

/// Who asks, as one of the clients that bear an id.
struct ClientFigures
{
    QString clientId;
    QStringList topics;
    std::optional<SetFilter> filter;
    qint64 queuedMessages = 0;

    static core::Fields fields();
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

    static core::Fields fields();
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

    static core::Fields fields();
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

        static core::Fields fields();
    };

    static constexpr auto name = "session.status";
    static constexpr auto summary = "How the clients that bear an id (ThreatLens) are served";
    static core::Fields fields();
};

/// Declares the commands about what a connection hears.
void declareListening(core::Catalog &catalog);

} // namespace session
