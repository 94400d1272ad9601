// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace session {

using core::field;

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

    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &Client::id, "Of this conversation, until it ends"),
            field("name", &Client::name,
                  "What the client knows it by: its socket id or client id; empty: nothing"),
            field("user", &Client::user, "Who signed in, by name; empty: nobody has"),
            field("user_id", &Client::userId, "Id of that account, or empty"),
            field("role", &Client::role, "guest, viewer, operator, admin or agent; empty: nobody signed in"),
            field("contract", &Client::contract,
                  "console, everyst, departments, threatlens, opmas or auraos; shared: the three of "
                  "Socket.IO together; local: the window of this program"),
            field("transport", &Client::transport, "websocket, polling or local"),
            field("address", &Client::address, "From where; empty: this machine's own program"),
            field("opened_at", &Client::openedAt, "Since when"),
            field("topics", &Client::topics, "Topic patterns it chose"),
            field("hears_all", &Client::hearsAll,
                  "True: it has chosen nothing, and hears all its contract has a word for"),
            field("filtered", &Client::isFiltered, "Whether a filter of its own takes some of that away"),
            field("queued", &Client::queued, "Messages that wait for it"),
            field("queued_bytes", &Client::queuedBytes, "Their size"),
            field("dropped", &Client::dropped, "Messages it was too slow for"),
            field("own", &Client::isOwn, "True: this is the conversation that asks")};
    }
};

/// Lists the open conversations.
struct ListClients
{
    struct Reply
    {
        QList<Client> clients;
        int total = 0;

        static constexpr auto fields()
        {
            return std::tuple{field("clients", &Reply::clients, "The oldest first"),
                              field("total", &Reply::total, "How many there are, listed or not")};
        }
    };

    int limit = 1000;

    static constexpr auto name = "session.clients.list";
    static constexpr auto summary = "Who is connected, by which contract, and what waits for them";
    static constexpr auto fields()
    {
        return std::tuple{
            field("limit", &ListClients::limit, "At most so many").between(1, 5000).defaulted()};
    }
};

/// Ends a conversation in the manner of its contract.
struct CloseClient
{
    using Reply = identity::Done;

    qint64 id = 0;
    QString reason;

    static constexpr auto name = "session.clients.close";
    static constexpr auto summary = "Closes a connection; its client may come back";
    static constexpr auto fields()
    {
        return std::tuple{field("id", &CloseClient::id, "As session.clients.list names it").between(1, 9e15),
                          field("reason", &CloseClient::reason,
                                "What the client is told where its contract tells reasons; at most 123 bytes")
                              .atMost(123)
                              .defaulted()};
    }
};

/// Declares the commands about the connections of others.
void declareClients(core::Catalog &catalog);

} // namespace session
