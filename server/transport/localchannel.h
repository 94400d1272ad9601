// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/channel.h"

class QLocalSocket;

namespace transport {

/// A channel over a Unix socket: a message is a line.
class LocalChannel final : public Channel
{
    Q_OBJECT
public:
    LocalChannel(QLocalSocket *socket, QObject *parent);

    [[nodiscard]] const Handshake &handshake() const override { return m_handshake; }
    /// Text without line feeds; anything else is ignored.
    void send(const SharedFrame &frame) override;
    void close(CloseCode code, const QByteArray &reason) override;
    [[nodiscard]] qint64 bytesUnsent() const override;
    [[nodiscard]] bool isWritable() const override;
    [[nodiscard]] bool isOpen() const override { return m_isOpen; }
    void setMessageLimit(qint64 bytes) override { m_limit = bytes; }

private:
    void read();
    void end();

    QLocalSocket *m_socket;
    Handshake m_handshake;
    QByteArray m_input;
    qint64 m_limit = 16LL * 1024;
    bool m_isOpen = true;
    bool m_isEnded = false;
    CloseCode m_code = CloseCode::Normal;
    QByteArray m_reason;
};

} // namespace transport
