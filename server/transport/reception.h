// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/acceptor.h"
#include "transport/arrival.h"
#include "transport/census.h"
#include "transport/engineioserver.h"
#include "transport/gate.h"
#include "transport/httpconnection.h"
#include "transport/listener.h"
#include "transport/threshold.h"
#include "transport/turn.h"
#include "transport/upgrader.h"

#include <QSet>

#include <memory>
#include <unordered_map>
#include <vector>

namespace transport {

/// Behind a listener's ports: receives sockets, sees who they are, and leads them to their route.
class Reception final : public QObject, private Census::District, private House
{
    Q_OBJECT
public:
    Reception(std::shared_ptr<const Router> router, ListenerOptions options, core::Clock &clock,
              core::Entropy &entropy);
    ~Reception() override;

    core::Result<void> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] const std::vector<std::unique_ptr<Acceptor>> &acceptors() const { return m_acceptors; }
    /// Whether other machines may speak without encryption.
    [[nodiscard]] bool allowsPlaintext() const { return !m_options.tls || m_options.allowPlaintext; }
    [[nodiscard]] int channelCount() const { return int(openChannels().size()); }
    void close();

private:
    void arrive(int descriptor);
    void arriveEncrypted(Threshold *threshold);
    void await(QTcpSocket *socket, std::chrono::milliseconds deadline);
    void enter(Occupant *occupant);
    void left(Occupant *occupant) override;
    void tick();
    [[nodiscard]] Handshake peerOf(const QTcpSocket &socket) const;
    [[nodiscard]] qsizetype knownCount() const override;
    [[nodiscard]] QList<const Channel *> openChannels() const override;
    [[nodiscard]] bool allowsOrigin(const Handshake &handshake) const;
    [[nodiscard]] bool mustEncrypt(const Handshake &peer) const;
    [[nodiscard]] bool hasRoom(const Handshake &newcomer) const;

    void serveHttp(QTcpSocket *socket);
    void answer(const std::shared_ptr<HttpExchange> &exchange);
    void loseRequest(const HttpRequest &request);
    void answerOptions(HttpExchange &exchange) const;
    void answerByRoute(const std::shared_ptr<HttpExchange> &exchange);
    void flushAnswers();

    void upgrade(Arrival *arrival, HttpRequest request);
    [[nodiscard]] std::optional<HttpResponse> refusal(const HttpRequest &request);
    void open(const HttpRequest &request, WebSocketConnection *connection);
    EngineIoServer *engineIo(const QByteArray &path);

    std::shared_ptr<const Router> m_router;
    ListenerOptions m_options;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    const std::shared_ptr<Census> m_census;
    Gate m_gate;
    Turn m_turn;
    Upgrader m_upgrader;
    std::vector<std::unique_ptr<Acceptor>> m_acceptors;
    std::unordered_map<const Router::EngineIoMount *, std::unique_ptr<EngineIoServer>> m_engineIo;
    QSet<Occupant *> m_occupants;
    QSet<Channel *> m_channels; // raw ones; Engine.IO servers keep their own
    std::unique_ptr<core::Timer> m_tick;
    bool m_isClosed = false;
};

} // namespace transport
