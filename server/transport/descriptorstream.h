// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/stream.h"

#include <QSocketNotifier>

#include <memory>

namespace transport {

/// A stream straight on a TCP descriptor, without a QTcpSocket: no read buffer, and what the kernel takes at
/// once is not copied.
class DescriptorStream : public Stream
{
public:
    ~DescriptorStream() override;

    bool write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 bytesUnsent() const override { return m_kept.size(); }
    void close() override;

protected:
    /// Owns `descriptor`, which must not block.
    explicit DescriptorStream(int descriptor);

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    /// Bytes taken of `bytes`, or negative when the peer is gone.
    virtual qint64 offer(const QByteArray &bytes) = 0;
    /// Tells the listener in a later turn that there is something to read.
    void comeAgain();

private:
    /// Tells the stream without a signal, which would cost each idle connection a few hundred bytes.
    class Notifier final : public QSocketNotifier
    {
    public:
        Notifier(int descriptor, QSocketNotifier::Type type, DescriptorStream &stream)
            : QSocketNotifier(descriptor, type), m_stream(stream)
        {
        }
        bool event(QEvent *event) override;

    private:
        DescriptorStream &m_stream;
    };

    void sendKept();

    int m_descriptor;
    Notifier m_readNotifier;
    std::unique_ptr<Notifier> m_writeNotifier; // made when the kernel refuses bytes for the first time
    QByteArray m_kept;
};

} // namespace transport
