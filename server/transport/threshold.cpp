// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/threshold.h"

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace transport {

namespace {
constexpr unsigned char tlsHandshake = 0x16; // RFC 8446 §5.1; no HTTP method begins so
}

Threshold::Threshold(int descriptor, std::chrono::milliseconds deadline, QObject *parent)
    : Occupant(parent), m_descriptor(descriptor), m_deadline(deadline),
      m_notifier(descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &Threshold::look);
}

Threshold::~Threshold()
{
    m_notifier.setEnabled(false);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void Threshold::tick(std::chrono::milliseconds now)
{
    if (!m_isDecided && now >= m_deadline)
        leave();
}

int Threshold::release()
{
    m_isDecided = true;
    m_notifier.setEnabled(false);
    deleteLater();
    return std::exchange(m_descriptor, -1);
}

QHostAddress Threshold::peer() const
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getpeername(m_descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return {};
    return QHostAddress(reinterpret_cast<const sockaddr *>(&address));
}

void Threshold::leave() { ::close(release()); }

void Threshold::look()
{
    if (m_isDecided)
        return;
    unsigned char first = 0;
    const ssize_t count = ::recv(m_descriptor, &first, 1, MSG_PEEK | MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0) {
        leave();
        return;
    }
    // Whoever waits in a queue from here on must not be woken by the unread byte.
    m_isDecided = true;
    m_notifier.setEnabled(false);
    if (first == tlsHandshake)
        Q_EMIT tlsArrived();
    else
        Q_EMIT plainArrived();
}

} // namespace transport
