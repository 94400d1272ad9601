// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>
#include <QList>

#include <optional>

namespace wire {

/// Packet types of Socket.IO protocol 5. BINARY_EVENT and BINARY_ACK are Event and Ack with attachments.
enum class SocketIoType : char {
    Connect = '0',
    Disconnect = '1',
    Event = '2',
    Ack = '3',
    ConnectError = '4'
};

/// One Socket.IO packet, complete with what it carries.
struct SocketIoPacket
{
    SocketIoType type = SocketIoType::Event;
    QString nsp = QStringLiteral("/");
    std::optional<qint64> id; ///< acknowledgement id, 0 … 2^53-1
    /// Event, Ack: an array. Connect: an object or undefined. ConnectError: an object or a string.
    /// Attachments stand in it as `{"_placeholder":true,"num":index}`.
    QJsonValue data = QJsonValue::Undefined;
    QList<QByteArray> attachments;

    [[nodiscard]] QJsonArray array() const { return data.toArray(); }
    bool operator==(const SocketIoPacket &) const = default;
};

/// Whether an event may be called so: a number, or a string that client libraries do not keep for themselves.
bool isSocketIoEventName(const QJsonValue &name);

/// The text part; each of `packet.attachments` must follow in a binary message of its own.
QByteArray encodeSocketIo(const SocketIoPacket &packet);

/// An event with one argument that has been written already, a JSON value, and behind it, unless empty, a
/// text.
QByteArray encodeSocketIoEvent(const QString &nsp, const QString &name, QByteArrayView argument,
                               const QString &last = {});

/// The acknowledgement of an event with one argument that has been written already: a JSON value.
QByteArray encodeSocketIoAck(const QString &nsp, qint64 id, QByteArrayView argument);

/// Puts one connection's text and binary messages together to packets (socket.io-protocol 5). After an error
/// the connection must be closed; nothing but errors comes any more.
class SocketIoDecoder
{
public:
    static constexpr int maxAttachments = 10;
    using Decoded = core::Result<std::optional<SocketIoPacket>>;

    /// `attachmentLimit`: bytes all attachments of one packet may have together.
    explicit SocketIoDecoder(qint64 attachmentLimit = 1024LL * 1024) : m_limit(attachmentLimit) {}

    /// A packet, or nothing while its attachments are due. Errors: Invalid.
    Decoded text(const QByteArray &message);
    /// The packet this attachment completes, or nothing while more are due. Errors: Invalid, when none was
    /// due or they are too big.
    Decoded binary(const QByteArray &message);
    /// True while attachments are due; bound the time spent so.
    [[nodiscard]] bool isWaiting() const { return m_due > 0; }

private:
    Decoded readText(const QByteArray &message);
    Decoded readBinary(const QByteArray &message);
    Decoded remember(Decoded decoded);

    qint64 m_limit;
    qint64 m_size = 0;
    int m_due = 0;
    bool m_hasFailed = false;
    SocketIoPacket m_packet;
};

} // namespace wire
