// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"
#include "engine/dispatcher.h"
#include "engine/eventbus.h"
#include "engine/guestrule.h"
#include "engine/sessions.h"
#include "engine/tally.h"
#include "transport/socketiorecovery.h"

namespace engine {

class Clientele;

/// Answers whom a token speaks for. Errors: AuthenticationRequired.
using Verifier = std::function<core::Result<core::Principal>(const QString &token)>;

/// What every way in needs to open a session.
struct Reception
{
    core::Clock &clock;
    core::Entropy &entropy;
    EventBus &bus;
    Dispatcher &dispatcher;
    Sessions &sessions;
    Verifier verify;
    QString version;
    /// Clients of Socket.IO that may come back as who they were; null: none may.
    transport::SocketIoRecovery *recovery = nullptr;
    GuestRule guests = {};
    Tally tally = {};
    /// Those of ThreatLens' contract; null: it is not spoken.
    Clientele *clientele = nullptr;
};

} // namespace engine
