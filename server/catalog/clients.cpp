// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/clients.h"

namespace session {

using core::field;

core::Fields Client::fields()
{
    return {field("id", &Client::id, "Of this conversation, until it ends"),
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

core::Fields ListClients::Reply::fields()
{
    return {field("clients", &Reply::clients, "The oldest first"),
            field("total", &Reply::total, "How many there are, listed or not")};
}

core::Fields ListClients::fields()
{
    return {field("limit", &ListClients::limit, "At most so many").between(1, 5000).defaulted()};
}

core::Fields CloseClient::fields()
{
    return {field("id", &CloseClient::id, "As session.clients.list names it").between(1, 9e15),
            field("reason", &CloseClient::reason,
                  "What the client is told where its contract tells reasons; at most 123 bytes")
                .atMost(123)
                .defaulted()};
}

void declareClients(core::Catalog &catalog)
{
    const Client client{42,
                        QStringLiteral("k3J9xQ2mAAAB"),
                        QStringLiteral("dana"),
                        QStringLiteral("u-3f2a"),
                        QStringLiteral("operator"),
                        QStringLiteral("everyst"),
                        QStringLiteral("websocket"),
                        QStringLiteral("192.168.1.44"),
                        core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z")),
                        {QStringLiteral("metrics.*")},
                        false,
                        true,
                        3,
                        1042,
                        0,
                        false};
    catalog.command<ListClients>(core::roles::admins, {}, {{client}, 1});
    catalog.command<CloseClient>(core::roles::admins, {client.id, QStringLiteral("Too many requests.")}, {});
}

} // namespace session
