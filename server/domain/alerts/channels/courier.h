// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/channels/call.h"
#include "domain/alerts/channels/letter.h"

namespace alerts::channels {

/// Carries letters to where they go, each on a connection of its own.
class Courier final : public QObject
{
    Q_OBJECT
public:
    Courier(Reach::Resolver resolver, core::Clock &clock) : m_resolver(std::move(resolver)), m_clock(clock) {}

    /// `done` is called once, later; not at all when this is gone before.
    void deliver(const Letter &letter, Call::Done done);

private:
    Reach::Resolver m_resolver;
    core::Clock &m_clock;
};

} // namespace alerts::channels
