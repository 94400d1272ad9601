// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/channel.h"
#include "transport/occupant.h"
#include "transport/stream.h"
#include "transport/turn.h"
#include "wire/websocket.h"

#include <optional>

namespace transport {

/// The server's end of an RFC 6455 connection whose handshake is done.
class WebSocketConnection final : public Occupant, private Sender, private StreamListener
{
    Q_OBJECT
public:
    /// Hard bound of what one client may make us hold; beyond it the connection is dropped.
    static constexpr qint64 maxUnsent = 17LL * 1024 * 1024;
    /// A client that lets this much pile up gets no more pongs but is dropped.
    static constexpr qint64 maxUnsentForPong = 1024LL * 1024;
    static constexpr std::chrono::milliseconds pingInterval{30'000};
    static constexpr std::chrono::milliseconds silenceLimit{75'000};
    static constexpr std::chrono::milliseconds closeTimeout{5'000};
    /// For the peer to hang up once both have said Close.
    static constexpr std::chrono::milliseconds partingTimeout{2'000};
    /// From a message's first frame to its last byte; beyond it 1008. To the second: seen at each tick.
    static constexpr std::chrono::milliseconds messageTimeout{30'000};

    /// Takes over the connected `stream`; `early` is what was read from it already. `turn` outlives it.
    WebSocketConnection(std::unique_ptr<Stream> stream, const QByteArray &early, Turn &turn,
                        std::chrono::milliseconds now, QObject *parent);

    /// Begins to read. Nothing is emitted before.
    void start();
    /// Queues bytes of whole frames for the end of this turn.
    void write(const QByteArray &frames);
    void write(std::span<const QByteArray *const> frames);
    /// Sends what is queued now.
    void flush() { m_turn.sendNow(this); }
    /// Closing handshake (RFC 6455 §7): says why, and waits at most 5 s for the peer to agree.
    void close(quint16 code, const QByteArray &reason);
    [[nodiscard]] qint64 bytesUnsent() const;
    /// True while the kernel takes no more.
    [[nodiscard]] bool isCongested() const;
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    void setMessageLimit(qint64 bytes) { m_decoder.setMessageLimit(bytes); }
    void tick(std::chrono::milliseconds now) override;

protected:
    void connectNotify(const QMetaMethod &signal) override;

Q_SIGNALS:
    void textReceived(const QByteArray &message);
    void binaryReceived(const QByteArray &message);
    /// All that was queued has left.
    void drained();
    /// Emitted once; the connection deletes itself some time later.
    void closed(int code, const QByteArray &reason);

private:
    /// Closing: we have said Close. Finishing: the peer has, and ours is leaving. Parting: both have; what is
    /// still on its way to us is read, for closing over it would reset the connection and could take our
    /// Close with it (RFC 6455 §7.1.1).
    enum class State { Open, Closing, Finishing, Parting, Gone };

    void sendNow() override;
    void streamReadable() override { read(); }
    void streamDrained() override;
    void queue(std::span<const QByteArray *const> frames);
    void queue(const QByteArray &frames);
    void read();
    void decode();
    void handle(const wire::WebSocketEvent &event);
    void fail(quint16 code, const QByteArray &reason);
    void drop(int code, const QByteArray &reason);
    void part();
    void lose();

    // What every write touches stands together.
    std::unique_ptr<Stream> m_stream;
    Turn &m_turn;
    QByteArray m_pending; // queued in this turn
    State m_state = State::Open;
    bool m_isHeldUp = false;   // the stream keeps bytes the kernel did not take
    bool m_isDraining = false; // `drained` is owed
    bool m_isDrainedHeard = false;
    bool m_isDecoding = false;
    wire::WebSocketDecoder m_decoder;
    int m_closeCode = 1006; // what `closed` will say
    QByteArray m_closeReason;
    std::chrono::milliseconds m_now;
    std::chrono::milliseconds m_lastHeard;
    std::chrono::milliseconds m_lastPing;
    std::chrono::milliseconds m_closeBegan{0};
    std::optional<std::chrono::milliseconds> m_messageBegan; // while a message is incomplete
};

} // namespace transport
