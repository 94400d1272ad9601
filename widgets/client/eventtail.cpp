// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/eventtail.h"

#include <algorithm>

namespace client {

namespace {
constexpr std::chrono::milliseconds tailSecond{1000};

QStringList everyTopic() { return {QStringLiteral("*")}; }
} // namespace

EventTail::EventTail(Link &link, core::Clock &clock, QObject *parent)
    : QObject(parent), m_link(link), m_clock(clock)
{
    connect(&m_link, &Link::eventsReceived, this, &EventTail::hear);
}

void EventTail::setWatched(bool watched)
{
    if (watched == m_isWatched)
        return;
    m_isWatched = watched;
    m_recent.clear();
    if (watched)
        m_link.subscribe(everyTopic());
    else
        m_link.unsubscribe(everyTopic());
}

void EventTail::setPaused(bool paused)
{
    if (paused == (m_pause != Pause::None))
        return;
    m_pause = paused ? Pause::ByHand : Pause::None;
    m_leftOut = 0;
    m_recent.clear();
    Q_EMIT pauseChanged();
}

void EventTail::setFilter(EventFilter filter)
{
    m_filter = std::move(filter);
    m_leftOut = 0;
    m_recent.clear();
    Q_EMIT filterChanged();
    if (m_pause != Pause::None)
        Q_EMIT pauseChanged();
}

void EventTail::clear()
{
    drop(count());
    m_leftOut = 0;
    if (m_pause != Pause::None)
        Q_EMIT pauseChanged();
}

qint64 EventTail::perSecond(qint64 passed)
{
    const std::chrono::milliseconds now = m_clock.steady();
    m_recent.emplace_back(now, passed);
    while (m_recent.front().first + tailSecond <= now)
        m_recent.pop_front();
    qint64 sum = 0;
    for (const auto &[at, count] : m_recent)
        sum += count;
    return sum;
}

void EventTail::hear(const QList<core::Event> &events)
{
    if (!m_isWatched)
        return;
    std::deque<Heard> fresh;
    qint64 passed = 0;
    for (const core::Event &event : events) {
        fresh.push_back({event, core::jsonText(event)});
        passed += m_filter.passes(event, fresh.back().json) ? 1 : 0;
    }
    const bool isTooFast = perSecond(passed) > mostPerSecond;
    if (m_pause == Pause::None && isTooFast)
        m_pause = Pause::BySpeed;
    if (m_pause == Pause::None) {
        append(fresh);
        return;
    }
    m_leftOut += passed;
    Q_EMIT pauseChanged();
}

void EventTail::append(std::deque<Heard> &fresh)
{
    if (fresh.empty())
        return;
    while (fresh.size() > size_t(mostFacts))
        fresh.pop_front();
    drop(std::max(0, count() + int(fresh.size()) - mostFacts));
    Q_EMIT aboutToAppend(count(), count() + int(fresh.size()) - 1);
    std::move(fresh.begin(), fresh.end(), std::back_inserter(m_facts));
    Q_EMIT appended();
}

void EventTail::drop(int count)
{
    if (count == 0)
        return;
    Q_EMIT aboutToDrop(count - 1);
    m_facts.erase(m_facts.begin(), m_facts.begin() + count);
    Q_EMIT dropped();
}

} // namespace client
