// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace session {

using core::field;

/// Chooses what this connection hears, and catches up.
struct Subscribe
{
    struct Reply
    {
        QString epoch;
        qint64 sequence = 0;
        bool recovered = false;
        QStringList topics;

        static constexpr auto fields()
        {
            return std::tuple{field("epoch", &Reply::epoch, "Names this run of the stream"),
                              field("sequence", &Reply::sequence,
                                    "The newest fact's position; drop later events at or below it"),
                              field("recovered", &Reply::recovered,
                                    "True when everything since the given position came before this reply; "
                                    "false: take a fresh snapshot"),
                              field("topics", &Reply::topics, "All that is subscribed now").defaulted()};
        }
    };

    QStringList topics;
    std::optional<qint64> since;
    std::optional<QString> epoch;
    bool replace = false;

    static constexpr auto name = "session.subscribe";
    static constexpr auto summary =
        "Chooses what this connection hears; with since and epoch, what it missed";
    static constexpr auto fields()
    {
        return std::tuple{
            field("topics", &Subscribe::topics, "Topics, prefixes (metrics.*) or *").atMost(256),
            field("since", &Subscribe::since, "Position of the last fact heard"),
            field("epoch", &Subscribe::epoch, "The epoch that position belongs to").atMost(64),
            field("replace", &Subscribe::replace, "Instead of what was subscribed before").defaulted()};
    }
};

/// Stops hearing some topics.
struct Unsubscribe
{
    using Reply = Subscribe::Reply;

    QStringList topics;

    static constexpr auto name = "session.unsubscribe";
    static constexpr auto summary = "Stops hearing the given patterns";
    static constexpr auto fields()
    {
        return std::tuple{field("topics", &Unsubscribe::topics, "As they were subscribed").atMost(256)};
    }
};

/// Asks whether the other side lives.
struct Ping
{
    struct Reply
    {
        QDateTime timestamp;

        static constexpr auto fields()
        {
            return std::tuple{field("timestamp", &Reply::timestamp, "The server's clock")};
        }
    };

    static constexpr auto name = "session.ping";
    static constexpr auto summary = "Answers with the server's clock";
    static constexpr auto fields() { return std::tuple{}; }
};

/// How the server is doing, for the status strip.
struct ServerStatus
{
    struct Reply
    {
        QString version;
        QStringList addresses;
        int clients = 0;
        double eventsPerSecond = 0;
        qint64 queued = 0;
        qint64 dropped = 0;
        qint64 storedBytes = 0;
        QString storage;
        QString storageMessage;
        QString notice;
        double uptime = 0;

        static constexpr auto fields()
        {
            return std::tuple{
                field("version", &Reply::version, "Of the server"),
                field("addresses", &Reply::addresses, "Where it listens, as URLs"),
                field("clients", &Reply::clients, "Open connections, this one included when it is one"),
                field("events_per_second", &Reply::eventsPerSecond, "Facts published, mean of the last 5 s"),
                field("queued", &Reply::queued, "Messages waiting for slow clients"),
                field("dropped", &Reply::dropped, "Messages dropped for slow clients since start"),
                field("stored_bytes", &Reply::storedBytes, "Size of the databases"),
                field("storage", &Reply::storage, "ok, low (metrics paused), full (read only) or failed"),
                field("storage_message", &Reply::storageMessage,
                      "What that means, in a sentence; empty when ok"),
                field("notice", &Reply::notice,
                      "What administrators must know of this start (a restored database); empty: nothing"),
                field("uptime", &Reply::uptime, "Seconds since the server started")};
        }
    };

    static constexpr auto name = "session.server";
    static constexpr auto summary = "How the server is doing";
    static constexpr auto fields() { return std::tuple{}; }
};

/// The store lost or found room to write, or was restored.
struct StorageChanged
{
    QString state;
    QString message;

    static constexpr auto topic = "session.storage";
    static constexpr auto summary = "The store changed between ok, low, full, failed and restored";
    static constexpr auto fields()
    {
        return std::tuple{field("state", &StorageChanged::state, "ok, low, full, failed or restored"),
                          field("message", &StorageChanged::message, "What that means, in a sentence")};
    }
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace session
