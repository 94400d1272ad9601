// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/plainstream.h"

#include <cerrno>
#include <sys/socket.h>

namespace transport {

bool PlainStream::finish() { return isOpen() && ::shutdown(descriptor(), SHUT_WR) == 0; }

qint64 PlainStream::read(char *data, qint64 size)
{
    if (!isOpen())
        return -1;
    const ssize_t count = ::recv(descriptor(), data, size_t(size), MSG_DONTWAIT);
    if (count > 0)
        return count;
    const bool isAlive = count < 0 && (errno == EAGAIN || errno == EINTR);
    return isAlive ? 0 : -1;
}

qint64 PlainStream::offer(const QByteArray &bytes)
{
    const ssize_t count =
        ::send(descriptor(), bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0)
        return count;
    return errno == EAGAIN || errno == EINTR || errno == ENOBUFS ? 0 : -1;
}

} // namespace transport
