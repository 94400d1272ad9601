// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replayring.h"

#include <algorithm>

namespace engine {

void ReplayRing::add(const core::Event &event, core::Delivery delivery)
{
    if (delivery == core::Delivery::Latest) {
        m_latest.insert(event.topic, event);
        return;
    }
    m_each.push_back(event);
    if (m_each.size() > m_capacity) {
        m_forgotten = m_each.front().sequence;
        m_each.pop_front();
    }
}

std::optional<QList<core::Event>> ReplayRing::since(quint64 sequence) const
{
    if (sequence < m_forgotten)
        return std::nullopt;
    QList<core::Event> missed;
    const auto first =
        std::upper_bound(m_each.begin(), m_each.end(), sequence,
                         [](quint64 wanted, const core::Event &event) { return wanted < event.sequence; });
    std::copy(first, m_each.end(), std::back_inserter(missed));
    for (const core::Event &event : m_latest) {
        if (event.sequence > sequence)
            missed << event;
    }
    std::sort(missed.begin(), missed.end(),
              [](const core::Event &a, const core::Event &b) { return a.sequence < b.sequence; });
    return missed;
}

} // namespace engine
