// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/handshake.h"
#include "transport/sharedframe.h"

#include <QObject>

#include <span>

namespace transport {

/// Close codes of RFC 6455 §7.4 and of the contracts.
enum class CloseCode : quint16 {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    BadClientId = 1003,
    InvalidData = 1007,
    Policy = 1008,
    TooBig = 1009,
    Unusable = 1011,
    TryAgainLater = 1013,
    Authentication = 4001,
};

/// One client's message pipe, whatever carries it: a WebSocket, Engine.IO over polling or WebSocket, a local
/// socket. Lives on the engine thread. After `closed` nothing more is emitted and it deletes itself later.
class Channel : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Query and headers are there while the channel is being opened; Engine.IO keeps them.
    [[nodiscard]] virtual const Handshake &handshake() const = 0;
    /// What carries the messages now: "websocket", "polling" or "local".
    [[nodiscard]] virtual QByteArray carrier() const { return handshake().tongue; }
    /// Queues a message; all that is queued in one loop turn leaves in one write. Ignored once closed.
    virtual void send(const SharedFrame &frame) = 0;
    /// The same for several, in this order.
    virtual void sendAll(std::span<const SharedFrame *const> frames);
    /// Sends what is queued now, for who knows that nothing else will be queued in this turn. `closed` may
    /// be emitted from here.
    virtual void flush() {}
    /// Begins an orderly close; `reason` at most 123 bytes of UTF-8. `closed` follows.
    virtual void close(CloseCode code, const QByteArray &reason) = 0;
    /// Bytes handed to `send` that neither the kernel nor a poll has taken yet.
    [[nodiscard]] virtual qint64 bytesUnsent() const = 0;
    /// False while a volatile message would only wait (nothing to carry it now).
    [[nodiscard]] virtual bool isWritable() const = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    /// Largest message the peer may send, in bytes: 16 KiB before sign-in, 1 MiB after.
    virtual void setMessageLimit(qint64 bytes) = 0;

protected:
    /// Somebody listens to `drained` now: what comes after every write is not forwarded for nobody. Once is
    /// for good: a signal may not be asked for its listeners while one leaves (QObject::disconnectNotify).
    virtual void forwardDrained() {}
    void connectNotify(const QMetaMethod &signal) override;

Q_SIGNALS:
    void textReceived(const QByteArray &message);
    void binaryReceived(const QByteArray &message);
    /// Everything queued has left.
    void drained();
    /// Emitted once, never from inside `send` or `close`. `reason` is for logs and the audit trail; `code` is
    /// 1006 when the peer was lost.
    void closed(int code, const QByteArray &reason);
};

} // namespace transport
