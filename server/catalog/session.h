// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace session {

/// Chooses what this connection hears, and catches up.
struct Subscribe
{
    struct Reply
    {
        QString epoch;
        qint64 sequence = 0;
        bool recovered = false;
        QStringList topics;

        static core::Fields fields();
    };

    QStringList topics;
    std::optional<qint64> since;
    std::optional<QString> epoch;
    bool replace = false;

    static constexpr auto name = "session.subscribe";
    static constexpr auto summary =
        "Chooses what this connection hears; with since and epoch, what it missed";
    static core::Fields fields();
};

/// Stops hearing some topics.
struct Unsubscribe
{
    using Reply = Subscribe::Reply;

    QStringList topics;

    static constexpr auto name = "session.unsubscribe";
    static constexpr auto summary = "Stops hearing the given patterns";
    static core::Fields fields();
};

/// Asks whether the other side lives.
struct Ping
{
    struct Reply
    {
        QDateTime timestamp;

        static core::Fields fields();
    };

    static constexpr auto name = "session.ping";
    static constexpr auto summary = "Answers with the server's clock";
    static core::Fields fields();
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

        static core::Fields fields();
    };

    static constexpr auto name = "session.server";
    static constexpr auto summary = "How the server is doing";
    static core::Fields fields();
};

/// The store lost or found room to write, or was restored.
struct StorageChanged
{
    QString state;
    QString message;

    static constexpr auto topic = "session.storage";
    static constexpr auto summary = "The store changed between ok, low, full, failed and restored";
    static core::Fields fields();
};

/// Declares the facts and commands of this room.
void declare(core::Catalog &catalog);

} // namespace session
