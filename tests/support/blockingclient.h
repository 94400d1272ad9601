// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QHash>

#include <optional>

namespace support {

/// A WebSocket frame as a server sent it.
struct HeardFrame
{
    int firstByte = 0;
    bool isMasked = false;
    bool isShortest = true; ///< its length stands in its shortest form
    QByteArray payload;

    /// "text hello", "pong ", "close 1002"; a long payload as its length and digest; what a server must not
    /// send begins with "malformed".
    [[nodiscard]] QByteArray shown() const;
};

/// As HeardFrame::shown for a good frame of that kind.
QByteArray shownFrame(const QByteArray &kind, const QByteArray &payload);

/// A masked frame as a client sends it.
QByteArray clientFrame(int firstByte, const QByteArray &payload, const QByteArray &mask = "mask");
/// The head of a frame that announces `length` bytes in `lengthBytes` (0: in the second byte, 2 or 8).
QByteArray clientFrameHead(int firstByte, quint64 length, int lengthBytes, const QByteArray &mask = "mask");

/// A whole HTTP answer.
struct HeardAnswer
{
    int status = 0;                        ///< 0: the peer closed without one
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;
};

/// A TCP client without an event loop. Says exactly what it is told and waits for what comes, both for a
/// bounded time.
class BlockingClient
{
public:
    /// Connects to 127.0.0.1. A small `receiveBuffer` (bytes) makes a reader that is soon full.
    explicit BlockingClient(quint16 port, int receiveBuffer = 0);
    ~BlockingClient();
    BlockingClient(const BlockingClient &) = delete;
    BlockingClient &operator=(const BlockingClient &) = delete;

    [[nodiscard]] bool isConnected() const { return m_descriptor >= 0; }
    /// Says all of it; false when the peer is gone or takes nothing for a long time.
    bool send(const QByteArray &bytes);
    /// Says what the kernel takes at once: how many bytes, or -1 when the peer is gone.
    qint64 offer(const QByteArray &bytes);
    /// Says no more; hearing goes on.
    void finish();
    /// Goes without a word (RST).
    void vanish();

    /// The next bytes up to and with `mark`; empty when the peer closes before.
    QByteArray readUntil(const QByteArray &mark);
    /// The next HTTP answer; `isHead`: its body is only announced.
    HeardAnswer readAnswer(bool isHead = false);
    /// The next frame, or nothing when the peer closes before.
    std::optional<HeardFrame> readFrame();
    /// The next frame of this kind ("text", "close", …) whose payload contains `part`, passing others over.
    std::optional<HeardFrame> readFrame(const QByteArray &kind, const QByteArray &part);
    /// Waits until the peer has closed, throwing away what it says before.
    bool hearsEnd();
    /// True when nothing was heard and nothing waits.
    bool isSilent();

    /// Asks for a WebSocket: the status of the answer.
    int upgrade(const QByteArray &target, const QByteArray &extraHeaders = {});

private:
    /// Waits for more; false at the end or when it takes too long.
    bool receive();
    bool need(qsizetype count);
    [[nodiscard]] bool wait(short events) const;

    int m_descriptor = -1;
    QByteArray m_heard;
};

} // namespace support
