// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/channel.h"

#include <optional>

namespace support {

/// A client without a socket: what the server sends piles up here, and what the test says is heard there.
class FakeChannel final : public transport::Channel
{
    Q_OBJECT
public:
    explicit FakeChannel(transport::Handshake handshake) : m_handshake(std::move(handshake)) {}

    [[nodiscard]] const transport::Handshake &handshake() const override { return m_handshake; }
    void send(const transport::SharedFrame &frame) override;
    void close(transport::CloseCode code, const QByteArray &reason) override;
    [[nodiscard]] qint64 bytesUnsent() const override { return m_unsent; }
    [[nodiscard]] bool isWritable() const override { return !m_isStuck; }
    [[nodiscard]] bool isOpen() const override { return !m_closeCode; }
    void setMessageLimit(qint64 bytes) override { m_messageLimit = bytes; }

    /// The client says something.
    void say(const QByteArray &text) { Q_EMIT textReceived(text); }
    /// The client goes away.
    void vanish();
    /// From now on nothing leaves, as with a client that does not read.
    void getStuck() { m_isStuck = true; }
    /// A stuck client takes this many bytes.
    void readSome(qint64 bytes);
    /// The client reads again.
    void getUnstuck();
    /// Takes the oldest message that was sent; null when there is none.
    QByteArray take();
    [[nodiscard]] qsizetype waiting() const { return m_sent.size(); }
    [[nodiscard]] std::optional<transport::CloseCode> closeCode() const { return m_closeCode; }
    [[nodiscard]] const QByteArray &closeReason() const { return m_closeReason; }
    [[nodiscard]] qint64 messageLimit() const { return m_messageLimit; }

private:
    transport::Handshake m_handshake;
    QList<QByteArray> m_sent;
    qint64 m_unsent = 0;
    bool m_isStuck = false;
    qint64 m_messageLimit = 16 * 1024; ///< as every channel begins
    std::optional<transport::CloseCode> m_closeCode;
    QByteArray m_closeReason;
};

} // namespace support
