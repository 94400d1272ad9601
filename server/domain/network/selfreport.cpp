// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/selfreport.h"

#include "core/log.h"

namespace network {

void SelfReport::start()
{
    m_since = m_clock.steady();
    m_timer = m_clock.every(interval, [this] {
        for (Told &told : m_parts)
            tell(told, told.part());
    });
}

void SelfReport::look()
{
    if (!m_timer)
        return;
    for (Told &told : m_parts) {
        const metrics::Vitals vitals = told.part();
        if (vitals.status != told.status)
            tell(told, vitals);
    }
}

void SelfReport::tell(Told &told, const metrics::Vitals &vitals)
{
    told.status = vitals.status;
    const double uptime = std::chrono::duration<double>(m_clock.steady() - m_since).count();
    const metrics::Component fact{told.component, vitals.status, uptime, vitals.figures};
    if (const auto said = m_publisher.publish(fact); !said)
        qCWarning(logNetwork).noquote() << said.error().message;
}

} // namespace network
