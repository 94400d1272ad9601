// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/frames.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace client {

namespace {
constexpr int restPerWork = 4;
} // namespace

Frames::Frames(core::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

void Frames::add(core::Event event)
{
    m_gathered.append(std::move(event));
    if (!m_timer)
        m_timer = m_clock.after(std::max(moment, m_restsUntil - m_clock.steady()), [this] { handOver(); });
}

void Frames::handOver()
{
    const std::unique_ptr<core::Timer> finished = std::move(m_timer);
    const auto begun = m_clock.steady();
    m_restsUntil = begun + mostRest; // what is added meanwhile waits
    const QPointer<Frames> self = this;
    Q_EMIT ready(std::exchange(m_gathered, {}));
    if (!self)
        return;
    const auto now = m_clock.steady();
    m_restsUntil = now + std::clamp(restPerWork * (now - begun), leastRest, mostRest);
}

} // namespace client
