// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/clients.h"
#include "domain/identity/audittrail.h"
#include "engine/dispatcher.h"
#include "engine/sessions.h"

namespace engine {

/// The commands about the connections of others: who is here, and who must go.
class ClientCommands
{
public:
    /// Notes in the audit trail how the work ended; answers when that is kept.
    using Noting =
        std::function<QFuture<core::Reply>(const QFuture<core::Reply> &work, const identity::Deed &deed)>;

    ClientCommands(Sessions &sessions, Noting noting) : m_sessions(sessions), m_noting(std::move(noting)) {}

    void registerAt(Dispatcher &dispatcher);

private:
    [[nodiscard]] core::Reply list(const core::Command &command) const;
    [[nodiscard]] QFuture<core::Reply> close(const core::Command &command) const;
    /// The session that may be closed. Errors: NotFound, Conflict.
    [[nodiscard]] core::Result<Session *> closable(const core::Command &command, quint64 id) const;

    Sessions &m_sessions;
    Noting m_noting;
};

} // namespace engine
