// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/tracer.h"

#include "domain/network/sources/socketaddress.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <linux/errqueue.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <unistd.h>

namespace network::sources {

namespace {
constexpr int stepsAhead = 2; // routers answer few in a row: icmp(7), icmp_ratelimit
constexpr std::chrono::milliseconds lookForLateHopsEvery{100};
constexpr int icmp6TimeExceeded = 3; // RFC 4443 §2.1
constexpr int icmp6Unreachable = 1;
constexpr int icmp6PortUnreachable = 4;

/// What came back for a datagram.
struct Bounce
{
    core::Address from;
    bool isExpired = false; ///< on its way; else it came to an end
    bool isReached = false; ///< nobody listens there, at the target
};

std::optional<Bounce> bounceOf(const sock_extended_err &error)
{
    Bounce bounce;
    sockaddr_storage offender{};
    std::memcpy(&offender, SO_EE_OFFENDER(&error), sizeof(sockaddr_in6));
    bounce.from = addressIn(offender).value_or(core::Address());
    if (error.ee_origin == SO_EE_ORIGIN_ICMP) {
        bounce.isExpired = error.ee_type == ICMP_TIME_EXCEEDED;
        bounce.isReached = error.ee_type == ICMP_DEST_UNREACH && error.ee_code == ICMP_PORT_UNREACH;
    } else if (error.ee_origin == SO_EE_ORIGIN_ICMP6) {
        bounce.isExpired = error.ee_type == icmp6TimeExceeded;
        bounce.isReached = error.ee_type == icmp6Unreachable && error.ee_code == icmp6PortUnreachable;
    } else if (error.ee_origin != SO_EE_ORIGIN_LOCAL) {
        return std::nullopt;
    }
    return bounce;
}

/// From the socket's queue of errors (ip(7), IP_RECVERR).
std::optional<Bounce> readBounce(int descriptor)
{
    std::array<char, 512> data{};
    alignas(cmsghdr) std::array<char, 512> control{};
    iovec piece{data.data(), data.size()};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    if (::recvmsg(descriptor, &message, MSG_ERRQUEUE) < 0)
        return std::nullopt;
    for (cmsghdr *head = CMSG_FIRSTHDR(&message); head; head = CMSG_NXTHDR(&message, head)) {
        const bool isError = (head->cmsg_level == SOL_IP && head->cmsg_type == IP_RECVERR) ||
                             (head->cmsg_level == SOL_IPV6 && head->cmsg_type == IPV6_RECVERR);
        if (isError && head->cmsg_len >= CMSG_LEN(sizeof(sock_extended_err) + sizeof(sockaddr_in)))
            return bounceOf(*reinterpret_cast<const sock_extended_err *>(CMSG_DATA(head)));
    }
    return std::nullopt;
}

int openProbe(const core::Address &target, quint16 port, int ttl)
{
    const SocketAddress address(target, port);
    const int descriptor = ::socket(address.family(), SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    const int on = 1;
    const bool isV4 = address.family() == AF_INET;
    ::setsockopt(descriptor, isV4 ? SOL_IP : SOL_IPV6, isV4 ? IP_RECVERR : IPV6_RECVERR, &on, sizeof on);
    ::setsockopt(descriptor, isV4 ? SOL_IP : SOL_IPV6, isV4 ? IP_TTL : IPV6_UNICAST_HOPS, &ttl, sizeof ttl);
    if (::connect(descriptor, address.data(), address.size) < 0 || ::send(descriptor, "", 1, 0) < 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}
} // namespace

Tracer::Tracer(Setup setup, core::Clock &clock, QObject *parent)
    : QObject(parent), m_setup(setup), m_clock(clock)
{
}

Tracer::Tracer(core::Clock &clock, QObject *parent) : Tracer(Setup(), clock, parent) {}

Tracer::~Tracer() { stop(); }

bool Tracer::start(const core::Address &target)
{
    if (m_ways.contains(target) || m_waiting.contains(target))
        return true;
    if (target.isNull() || m_waiting.size() >= m_setup.mostWaiting)
        return false;
    m_waiting.append(target);
    QMetaObject::invokeMethod(this, &Tracer::fill, Qt::QueuedConnection);
    return true;
}

void Tracer::stop()
{
    m_timer.reset();
    m_waiting.clear();
    m_ways.clear();
    const QList<int> descriptors = m_probes.keys();
    for (int descriptor : descriptors)
        close(descriptor);
}

void Tracer::fill()
{
    while (!m_waiting.isEmpty() && m_ways.size() < m_setup.tracesAtOnce) {
        const core::Address target = m_waiting.takeFirst();
        m_ways.insert(target, {});
        goOn(target);
    }
    if (m_ways.isEmpty())
        m_timer.reset();
    else if (!m_timer)
        m_timer = m_clock.every(lookForLateHopsEvery, [this] { lookForLate(); });
}

void Tracer::goOn(const core::Address &target)
{
    Way &way = m_ways[target];
    while (way.open < stepsAhead && way.sent < (way.last > 0 ? way.last : m_setup.mostHops) && !isOver(way))
        send(target, ++way.sent, 1);
    if (way.open > 0 && !isOver(way))
        return;
    const Trace trace = traceOf(target, way);
    m_ways.remove(target);
    QList<int> left;
    for (auto probe = m_probes.cbegin(); probe != m_probes.cend(); ++probe) {
        if (probe->target == target)
            left.append(probe.key());
    }
    for (int descriptor : std::as_const(left))
        close(descriptor);
    QMetaObject::invokeMethod(
        this,
        [this, trace] {
            fill();
            Q_EMIT finished(trace);
        },
        Qt::QueuedConnection);
}

bool Tracer::isOver(const Way &way) const
{
    // Every step up to the end is known, or so many in a row kept silent.
    int silent = 0;
    for (int ttl = 1; ttl <= way.sent; ++ttl) {
        const auto hop = way.hops.constFind(ttl);
        if (hop == way.hops.constEnd())
            return false;
        silent = hop->address.isNull() ? silent + 1 : 0;
        if (silent >= m_setup.silentHops || ttl == way.last)
            return true;
    }
    return way.sent >= m_setup.mostHops;
}

void Tracer::send(const core::Address &target, int ttl, int attempt)
{
    Probe probe{ttl, attempt, m_clock.steady() + m_setup.patience, std::chrono::steady_clock::now(), target};
    const int descriptor = openProbe(target, quint16(m_setup.port + ttl), ttl);
    Way &way = m_ways[target];
    if (descriptor < 0) { // there is no way at all
        way.hops.insert(ttl, {ttl});
        way.last = way.last > 0 ? std::min(way.last, ttl) : ttl;
        return;
    }
    ++way.open;
    // A full queue of errors wakes those who wait to read.
    probe.notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, this);
    connect(probe.notifier, &QSocketNotifier::activated, this, [this, descriptor] { read(descriptor); });
    m_probes.insert(descriptor, probe);
}

void Tracer::read(int descriptor)
{
    const auto found = m_probes.constFind(descriptor);
    if (found == m_probes.constEnd())
        return;
    const Probe probe = *found;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - probe.begun;
    std::optional<Bounce> bounce = readBounce(descriptor);
    if (!bounce) {
        // Somebody does listen there.
        std::array<char, 16> data{};
        if (::recv(descriptor, data.data(), data.size(), 0) < 0)
            return;
        bounce = Bounce{probe.target, false, true};
    }
    close(descriptor);
    note(probe, {probe.ttl, bounce->from, took.count()}, !bounce->isExpired, bounce->isReached);
}

void Tracer::close(int descriptor)
{
    const Probe probe = m_probes.take(descriptor);
    probe.notifier->setEnabled(false);
    probe.notifier->deleteLater(); // it may be the one that calls
    ::close(descriptor);
}

void Tracer::note(const Probe &probe, const TraceHop &hop, bool isEnd, bool isReached)
{
    const auto way = m_ways.find(probe.target);
    if (way == m_ways.end())
        return;
    --way->open;
    way->hops.insert(probe.ttl, hop);
    if (isEnd && (way->last == 0 || probe.ttl <= way->last)) {
        way->last = probe.ttl;
        way->isReached = isReached;
    }
    goOn(probe.target);
}

void Tracer::lookForLate()
{
    const auto now = m_clock.steady();
    QList<int> late;
    for (auto probe = m_probes.cbegin(); probe != m_probes.cend(); ++probe) {
        if (probe->deadline <= now)
            late.append(probe.key());
    }
    for (int descriptor : std::as_const(late)) {
        const auto found = m_probes.constFind(descriptor);
        if (found == m_probes.constEnd() || found->deadline > now)
            continue;
        const Probe probe = *found;
        close(descriptor);
        const Way way = m_ways.value(probe.target);
        if (probe.attempt < m_setup.tries && (way.last == 0 || probe.ttl < way.last)) {
            --m_ways[probe.target].open;
            send(probe.target, probe.ttl, probe.attempt + 1);
        } else {
            note(probe, {probe.ttl}, false, false);
        }
    }
}

Trace Tracer::traceOf(const core::Address &target, const Way &way) const
{
    Trace trace{target, {}, way.isReached};
    for (const TraceHop &hop : way.hops) {
        if (way.last == 0 || hop.ttl <= way.last)
            trace.hops.append(hop);
    }
    while (!trace.hops.isEmpty() && trace.hops.last().address.isNull())
        trace.hops.removeLast();
    return trace;
}

} // namespace network::sources
