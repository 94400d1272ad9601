// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/plainstream.h"

#include <QEvent>

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace transport {

PlainStream::PlainStream(int descriptor)
    : m_descriptor(descriptor), m_readNotifier(descriptor, QSocketNotifier::Read, *this)
{
}

bool PlainStream::Notifier::event(QEvent *event)
{
    if (event->type() != QEvent::SockAct)
        return QSocketNotifier::event(event);
    if (type() == QSocketNotifier::Read)
        m_stream.tellReadable();
    else
        m_stream.sendKept();
    return true;
}

PlainStream::~PlainStream() { PlainStream::close(); }

void PlainStream::close()
{
    if (m_descriptor < 0)
        return;
    // Before the descriptor goes: its number may be given out anew at once.
    m_readNotifier.setEnabled(false);
    if (m_writeNotifier)
        m_writeNotifier->setEnabled(false);
    ::close(m_descriptor);
    m_descriptor = -1;
    m_kept.clear();
}

bool PlainStream::finish() { return m_descriptor >= 0 && ::shutdown(m_descriptor, SHUT_WR) == 0; }

qint64 PlainStream::read(char *data, qint64 size)
{
    if (m_descriptor < 0)
        return -1;
    const ssize_t count = ::recv(m_descriptor, data, size_t(size), MSG_DONTWAIT);
    if (count > 0)
        return count;
    const bool isAlive = count < 0 && (errno == EAGAIN || errno == EINTR);
    return isAlive ? 0 : -1;
}

qint64 PlainStream::offer(const QByteArray &bytes) const
{
    const ssize_t count =
        ::send(m_descriptor, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0)
        return count;
    return errno == EAGAIN || errno == EINTR || errno == ENOBUFS ? 0 : -1;
}

bool PlainStream::write(const QByteArray &bytes)
{
    if (m_descriptor < 0)
        return false;
    if (!m_kept.isEmpty()) {
        m_kept += bytes;
        return true;
    }
    const qint64 taken = offer(bytes);
    if (taken == bytes.size() || taken < 0)
        return taken >= 0;
    m_kept = bytes.mid(taken);
    if (!m_writeNotifier)
        m_writeNotifier = std::make_unique<Notifier>(m_descriptor, QSocketNotifier::Write, *this);
    m_writeNotifier->setEnabled(true);
    return true;
}

void PlainStream::sendKept()
{
    if (m_kept.isEmpty())
        return;
    const qint64 taken = offer(m_kept);
    if (taken < 0) { // the reader will see the end
        m_kept.clear();
        m_writeNotifier->setEnabled(false);
        tellReadable();
        return;
    }
    m_kept.remove(0, taken);
    if (!m_kept.isEmpty())
        return;
    m_kept.squeeze();
    m_writeNotifier->setEnabled(false);
    tellDrained();
}

} // namespace transport
