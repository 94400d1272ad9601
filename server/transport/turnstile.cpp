// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/turnstile.h"

#include <algorithm>
#include <utility>

namespace transport {

namespace {
// Short, so that those who are already inside are served between the newcomers.
constexpr std::chrono::milliseconds slice{50};
constexpr int slicesPerSecond = int(std::chrono::milliseconds(1'000) / slice);
} // namespace

Turnstile::Turnstile(int perSecond, core::Clock &clock)
    : m_perSlice(std::max(1, perSecond / slicesPerSecond)), m_clock(clock), m_sliceBegan(clock.steady())
{
}

void Turnstile::enter(QObject *who, std::function<void()> pass)
{
    m_waiting.push_back({who, std::move(pass)});
    if (!m_next)
        open();
}

void Turnstile::open()
{
    const auto now = m_clock.steady();
    if (now - m_sliceBegan >= slice) {
        // A timer that comes late must not slow down the whole line.
        m_sliceBegan = now - m_sliceBegan < 2 * slice ? m_sliceBegan + slice : now;
        m_passed = 0;
    }
    letThrough();
    if (m_waiting.empty())
        return;
    m_next = m_clock.after(m_sliceBegan + slice - now, [this] {
        const auto done = std::exchange(m_next, nullptr);
        open();
    });
}

void Turnstile::letThrough()
{
    while (!m_waiting.empty() && m_passed < m_perSlice) {
        const Visitor visitor = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!visitor.who)
            continue;
        ++m_passed;
        visitor.pass();
    }
}

} // namespace transport
