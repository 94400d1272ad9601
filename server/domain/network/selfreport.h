// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/health.h"
#include "core/clock.h"
#include "core/publisher.h"

#include <functional>

namespace network {

/// Tells every minute, and when it changes, how the parts of this room are doing.
class SelfReport
{
public:
    static constexpr std::chrono::minutes interval{1};

    /// How a part is doing now.
    using Part = std::function<metrics::Vitals()>;

    SelfReport(core::Publisher &publisher, core::Clock &clock) : m_publisher(publisher), m_clock(clock) {}

    /// Before the start.
    void add(const QString &component, Part part) { m_parts.append({component, std::move(part), {}}); }
    void start();
    void stop() { m_timer.reset(); }
    /// Something may be otherwise: what is, is told now.
    void look();

private:
    struct Told
    {
        QString component;
        Part part;
        std::optional<metrics::Condition> status;
    };

    void tell(Told &told, const metrics::Vitals &vitals);

    core::Publisher &m_publisher;
    core::Clock &m_clock;
    QList<Told> m_parts;
    std::chrono::milliseconds m_since{0};
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace network
