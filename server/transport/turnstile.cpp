// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/turnstile.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace transport {

namespace {
// Short, so that those who are already inside are served between the newcomers.
constexpr std::chrono::milliseconds slice{50};
constexpr int slicesPerSecond = int(std::chrono::milliseconds(1'000) / slice);
// Slices that a busy machine was late for are made up for, one in each turn of the loop.
constexpr std::chrono::milliseconds mostLateness{1'000};

/// Whoever has one IPv6 address has its whole /64 (RFC 6177 §2).
QHostAddress siteOf(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // mapped ones too
    if (isIpv4)
        return QHostAddress(ipv4);
    Q_IPV6ADDR site = address.toIPv6Address();
    std::fill(std::begin(site.c) + sizeof site.c / 2, std::end(site.c), quint8(0));
    return QHostAddress(site);
}
} // namespace

Turnstile::Turnstile(int perSecond, core::Clock &clock)
    : m_perSlice(std::max(1, perSecond / slicesPerSecond)), m_clock(clock), m_sliceBegan(clock.steady())
{
}

void Turnstile::enter(const QHostAddress &from, QObject *who, std::function<void()> pass)
{
    const QHostAddress site = siteOf(from);
    std::deque<Visitor> &line = m_lines[site];
    if (line.empty())
        m_order.push_back(site);
    line.push_back({who, std::move(pass)});
    ++m_waiting;
    if (m_next)
        return;
    const auto now = m_clock.steady();
    if (now - m_sliceBegan >= slice) {
        m_sliceBegan = now;
        m_passed = 0;
    }
    open();
}

void Turnstile::open()
{
    letThrough();
    if (m_waiting == 0)
        return;
    const auto delay = std::max(m_sliceBegan + slice - m_clock.steady(), std::chrono::milliseconds(0));
    m_next = m_clock.after(delay, [this] {
        const auto done = std::exchange(m_next, nullptr);
        m_sliceBegan = std::max(m_sliceBegan + slice, m_clock.steady() - mostLateness);
        m_passed = 0;
        open();
    });
}

Turnstile::Visitor Turnstile::takeNext()
{
    const QHostAddress site = m_order.front();
    m_order.pop_front();
    const auto line = m_lines.find(site);
    Visitor visitor = std::move(line->front());
    line->pop_front();
    --m_waiting;
    if (line->empty())
        m_lines.erase(line);
    else
        m_order.push_back(site);
    return visitor;
}

void Turnstile::letThrough()
{
    while (m_waiting > 0 && m_passed < m_perSlice) {
        const Visitor visitor = takeNext();
        if (!visitor.who)
            continue;
        ++m_passed;
        visitor.pass();
    }
}

} // namespace transport
