// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/missedfacts.h"

#include <algorithm>
#include <utility>

namespace engine {

int MissedFacts::add(const core::Event &event, const transport::SharedFrame &frame)
{
    int gone = 0;
    while (m_count >= most || (m_count > 0 && m_bytes + frame.size() > mostBytes)) {
        const auto least = m_entries.begin();
        if (least->first > event.priority)
            return gone + 1;
        m_bytes -= least->second.front().frame.size();
        --m_count;
        ++gone;
        least->second.pop_front();
        if (least->second.empty())
            m_entries.erase(least);
    }
    m_entries[event.priority].push_back({frame, event.audience, ++m_lastNumber});
    m_bytes += frame.size();
    ++m_count;
    return gone;
}

QList<MissedFacts::Entry> MissedFacts::take()
{
    QList<Entry> all;
    all.reserve(m_count);
    for (auto &[priority, entries] : m_entries)
        std::move(entries.begin(), entries.end(), std::back_inserter(all));
    std::sort(all.begin(), all.end(), [](const Entry &a, const Entry &b) { return a.number < b.number; });
    *this = MissedFacts();
    return all;
}

} // namespace engine
