// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/acceptor.h"

#include "core/log.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace transport {

namespace {
constexpr int backlog = 4096; // a reconnect storm of thousands must fit
constexpr int acceptedPerTurn = 128;
constexpr unsigned int unackedTimeout = 20'000; // ms a peer may leave sent bytes unacknowledged
constexpr std::chrono::milliseconds firstBackOff{10};
constexpr std::chrono::milliseconds longestBackOff{1'000};
} // namespace

Acceptor::Acceptor(core::Clock &clock, QObject *parent) : QTcpServer(parent), m_clock(clock)
{
    setListenBacklogSize(backlog);
}

bool Acceptor::open(const QHostAddress &address, quint16 port)
{
    if (!listen(address, port))
        return false;
    pauseAccepting();
    m_notifier = new QSocketNotifier(socketDescriptor(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Acceptor::acceptAll);
    return true;
}

void Acceptor::setPaused(bool paused)
{
    m_isPaused = paused;
    if (m_notifier)
        m_notifier->setEnabled(!paused && !m_resume);
}

void Acceptor::acceptAll()
{
    for (int i = 0; i < acceptedPerTurn && !m_isPaused; ++i) {
        const int fd = ::accept4(int(socketDescriptor()), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) {
            if (errno == EINTR || errno == ECONNABORTED)
                continue;
            if (errno != EAGAIN)
                backOff();
            return;
        }
        m_backOff = std::chrono::milliseconds(0);
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &unackedTimeout, sizeof unackedTimeout);
        Q_EMIT arrived(fd);
    }
}

void Acceptor::backOff()
{
    const int error = errno;
    if (m_backOff.count() == 0)
        qCWarning(logTransport, "connections cannot be accepted on port %d (error %d); trying again",
                  serverPort(), error);
    m_backOff = std::clamp(m_backOff * 2, firstBackOff, longestBackOff);
    m_notifier->setEnabled(false);
    m_resume = m_clock.after(m_backOff, [this] {
        const auto done = std::exchange(m_resume, nullptr);
        m_notifier->setEnabled(!m_isPaused);
    });
}

} // namespace transport
