// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/stream.h"

#include <QObject>

class QSslSocket;
class QTcpSocket;

namespace transport {

/// A stream through an encrypted QSslSocket.
class TlsStream final : public QObject, public Stream
{
    Q_OBJECT
public:
    /// Owns `socket`, whose handshake is done.
    explicit TlsStream(QSslSocket *socket);

    qint64 read(char *data, qint64 size) override;
    bool write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 bytesUnsent() const override;
    void close() override;

private:
    void wake();
    void tell();

    QSslSocket *m_socket;
    bool m_isTelling = false; // `tell` is on its way
    bool m_isDraining = false;
    bool m_isClosed = false;
};

/// Bytes that have not left a socket: those to be encrypted yet and those that are.
[[nodiscard]] qint64 bytesUnsent(const QTcpSocket &socket);

} // namespace transport
