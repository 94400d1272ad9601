// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/stream.h"

#include <QByteArray>
#include <QSocketNotifier>

#include <memory>

namespace transport {

/// A stream straight on a TCP descriptor, without a QTcpSocket: no read buffer, one ::send per write.
class PlainStream final : public Stream
{
public:
    /// Owns `descriptor`, which must not block.
    explicit PlainStream(int descriptor);
    ~PlainStream() override;

    qint64 read(char *data, qint64 size) override;
    bool write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 bytesUnsent() const override { return m_kept.size(); }
    bool finish() override;
    void close() override;

private:
    /// Tells the stream without a signal, which would cost each idle connection a few hundred bytes.
    class Notifier final : public QSocketNotifier
    {
    public:
        Notifier(int descriptor, QSocketNotifier::Type type, PlainStream &stream)
            : QSocketNotifier(descriptor, type), m_stream(stream)
        {
        }
        bool event(QEvent *event) override;

    private:
        PlainStream &m_stream;
    };

    /// Bytes the kernel took of `bytes`, or negative when the peer is gone.
    qint64 offer(const QByteArray &bytes) const;
    void sendKept();

    int m_descriptor;
    Notifier m_readNotifier;
    std::unique_ptr<Notifier> m_writeNotifier; // made when the kernel refuses bytes for the first time
    QByteArray m_kept;
};

} // namespace transport
