// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"

#include <algorithm>

namespace support {

class FakeClock::Handle final : public core::Timer
{
public:
    Handle(FakeClock &clock, std::shared_ptr<Entry> entry) : m_clock(clock), m_entry(std::move(entry)) {}
    ~Handle() override { m_clock.m_entries.remove(m_entry); }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

private:
    FakeClock &m_clock;
    std::shared_ptr<Entry> m_entry;
};

std::unique_ptr<core::Timer> FakeClock::every(std::chrono::milliseconds interval, std::function<void()> tick)
{
    return add(interval, false, std::move(tick));
}

std::unique_ptr<core::Timer> FakeClock::after(std::chrono::milliseconds delay, std::function<void()> tick)
{
    return add(delay, true, std::move(tick));
}

std::unique_ptr<core::Timer> FakeClock::add(std::chrono::milliseconds interval, bool once,
                                            std::function<void()> tick)
{
    m_entries.push_back(std::make_shared<Entry>(Entry{m_steady + interval, interval, once, std::move(tick)}));
    return std::make_unique<Handle>(*this, m_entries.back());
}

void FakeClock::advance(std::chrono::milliseconds by)
{
    const auto end = m_steady + by;
    for (;;) {
        const auto next = std::min_element(m_entries.begin(), m_entries.end(),
                                           [](const auto &a, const auto &b) { return a->due < b->due; });
        if (next == m_entries.end() || (*next)->due > end)
            break;
        const std::shared_ptr<Entry> entry = *next;
        reach(entry->due);
        if (entry->once)
            m_entries.erase(next);
        else
            entry->due += std::max(entry->interval, std::chrono::milliseconds(1));
        entry->tick();
    }
    reach(end);
}

void FakeClock::reach(std::chrono::milliseconds moment)
{
    if (moment <= m_steady) // a tick took its time
        return;
    m_now = m_now.addMSecs((moment - m_steady).count());
    m_steady = moment;
}

} // namespace support
