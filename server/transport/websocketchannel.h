// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/channel.h"
#include "transport/websocketconnection.h"

#include <QPointer>
#include <QSet>

namespace transport {

/// A channel over a raw WebSocket: a message is a message.
class WebSocketChannel final : public Channel
{
    Q_OBJECT
public:
    /// Stands in `list`, which outlives it, until it is destroyed.
    WebSocketChannel(WebSocketConnection *connection, Handshake handshake, QSet<Channel *> &list);
    ~WebSocketChannel() override;

    [[nodiscard]] const Handshake &handshake() const override { return m_handshake; }
    /// Lets go of query and headers once whoever opened the channel has read them: it may be idle for weeks.
    void forgetHead();
    void send(const SharedFrame &frame) override;
    void sendAll(std::span<const SharedFrame *const> frames) override;
    void flush() override;
    void close(CloseCode code, const QByteArray &reason) override;
    [[nodiscard]] qint64 bytesUnsent() const override;
    [[nodiscard]] bool isWritable() const override;
    [[nodiscard]] bool isOpen() const override;
    void setMessageLimit(qint64 bytes) override;

protected:
    void forwardDrained() override;

private:
    QPointer<WebSocketConnection> m_connection;
    Handshake m_handshake;
    QSet<Channel *> &m_list;
    bool m_isForwarding = false; // `drained`
};

} // namespace transport
