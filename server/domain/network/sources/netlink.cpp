// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/netlink.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <libmnl/libmnl.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>

namespace network::sources {

namespace {
constexpr int mostReadsAtOnce = 64; // a storm of changes does not hold the thread; the rest wakes it again
constexpr size_t messageRoom =
    32768; // what the kernel fills at most (net/netlink/af_netlink.c, netlink_dump)
} // namespace

Netlink::Netlink(Wish wish, Listener listener, QObject *parent)
    : QObject(parent), m_wish(std::move(wish)), m_listener(std::move(listener))
{
}

Netlink::~Netlink() { stop(); }

core::Result<void> Netlink::start()
{
    if (m_socket)
        return {};
    m_socket = mnl_socket_open2(NETLINK_ROUTE, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (!m_socket || mnl_socket_bind(m_socket, 0, MNL_SOCKET_AUTOPID) < 0) {
        const QString why = QString::fromLocal8Bit(std::strerror(errno));
        stop();
        return core::Error{core::ErrorCode::Unavailable,
                           tr("The kernel's network tables cannot be read (%1). Addresses and neighbours of "
                              "this machine stay unknown.")
                               .arg(why)};
    }
    const int descriptor = mnl_socket_get_fd(m_socket);
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &m_wish.buffer, sizeof m_wish.buffer);
    for (int group : std::as_const(m_wish.groups))
        mnl_socket_setsockopt(m_socket, NETLINK_ADD_MEMBERSHIP, &group, sizeof group);
    m_notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Netlink::read);
    beginDumps();
    return {};
}

void Netlink::stop()
{
    delete m_notifier;
    m_notifier = nullptr;
    if (m_socket)
        mnl_socket_close(m_socket);
    m_socket = nullptr;
    m_isDumping = false;
    m_mustRepeat = false;
}

void Netlink::repeat()
{
    if (m_isDumping)
        m_mustRepeat = true;
    else if (m_socket)
        beginDumps();
}

void Netlink::beginDumps()
{
    m_mustRepeat = false;
    m_next = 0;
    m_listener.began();
    askNext();
}

void Netlink::askNext()
{
    if (m_next == m_wish.dumps.size()) {
        m_isDumping = false;
        m_listener.complete();
        return;
    }
    m_isDumping = true;
    alignas(nlmsghdr) std::array<char, 128> buffer{};
    nlmsghdr *request = mnl_nlmsg_put_header(buffer.data());
    request->nlmsg_type = quint16(m_wish.dumps.at(m_next++));
    request->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    request->nlmsg_seq = ++m_sequence;
    // All zeros stand for every family; the longest of the headers that the tables want.
    mnl_nlmsg_put_extra_header(request,
                               sizeof(rtmsg) > sizeof(ifinfomsg) ? sizeof(rtmsg) : sizeof(ifinfomsg));
    if (mnl_socket_sendto(m_socket, request, request->nlmsg_len) < 0)
        fail(QString::fromLocal8Bit(std::strerror(errno)));
}

void Netlink::read()
{
    for (int i = 0; i < mostReadsAtOnce && m_socket && readOnce(); ++i) {
    }
    if (m_socket)
        m_listener.told();
}

bool Netlink::readOnce()
{
    alignas(nlmsghdr) static thread_local std::array<char, messageRoom> buffer;
    const ssize_t size = mnl_socket_recvfrom(m_socket, buffer.data(), buffer.size());
    if (size > 0) {
        take(buffer.data(), size_t(size));
        return true;
    }
    if (size < 0 && errno == EINTR)
        return true;
    if (size < 0 && errno == ENOBUFS) { // messages were dropped: netlink(7)
        ++m_overflows;
        repeat();
        return true;
    }
    if (size < 0 && errno == ENOSPC) // one longer than the buffer; libmnl tells so
        return true;
    if (size < 0 && errno != EAGAIN)
        fail(QString::fromLocal8Bit(std::strerror(errno)));
    return false;
}

void Netlink::take(const char *bytes, size_t size)
{
    int left = int(size);
    for (const auto *message = reinterpret_cast<const nlmsghdr *>(bytes);
         m_socket && mnl_nlmsg_ok(message, left); message = mnl_nlmsg_next(message, &left)) {
        const bool isAnswer = message->nlmsg_seq == m_sequence && m_isDumping;
        if (isAnswer && (message->nlmsg_flags & NLM_F_DUMP_INTR) != 0)
            m_mustRepeat = true;
        if (message->nlmsg_type >= NLMSG_MIN_TYPE)
            m_listener.heard(*message);
        else if (isAnswer && (message->nlmsg_type == NLMSG_DONE || message->nlmsg_type == NLMSG_ERROR))
            endDump();
    }
}

void Netlink::endDump()
{
    // One dump may have been cut short by a change; all of them are asked for again once they are through.
    if (m_next == m_wish.dumps.size() && m_mustRepeat)
        beginDumps();
    else
        askNext();
}

void Netlink::fail(const QString &sentence)
{
    stop();
    m_listener.failed(
        tr("The kernel's network tables can no longer be read (%1). Restart Belfry to try again.")
            .arg(sentence));
}

} // namespace network::sources
