// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

namespace transport {

/// A connected byte pipe under a WebSocket: a plain socket, or one under TLS.
class Stream : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Up to `size` bytes; 0 when none are there now, negative when the peer is gone.
    virtual qint64 read(char *data, qint64 size) = 0;
    /// Hands `bytes` to the system at once and keeps only what it does not take. False when the peer is gone.
    virtual bool write(const QByteArray &bytes) = 0;
    /// Bytes kept.
    [[nodiscard]] virtual qint64 bytesUnsent() const = 0;
    /// Says no more; hearing goes on. False when that cannot be done by halves: close.
    virtual bool finish() { return false; }
    /// Closes the connection. Bytes kept are lost.
    virtual void close() = 0;

Q_SIGNALS:
    /// There is something to read, or the end. Comes again in a later turn while anything is left.
    void readable();
    /// What was kept has left.
    void drained();
};

} // namespace transport
