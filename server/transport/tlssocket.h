// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/tlslink.h"
#include "transport/tlsstream.h"

#include <QSocketNotifier>
#include <QTcpSocket>

namespace transport {

/// An accepted connection under TLS, as a QTcpSocket to those who speak HTTP on it. Unlike a QSslSocket it
/// shares what all connections have in common, and can be handed on as a bare stream (adr/0006).
class TlsSocket final : public QTcpSocket
{
    Q_OBJECT
public:
    /// Owns `descriptor`, which must not block, and begins the handshake.
    TlsSocket(int descriptor, const std::shared_ptr<ssl_ctx_st> &context);
    ~TlsSocket() override;

    [[nodiscard]] bool isEncrypted() const { return m_link && m_link->isEncrypted(); }
    /// Hands the connection on; all that came must have been read. Null when it is gone. The socket is closed
    /// then, without a signal.
    std::unique_ptr<Stream> takeStream();

    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] qint64 bytesToWrite() const override { return m_unsent.size(); }
    /// Once what was written has left, says goodbye and hears the peer out.
    void disconnectFromHost() override;
    void close() override;
    bool waitForBytesWritten(int milliseconds) override;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 skipData(qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    void learnAddresses();
    void readable();
    void writable();
    void shakeHands();
    void receive();
    void send();
    void part();
    int release();
    void lose();

    int m_descriptor;
    std::unique_ptr<TlsLink> m_link; // null: the connection is closed or handed on
    QSocketNotifier m_readNotifier;
    QSocketNotifier m_writeNotifier;
    QByteArray m_plain;       // received and not read yet
    QByteArray m_unsent;      // written, and not taken by the kernel yet
    bool m_isLeaving = false; // nothing more is said
    bool m_isParting = false; // goodbye was said; what comes is thrown away
};

} // namespace transport
