// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/channels/dispatch.h"

namespace alerts::channels {

/// Tells, when the hours of a route begin, what is open then and nobody looks after. Who was told before is
/// not told again, so what began while Belfry was off is made up for when it starts.
class Openings final : public QObject
{
    Q_OBJECT
public:
    /// What people of this house were told of, and nobody looks after.
    using Open = std::function<QList<NoticeItem>()>;
    static constexpr std::chrono::seconds lookedEvery{30};

    Openings(core::Clock &clock, const RouteBook &routes, Dispatch &dispatch, Open open)
        : m_clock(clock), m_routes(routes), m_dispatch(dispatch), m_open(std::move(open))
    {
    }

    void start();
    void stop() { m_timer.reset(); }

private:
    void look();

    core::Clock &m_clock;
    const RouteBook &m_routes;
    Dispatch &m_dispatch;
    Open m_open;
    QSet<QString> m_begun; ///< routes in whose hours it is
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace alerts::channels
