// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/socketiorecovery.h"

#include <algorithm>

namespace transport {

SocketIoRecovery::SocketIoRecovery(core::Clock &clock, core::Entropy &entropy, std::chrono::milliseconds time,
                                   size_t capacity)
    : m_clock(clock), m_entropy(entropy), m_time(time), m_capacity(capacity)
{
}

void SocketIoRecovery::keep(Memory memory)
{
    forgetOld();
    if (m_kept.size() >= m_capacity)
        m_kept.pop_front();
    m_kept.push_back({std::move(memory), m_clock.steady() + m_time});
}

void SocketIoRecovery::enter(const QString &pid, const QString &nsp, QObject *who,
                             std::function<void()> yield)
{
    m_present[pid] = {nsp, who, std::move(yield)};
}

std::optional<SocketIoRecovery::Memory> SocketIoRecovery::take(const QString &pid, const QString &nsp)
{
    // Its network may have changed under it: nobody told us that the old connection is dead.
    if (const auto found = m_present.find(pid); found != m_present.end() && found->second.nsp == nsp) {
        const Present present = std::move(found->second);
        m_present.erase(found);
        if (present.who)
            present.yield();
    }
    forgetOld();
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &kept) {
        return kept.memory.pid == pid && kept.memory.nsp == nsp;
    });
    if (found == m_kept.end())
        return std::nullopt;
    Memory memory = std::move(found->memory);
    m_kept.erase(found);
    return memory;
}

void SocketIoRecovery::forgetOld()
{
    while (!m_kept.empty() && m_kept.front().until <= m_clock.steady())
        m_kept.pop_front();
}

} // namespace transport
