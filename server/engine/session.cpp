// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session.h"

#include <algorithm>

namespace engine {

namespace {
// Unless asked otherwise, a fact of which only the newest matters comes once a second.
constexpr std::chrono::milliseconds usualPace{1'000};
// A reading a hair early is not lost for a whole interval.
constexpr qint64 mostSlack = 100;
} // namespace

void Session::signIn(const core::Principal &principal)
{
    m_principal = principal;
    adoptPrincipal();
    Q_EMIT interestChanged();
}

void Session::subscribe(const QStringList &patterns)
{
    m_hasChosen = true;
    for (const QString &pattern : patterns) {
        if (!m_filter.topics.contains(pattern))
            m_filter.topics << pattern;
    }
    Q_EMIT interestChanged();
}

void Session::unsubscribe(const QStringList &patterns)
{
    m_hasChosen = true;
    for (const QString &pattern : patterns)
        m_filter.topics.removeAll(pattern);
    Q_EMIT interestChanged();
}

void Session::setPace(const core::Topic &topic, std::chrono::milliseconds interval)
{
    const Pace pace{topic, interval, {}};
    if (Pace *known = paceOf(topic))
        *known = pace;
    else
        m_paces.append(pace);
    Q_EMIT interestChanged();
}

bool Session::hears(const core::Topic &topic) const
{
    if (!canSay(topic))
        return false;
    if (!m_hasChosen)
        return hearsByDefault();
    return std::any_of(m_filter.topics.begin(), m_filter.topics.end(),
                       [&](const QString &pattern) { return topic.matches(pattern); });
}

core::Demand Session::demandFor(const core::Topic &topic) const
{
    if (!m_principal.isKnown() || !hears(topic))
        return std::nullopt;
    const auto pace =
        std::find_if(m_paces.begin(), m_paces.end(), [&](const Pace &known) { return known.topic == topic; });
    return pace == m_paces.end() ? usualPace : pace->interval;
}

bool Session::isWanted(const core::Event &event) const
{
    return hears(event.topic) && event.audience.admits(m_principal, m_rooms, m_id) &&
           (m_filter.topics.isEmpty() || m_filter.passes(event));
}

Session::Pace *Session::paceOf(const core::Topic &topic)
{
    for (Pace &pace : m_paces) {
        if (pace.topic == topic)
            return &pace;
    }
    return nullptr;
}

bool Session::keepsPace(const core::Event &event)
{
    Pace *pace = paceOf(event.topic);
    if (pace == nullptr) {
        m_paces.append(Pace{event.topic, usualPace, {}});
        pace = &m_paces.last();
    }
    const qint64 interval = pace->interval.count();
    const qint64 due = interval - qMin(interval / 10, mostSlack);
    const qint64 at = event.at.toMSecsSinceEpoch();
    if (pace->last && at >= *pace->last && at - *pace->last < due)
        return false;
    pace->last = at;
    return true;
}

void Session::offer(const core::Event &event, const core::EventSpec &spec)
{
    if (!isWanted(event))
        return;
    if (spec.delivery == core::Delivery::Latest && !keepsPace(event))
        return;
    deliver(event, spec);
}

void Session::replay(const core::Event &event, const core::EventSpec &spec)
{
    if (isWanted(event))
        deliver(event, spec);
}

} // namespace engine
