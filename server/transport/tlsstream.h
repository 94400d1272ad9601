// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/descriptorstream.h"
#include "transport/tlslink.h"

namespace transport {

/// A stream through TLS: OpenSSL encrypts straight into the descriptor and gives its buffers back when idle.
class TlsStream final : public DescriptorStream
{
public:
    /// Owns `descriptor`, which must not block; the handshake of `link`, which is on it, is done.
    TlsStream(int descriptor, std::unique_ptr<TlsLink> link);
    ~TlsStream() override;

    qint64 read(char *data, qint64 size) override;
    bool finish() override;
    void close() override;

protected:
    qint64 offer(const QByteArray &bytes) override;

private:
    std::unique_ptr<TlsLink> m_link;
    bool m_isFinished = false;
};

} // namespace transport
