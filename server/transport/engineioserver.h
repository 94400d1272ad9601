// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/entropy.h"
#include "transport/engineiosession.h"
#include "transport/httpexchange.h"
#include "transport/router.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace transport {

/// The sessions of one Engine.IO mount of one listener (Engine.IO protocol 4).
class EngineIoServer final : public QObject
{
    Q_OBJECT
public:
    /// Says whether a session may open for who shook hands so.
    using HasRoom = std::function<bool(const Handshake &)>;

    /// `mount` outlives the server.
    EngineIoServer(const Router::EngineIoMount &mount, core::Clock &clock, core::Entropy &entropy, Turn &turn,
                   HasRoom hasRoom, QObject *parent);

    /// A polling request; Host and Origin are checked already. Without room: 403 with code 4.
    void handle(const std::shared_ptr<HttpExchange> &exchange);
    /// A polling request that came without the end of its body; Host and Origin are checked already.
    void lose(const HttpRequest &request);
    /// Why this request may not become a WebSocket, or nothing.
    [[nodiscard]] std::optional<HttpResponse> refusal(const HttpRequest &request) const;
    /// Takes a WebSocket over whose request was not refused. Without room it is closed with 1013: a browser
    /// cannot read why an upgrade was refused.
    void handle(const HttpRequest &request, WebSocketConnection *connection);
    /// Sessions that are not gone yet; more than the open ones.
    [[nodiscard]] qsizetype sessionCount() const { return m_sessions.size(); }
    [[nodiscard]] QList<const Channel *> openSessions() const;
    void closeAll(CloseCode code, const QByteArray &reason);

private:
    [[nodiscard]] std::optional<HttpResponse> verify(const HttpRequest &request,
                                                     const QString &transport) const;
    EngineIoSession *create(const HttpRequest &request);
    void forget(EngineIoSession *session);

    const Router::EngineIoMount &m_mount;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    Turn &m_turn;
    HasRoom m_hasRoom;
    QHash<QByteArray, EngineIoSession *> m_sessions;
    // Sessions the client ended just now: a poll already on its way still ends quietly.
    QHash<QByteArray, std::shared_ptr<core::Timer>> m_farewells;
};

} // namespace transport
