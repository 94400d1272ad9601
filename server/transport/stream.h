// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

namespace transport {

/// Whoever hears what happens on a stream.
class StreamListener
{
public:
    StreamListener() = default;
    StreamListener(const StreamListener &) = delete;
    StreamListener &operator=(const StreamListener &) = delete;

    /// There is something to read, or the end. Comes again in a later turn while anything is left.
    virtual void streamReadable() = 0;
    /// What was kept has left.
    virtual void streamDrained() = 0;

protected:
    ~StreamListener() = default;
};

/// A connected byte pipe under a WebSocket: a plain socket, or one under TLS. It has one listener rather than
/// signals, which would cost each idle connection half a kilobyte.
class Stream
{
public:
    Stream() = default;
    virtual ~Stream() = default;
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    /// Whom to tell from now on; null: nobody.
    void setListener(StreamListener *listener) { m_listener = listener; }
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

protected:
    void tellReadable()
    {
        if (m_listener)
            m_listener->streamReadable();
    }
    void tellDrained()
    {
        if (m_listener)
            m_listener->streamDrained();
    }

private:
    StreamListener *m_listener = nullptr;
};

} // namespace transport
