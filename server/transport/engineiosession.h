// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "transport/channel.h"
#include "transport/httpexchange.h"
#include "transport/router.h"
#include "transport/turn.h"
#include "transport/websocketconnection.h"
#include "wire/engineio.h"

#include <QPointer>

#include <memory>

namespace transport {

/// One Engine.IO 4 session, on HTTP polling, on WebSocket, or on its way from one to the other.
class EngineIoSession final : public Channel, private Sender
{
    Q_OBJECT
public:
    using Exchange = std::shared_ptr<HttpExchange>;

    EngineIoSession(QByteArray sid, Handshake handshake, const EngineIoOptions &options, core::Clock &clock,
                    Turn &turn, QObject *parent);
    ~EngineIoSession() override;

    [[nodiscard]] const QByteArray &sid() const { return m_sid; }
    [[nodiscard]] bool isPolling() const { return !m_webSocket; }
    /// The client said goodbye while no poll waited: its next poll is to end quietly.
    [[nodiscard]] bool owesNoop() const { return m_owesNoop; }

    /// The `open` packet for this session.
    [[nodiscard]] QByteArray openPacket() const;
    /// A session that begins on WebSocket.
    void begin(WebSocketConnection *connection);
    /// A WebSocket that asks to take a polling session over.
    void probe(WebSocketConnection *connection);
    /// Ends the session if its client is overdue; a request may come in before the timer does.
    void expire();
    void poll(const Exchange &exchange);
    void post(const Exchange &exchange);
    /// A POST whose body will never be whole: what it carried is lost, so the session is too.
    void losePost();

    [[nodiscard]] const Handshake &handshake() const override { return m_handshake; }
    [[nodiscard]] QByteArray carrier() const override;
    void send(const SharedFrame &frame) override;
    void sendAll(std::span<const SharedFrame *const> frames) override;
    void flush() override;
    void close(CloseCode code, const QByteArray &reason) override;
    [[nodiscard]] qint64 bytesUnsent() const override;
    [[nodiscard]] bool isWritable() const override;
    [[nodiscard]] bool isOpen() const override { return m_state == State::Open; }
    void setMessageLimit(qint64 bytes) override;

protected:
    void forwardDrained() override;

private:
    enum class State { Open, Closing, Closed };
    /// A message, or a control packet, that waits for a poll.
    struct Waiting
    {
        SharedFrame frame;
        QByteArray control;
    };

    void sendNow() override;
    void sendControl(const QByteArray &packet);
    void answerPoll(const QByteArray &payload);
    void flushPoll(bool withClose);
    void receive(const wire::EngineIoPacket &packet);
    void receiveGoodbye();
    void receiveProbe(const QByteArray &text);
    void adopt(WebSocketConnection *connection);
    void dropProbe();
    void rest();
    void connectDrained();
    void beat();
    void lose();
    void end(int code, const QByteArray &reason);

    WebSocketConnection *m_out = nullptr; // m_webSocket while the session is open
    State m_state = State::Open;
    bool m_isDrainedHeard = false;
    QByteArray m_sid;
    Handshake m_handshake;
    EngineIoOptions m_options;
    core::Clock &m_clock;
    Turn &m_turn;
    qint64 m_messageLimit = 16LL * 1024;

    Exchange m_poll;
    QList<Waiting> m_waiting;
    qint64 m_waitingBytes = 0;
    bool m_owesNoop = false;

    QPointer<WebSocketConnection> m_webSocket;
    QPointer<WebSocketConnection> m_probe;
    bool m_isProbed = false; // "2probe" was answered

    std::unique_ptr<core::Timer> m_heartbeat; // until the next ping, then until its pong is overdue
    std::chrono::milliseconds m_overdue{0};   // from then on a client that said nothing is lost
    std::unique_ptr<core::Timer> m_probeLimit;
    std::unique_ptr<core::Timer> m_probeTick;
    std::unique_ptr<core::Timer> m_closeLimit;
    CloseCode m_closeCode = CloseCode::Normal;
    QByteArray m_closeReason;
};

} // namespace transport
