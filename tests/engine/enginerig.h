// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/catalogue.h"
#include "engine/clientcommands.h"
#include "engine/clientele.h"
#include "engine/doors.h"
#include "engine/fakechannel.h"
#include "engine/intake.h"
#include "engine/renderer.h"
#include "engine/sessioncommands.h"
#include "support/fakeclock.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

namespace support {

/// The engine without store, domain and sockets: real bus, dispatcher, sessions, dialects and gates; every
/// command of the catalogue that is not about the session, or publishes, answers its example.
///
/// Tokens: "viewer", "operator", "admin", "agent" speak for a user of that role, "brief" for a viewer for 60
/// s; every other one is refused.
class EngineRig
{
public:
    /// `dialect` narrows the Socket.IO namespace "/". With a `recoveryTime`, its clients may come back.
    explicit EngineRig(const QString &dialect = {}, std::chrono::milliseconds recoveryTime = {});

    /// A client at `path` ("/console", "/socket.io/", …) whose handshake shows `token` (empty: none).
    FakeChannel *open(const QByteArray &path, const QString &token = {});
    /// Publishes the example of a fact, stamped with the clock, and hands it out.
    void publishExample(const QString &topic);
    /// The same, but handed out at the end of the turn.
    void publishInTurn(const QString &topic);
    /// Lets queued calls happen.
    static void turn();

    /// When valid, `metrics.history` answers by this.
    QFuture<core::Reply> late;
    FakeClock clock;
    SeededEntropy entropy;
    /// Every rig's the same, as is what speaks it: to make them takes longer than most tests do.
    const core::Catalog &catalog;
    engine::EventBus bus;
    engine::Dispatcher dispatcher;
    engine::Sessions sessions;
    engine::Intake intake;
    engine::Reception reception;
    transport::SocketIoRecovery recovery;
    MemoryClientStore clients;
    MemoryJournal journal;
    const engine::Voices &voices;
    engine::Clientele clientele;
    QList<identity::Deed> deeds; ///< as the audit trail would be told

    [[nodiscard]] core::Result<core::Principal> verify(const QString &token) const;

private:
    void answerByExample();

    engine::SessionCommands m_commands;
    engine::ClientCommands m_clientCommands;
    engine::Renderer m_renderer;
    std::vector<std::unique_ptr<engine::EnvelopeSpeaker>> m_speakers;
    transport::Router m_router;
    QObject m_clients;
};

} // namespace support
