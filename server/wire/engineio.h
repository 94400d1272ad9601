// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QByteArray>

namespace wire {

/// Packet types of Engine.IO protocol 4; the value is the digit on the wire.
enum class EngineIoType : char {
    Open = '0',
    Close = '1',
    Ping = '2',
    Pong = '3',
    Message = '4',
    Upgrade = '5',
    Noop = '6',
};

/// One Engine.IO packet. Binary ones are always messages.
struct EngineIoPacket
{
    EngineIoType type = EngineIoType::Message;
    QByteArray data;
    bool isBinary = false;

    bool operator==(const EngineIoPacket &) const = default;
};

/// What the server announces in the `open` packet: exactly these five keys.
struct EngineIoHandshake
{
    QByteArray sid;
    bool canUpgrade = false;       ///< `upgrades` is ["websocket"], else []
    qint64 pingInterval = 25'000;  ///< ms
    qint64 pingTimeout = 20'000;   ///< ms
    qint64 maxPayload = 1'000'000; ///< bytes
};

/// The `open` packet as text, type digit included.
QByteArray encodeEngineIoOpen(const EngineIoHandshake &handshake);
/// A packet as a polling payload holds it, and as a WebSocket text frame does when it is not binary.
QByteArray encodeEngineIo(const EngineIoPacket &packet);
/// The text of a WebSocket frame. Error: Invalid for an empty text or an unknown type.
core::Result<EngineIoPacket> decodeEngineIo(const QByteArray &text);

/// What stands between two packets of a polling payload.
inline constexpr char engineIoSeparator = '\x1e';

/// Takes the packets out of a polling payload one by one, so that a bad one ends the work.
class EngineIoPayload
{
public:
    explicit EngineIoPayload(QByteArray payload) : m_payload(std::move(payload)) {}

    [[nodiscard]] bool atEnd() const { return m_at > m_payload.size(); }
    /// Error: Invalid for an unknown type, bad base64 or bad UTF-8. Not to be called at the end.
    core::Result<EngineIoPacket> next();

private:
    QByteArray m_payload;
    qsizetype m_at = 0;
};

} // namespace wire
