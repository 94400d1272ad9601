// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clientcommands.h"

#include <QCoreApplication>

namespace engine {

namespace {
// What a WebSocket can carry beside the code of a close (RFC 6455 §5.5).
constexpr qsizetype longestReason = 123;
constexpr auto localContract = "local";

session::Client shown(const Session &session, quint64 asker)
{
    const core::Principal &principal = session.principal();
    const Session::Reach reach = session.reach();
    session::Client client;
    client.id = qint64(session.id());
    client.name = reach.name;
    client.user = principal.programName();
    client.userId = principal.id;
    client.role = principal.role ? core::roleWord(*principal.role) : QString();
    client.contract = session.contract();
    client.transport = reach.transport;
    client.address = reach.address;
    client.openedAt = session.openedAt();
    client.topics = session.interest().topics;
    client.hearsAll = session.hearsAll();
    client.isFiltered = session.interest().chosenFilter != nullptr;
    client.queued = session.queued();
    client.queuedBytes = reach.queuedBytes;
    client.dropped = session.dropped();
    client.isOwn = session.id() == asker;
    return client;
}

/// Whose connection it was, for the audit trail.
QString named(const Session &session)
{
    const QString user = session.principal().programName();
    return user.isEmpty() ? QStringLiteral("nobody signed in") : user;
}

QString described(const Session &session, const QString &reason)
{
    const Session::Reach reach = session.reach();
    QString text = QStringLiteral("connection %1, %2").arg(session.id()).arg(session.contract());
    if (!reach.address.isEmpty())
        text += QStringLiteral(", ") + reach.address;
    return reason.isEmpty() ? text : QString(text + QStringLiteral(": ") + reason);
}
} // namespace

void ClientCommands::registerAt(Dispatcher &dispatcher)
{
    dispatcher.handle(QString::fromLatin1(session::ListClients::name),
                      [this](const core::Command &command) { return core::ready(list(command)); });
    dispatcher.handle(QString::fromLatin1(session::CloseClient::name),
                      [this](const core::Command &command) { return close(command); });
}

core::Reply ClientCommands::list(const core::Command &command) const
{
    const auto asked = command.as<session::ListClients>();
    if (!asked)
        return asked.error();
    const std::vector<const Session *> all = m_sessions.connected();
    session::ListClients::Reply reply;
    reply.total = int(all.size());
    for (const Session *session : all) {
        if (reply.clients.size() >= asked->limit)
            break;
        reply.clients << shown(*session, command.session);
    }
    return reply;
}

core::Result<Session *> ClientCommands::closable(const core::Command &command, quint64 id) const
{
    Session *session = m_sessions.find(id);
    if (session == nullptr || !session->isConnected()) {
        return core::Error{core::ErrorCode::NotFound,
                           QStringLiteral("There is no connection %1 any more. List them again.").arg(id)};
    }
    if (session->contract() == QLatin1String(localContract)) {
        return core::Error{core::ErrorCode::Conflict,
                           QStringLiteral("This is the window of the server's own program, not a client. "
                                          "To close it, quit the program.")};
    }
    if (id == command.session) {
        return core::Error{core::ErrorCode::Conflict,
                           QStringLiteral("This is your own connection. To end it, sign out.")};
    }
    return session;
}

QFuture<core::Reply> ClientCommands::close(const core::Command &command) const
{
    const auto asked = command.as<session::CloseClient>();
    if (!asked)
        return core::ready(asked.error());
    if (asked->reason.toUtf8().size() > longestReason) {
        return core::ready(core::Error{
            core::ErrorCode::Invalid,
            QStringLiteral("data.reason: expected at most %1 bytes of UTF-8").arg(longestReason)});
    }
    const core::Result<Session *> found = closable(command, quint64(asked->id));
    if (!found)
        return core::ready(found.error());
    Session &session = *found.value();
    identity::Deed deed = identity::deedOf(command, QStringLiteral("connection_closed"), named(session));
    deed.detail = described(session, asked->reason);
    m_sessions.handOut(); // what it was owed goes before the end
    session.end(transport::CloseCode::Policy, asked->reason.isEmpty()
                                                  ? Session::tr("An administrator closed this connection.")
                                                  : asked->reason);
    return m_noting(core::ready(identity::Done{}), deed);
}

} // namespace engine
