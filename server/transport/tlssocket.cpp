// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlssocket.h"

#include <algorithm>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace transport {

namespace {
constexpr qint64 mostUnread = 64LL * 1024;
constexpr qint64 largestRecord = 16LL * 1024; // RFC 8446 §5.1
} // namespace

TlsSocket::TlsSocket(int descriptor, const std::shared_ptr<ssl_ctx_st> &context)
    : m_descriptor(descriptor), m_link(std::make_unique<TlsLink>(descriptor, context)),
      m_readNotifier(descriptor, QSocketNotifier::Read), m_writeNotifier(descriptor, QSocketNotifier::Write)
{
    m_writeNotifier.setEnabled(false);
    connect(&m_readNotifier, &QSocketNotifier::activated, this, &TlsSocket::readable);
    connect(&m_writeNotifier, &QSocketNotifier::activated, this, &TlsSocket::writable);
    learnAddresses();
    setSocketState(ConnectedState);
    setOpenMode(ReadWrite);
}

TlsSocket::~TlsSocket()
{
    if (m_link)
        ::close(release());
    setSocketState(UnconnectedState);
}

void TlsSocket::learnAddresses()
{
    sockaddr_storage address{};
    auto *bare = reinterpret_cast<sockaddr *>(&address);
    const auto portOf = [&address] {
        return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6 &>(address).sin6_port
                                                   : reinterpret_cast<sockaddr_in &>(address).sin_port);
    };
    socklen_t size = sizeof address;
    if (::getpeername(m_descriptor, bare, &size) == 0) {
        setPeerAddress(QHostAddress(bare));
        setPeerPort(portOf());
    }
    size = sizeof address;
    if (::getsockname(m_descriptor, bare, &size) == 0) {
        setLocalAddress(QHostAddress(bare));
        setLocalPort(portOf());
    }
}

int TlsSocket::release()
{
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
    m_link.reset();
    return std::exchange(m_descriptor, -1);
}

std::unique_ptr<Stream> TlsSocket::takeStream()
{
    std::unique_ptr<TlsLink> link = std::move(m_link);
    const int descriptor = release();
    setSocketState(UnconnectedState);
    setOpenMode(NotOpen);
    return link ? std::make_unique<TlsStream>(descriptor, std::move(link)) : nullptr;
}

void TlsSocket::readable()
{
    if (m_link && !m_link->isEncrypted())
        shakeHands();
    if (isEncrypted())
        receive();
}

void TlsSocket::writable()
{
    if (!m_link)
        return;
    if (!m_link->isEncrypted()) {
        shakeHands();
        return;
    }
    const qsizetype before = m_unsent.size();
    send();
    if (m_link && m_unsent.size() < before)
        Q_EMIT bytesWritten(before - m_unsent.size());
    if (m_link && m_isLeaving && m_unsent.isEmpty())
        part();
}

void TlsSocket::shakeHands()
{
    if (!m_link->shakeHands()) {
        lose();
        return;
    }
    m_writeNotifier.setEnabled(m_link->wantsToWrite());
    if (m_link->isEncrypted()) {
        // We say nothing now: a client with Nagle's algorithm would wait 40 ms before it asks.
        const int on = 1;
        ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    }
}

void TlsSocket::receive()
{
    if (!m_link)
        return;
    std::array<char, largestRecord> part;
    qint64 came = 0;
    qint64 count = 0;
    while (m_plain.size() < mostUnread && came < mostUnread &&
           (count = m_link->read(part.data(), largestRecord)) > 0) {
        came += count;
        if (!m_isParting)
            m_plain.append(part.data(), count);
    }
    m_readNotifier.setEnabled(m_plain.size() < mostUnread && count >= 0);
    if (came > 0 && !m_isParting)
        Q_EMIT readyRead();
    if (!m_link || count >= 0)
        return;
    if (m_unsent.isEmpty())
        lose();
    else // a peer that has said goodbye may still hear
        m_isLeaving = true;
}

void TlsSocket::send()
{
    const qint64 taken = m_link->write(m_unsent.constData(), m_unsent.size());
    if (taken < 0)
        m_unsent.clear(); // the reader will see the end
    else
        m_unsent.remove(0, taken);
    m_writeNotifier.setEnabled(!m_unsent.isEmpty());
}

qint64 TlsSocket::bytesAvailable() const { return m_plain.size() + QTcpSocket::bytesAvailable(); }

qint64 TlsSocket::readData(char *data, qint64 size)
{
    const qint64 count = std::min(size, qint64(m_plain.size()));
    std::copy_n(m_plain.constData(), count, data);
    return skipData(count);
}

qint64 TlsSocket::skipData(qint64 size)
{
    const qint64 count = std::min(size, qint64(m_plain.size()));
    m_plain.remove(0, count);
    if (m_link && !m_readNotifier.isEnabled() && m_plain.size() < mostUnread) {
        m_readNotifier.setEnabled(true);
        // OpenSSL may hold some already, which the descriptor does not tell of.
        QMetaObject::invokeMethod(this, &TlsSocket::receive, Qt::QueuedConnection);
    }
    return count;
}

qint64 TlsSocket::writeData(const char *data, qint64 size)
{
    if (!isEncrypted() || m_isLeaving)
        return -1;
    m_unsent.append(data, size);
    send();
    return size;
}

bool TlsSocket::waitForBytesWritten(int milliseconds)
{
    if (!m_link || m_unsent.isEmpty())
        return false;
    pollfd one{m_descriptor, POLLOUT, 0};
    if (::poll(&one, 1, milliseconds) != 1)
        return false;
    const qsizetype before = m_unsent.size();
    send();
    return m_unsent.size() < before;
}

void TlsSocket::disconnectFromHost()
{
    if (!m_link || std::exchange(m_isLeaving, true))
        return;
    if (m_unsent.isEmpty())
        part();
}

/// Says no more but hears the peer out: closing over unread bytes would reset the connection and take the
/// last words with it. Whoever holds the socket limits how long that may take.
void TlsSocket::part()
{
    m_isParting = true;
    m_plain.clear();
    if (!m_link->sayGoodbye() || ::shutdown(m_descriptor, SHUT_WR) != 0)
        lose();
    else
        m_readNotifier.setEnabled(true);
}

void TlsSocket::close()
{
    if (!m_link)
        return;
    if (!m_isParting && m_unsent.isEmpty())
        m_link->sayGoodbye();
    lose();
}

void TlsSocket::lose()
{
    ::close(release());
    m_plain.clear();
    m_unsent.clear();
    setSocketState(UnconnectedState);
    setOpenMode(NotOpen);
    Q_EMIT disconnected();
}

} // namespace transport
