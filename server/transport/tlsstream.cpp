// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlsstream.h"

#include <sys/socket.h>

namespace transport {

TlsStream::TlsStream(int descriptor, std::unique_ptr<TlsLink> link)
    : DescriptorStream(descriptor), m_link(std::move(link))
{
}

TlsStream::~TlsStream() { TlsStream::close(); }

qint64 TlsStream::read(char *data, qint64 size)
{
    if (!isOpen())
        return -1;
    const qint64 count = m_link->read(data, size);
    if (count > 0 && m_link->hasMore())
        comeAgain();
    return count;
}

qint64 TlsStream::offer(const QByteArray &bytes) { return m_link->write(bytes.constData(), bytes.size()); }

bool TlsStream::finish()
{
    m_isFinished = true;
    return isOpen() && m_link->sayGoodbye() && ::shutdown(descriptor(), SHUT_WR) == 0;
}

void TlsStream::close()
{
    if (!isOpen())
        return;
    // The peer is told where the kernel takes it at once; else it sees the connection end.
    if (!m_isFinished && bytesUnsent() == 0)
        m_link->sayGoodbye();
    DescriptorStream::close();
}

} // namespace transport
