// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/connector.h"

#include "domain/network/sources/socketaddress.h"

#include <QPointer>
#include <QSocketNotifier>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace network::sources {

namespace {
constexpr std::chrono::milliseconds lookEvery{50};
} // namespace

Connector::Connector(core::Clock &clock, std::chrono::milliseconds patience, int atOnce, QObject *parent)
    : QObject(parent), m_clock(clock), m_patience(patience), m_atOnce(atOnce)
{
}

Connector::~Connector() { clear(); }

void Connector::ask(const core::Address &address, quint16 port, Answer answer)
{
    m_queue.enqueue({address, port, std::move(answer)});
    // An answer never comes before this returns.
    if (m_open.size() < m_atOnce)
        QMetaObject::invokeMethod(this, &Connector::fill, Qt::QueuedConnection);
}

void Connector::clear()
{
    m_queue.clear();
    for (auto connection = m_open.begin(); connection != m_open.end(); ++connection) {
        delete connection->notifier;
        ::close(connection.key());
    }
    m_open.clear();
    m_timer.reset();
}

void Connector::fill()
{
    const QPointer<Connector> self(this);
    while (self && !m_queue.isEmpty() && m_open.size() < m_atOnce)
        open(m_queue.dequeue());
    if (self && !m_timer && !m_open.isEmpty())
        m_timer = m_clock.every(lookEvery, [this] { lookForLate(); });
}

void Connector::open(Question question)
{
    const SocketAddress address(question.address, question.port);
    const int descriptor =
        ::socket(address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
    if (descriptor < 0) {
        question.answer(std::nullopt);
        return;
    }
    // Closed by a reset: the far end keeps no half-closed connection, and we no port in TIME_WAIT.
    const linger abort{1, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
    Connection connection{std::move(question.answer), nullptr, m_clock.steady() + m_patience,
                          std::chrono::steady_clock::now()};
    if (::connect(descriptor, address.data(), address.size) < 0 && errno != EINPROGRESS &&
        errno != ECONNREFUSED) {
        ::close(descriptor);
        connection.answer(std::nullopt);
        return;
    }
    connection.notifier = new QSocketNotifier(descriptor, QSocketNotifier::Write, this);
    connect(connection.notifier, &QSocketNotifier::activated, this, [this, descriptor] { read(descriptor); });
    m_open.insert(descriptor, std::move(connection));
}

void Connector::read(int descriptor)
{
    const auto connection = m_open.constFind(descriptor);
    if (connection == m_open.constEnd())
        return;
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - connection->begun;
    const bool isThere = error == 0 || error == ECONNREFUSED;
    close(descriptor, isThere ? std::optional(took.count()) : std::nullopt);
}

void Connector::close(int descriptor, std::optional<double> milliseconds)
{
    Connection connection = m_open.take(descriptor);
    connection.notifier->setEnabled(false);
    connection.notifier->deleteLater(); // it may be the one that calls
    ::close(descriptor);
    const QPointer<Connector> self(this);
    connection.answer(milliseconds);
    if (self)
        fill();
}

void Connector::lookForLate()
{
    const auto now = m_clock.steady();
    QList<int> late;
    for (auto connection = m_open.cbegin(); connection != m_open.cend(); ++connection) {
        if (connection->deadline <= now)
            late.append(connection.key());
    }
    const QPointer<Connector> self(this);
    for (int descriptor : std::as_const(late)) {
        if (self && m_open.contains(descriptor) && m_open.value(descriptor).deadline <= now)
            close(descriptor, std::nullopt);
    }
}

} // namespace network::sources
