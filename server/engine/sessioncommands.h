// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/session.h"
#include "engine/reception.h"

namespace engine {

/// The commands that are about the connection itself: what it hears, how fast, whom it speaks for.
class SessionCommands
{
public:
    using Status = std::function<session::ServerStatus::Reply(const core::Principal &)>;

    /// Answers an account as it is shown, for the caller of the command.
    SessionCommands(Reception &reception, core::Handler whoami, Status status);

    void registerAt(Dispatcher &dispatcher);

private:
    /// `call`, answered once what it changed is kept for a client that comes back.
    [[nodiscard]] core::Handler kept(core::Reply (SessionCommands::*call)(const core::Command &));
    core::Reply subscribe(const core::Command &command);
    core::Reply unsubscribe(const core::Command &command);
    core::Reply filter(const core::Command &command);
    core::Reply unfilter(const core::Command &command);
    core::Reply follow(const core::Command &command);
    core::Reply setInterval(const core::Command &command);
    QFuture<core::Reply> authenticate(const core::Command &command);

    Reception &m_reception;
    core::Handler m_whoami;
    Status m_status;
};

} // namespace engine
