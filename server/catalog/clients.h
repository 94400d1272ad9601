// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace session {

/// One conversation with this server, as those who look after it see it.
struct Client
{
    qint64 id = 0;
    QString name;
    QString user;
    QString userId;
    QString role;
    QString contract;
    QString transport;
    QString address;
    QDateTime openedAt;
    QStringList topics;
    bool hearsAll = false;
    bool isFiltered = false;
    qint64 queued = 0;
    qint64 queuedBytes = 0;
    qint64 dropped = 0;
    bool isOwn = false;

    static core::Fields fields();
};

/// Lists the open conversations.
struct ListClients
{
    struct Reply
    {
        QList<Client> clients;
        int total = 0;

        static core::Fields fields();
    };

    int limit = 1000;

    static constexpr auto name = "session.clients.list";
    static constexpr auto summary = "Who is connected, by which contract, and what waits for them";
    static core::Fields fields();
};

/// Ends a conversation in the manner of its contract.
struct CloseClient
{
    using Reply = identity::Done;

    qint64 id = 0;
    QString reason;

    static constexpr auto name = "session.clients.close";
    static constexpr auto summary = "Closes a connection; its client may come back";
    static core::Fields fields();
};

/// Declares the commands about the connections of others.
void declareClients(core::Catalog &catalog);

} // namespace session
