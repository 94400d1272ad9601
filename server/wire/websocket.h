// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "wire/utf8.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace wire {

/// Opcodes of RFC 6455 §5.2.
enum class WebSocketOpcode : quint8 {
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10
};

/// A whole message or a control frame a client sent.
struct WebSocketEvent
{
    WebSocketOpcode opcode = WebSocketOpcode::Text; ///< never Continuation
    QByteArray payload;                             ///< of a Close: its reason
    quint16 closeCode = 0;                          ///< of a Close: 1005 when it carried none

    bool operator==(const WebSocketEvent &) const = default;
};

/// Why a client's bytes cannot be read on: what to close with (RFC 6455 §7.4.1).
struct WebSocketFailure
{
    quint16 code = 0;
    QByteArray reason;
};

/// One unmasked, final frame as a server sends it. A control frame's payload must not exceed 125 bytes.
QByteArray webSocketFrame(WebSocketOpcode opcode, QByteArrayView payload);
/// A Close frame; `reason` is cut at 123 bytes on a code point's border.
QByteArray webSocketCloseFrame(quint16 code, QByteArrayView reason);
/// Whether a peer may put `code` into a Close frame (RFC 6455 §7.4, IANA registry).
bool isWebSocketCloseCode(quint16 code);

/// Reads a client's frames (RFC 6455 §5) from bytes that come in any pieces.
class WebSocketDecoder
{
public:
    /// Frames of one message; more is refused with 1008.
    static constexpr int maxFragments = 16384;

    /// Largest message, in bytes. Holds from the next frame header on; beyond it 1009, before payload is
    /// kept.
    void setMessageLimit(qint64 bytes) { m_limit = bytes; }
    [[nodiscard]] qint64 messageLimit() const { return m_limit; }

    /// Takes the next bytes of the stream. Ignored after a failure or a Close.
    void feed(QByteArrayView bytes);
    /// The next event the fed bytes complete; nothing when more are needed or after a failure or a Close.
    [[nodiscard]] std::optional<WebSocketEvent> next();
    [[nodiscard]] const std::optional<WebSocketFailure> &failure() const { return m_failure; }
    /// True from the first frame header of a message to its last byte; control frames in between do not
    /// count.
    [[nodiscard]] bool isInsideMessage() const { return m_messageOpcode != WebSocketOpcode::Continuation; }

private:
    enum class State { Header, Payload, Finished };

    bool readHeader();
    bool acceptHeader(uchar first, uchar second, quint64 length);
    void readPayload();
    void unmask(char *bytes, qsizetype count) const;
    std::optional<WebSocketEvent> finishFrame();
    std::optional<WebSocketEvent> finishClose();
    bool fail(quint16 code, const char *reason);

    qint64 m_limit = 16LL * 1024;
    State m_state = State::Header;
    QByteArray m_input;
    qsizetype m_at = 0;

    WebSocketOpcode m_opcode = WebSocketOpcode::Text; // of the frame being read
    bool m_isFinal = false;
    quint64 m_missing = 0; // payload bytes of this frame still due
    std::array<uchar, 4> m_mask{};
    uint m_maskAt = 0;

    WebSocketOpcode m_messageOpcode = WebSocketOpcode::Continuation; // Continuation: no message under way
    QByteArray m_message;
    QByteArray m_control;
    Utf8Check m_utf8;
    int m_fragments = 0;
    std::optional<WebSocketFailure> m_failure;
};

} // namespace wire
