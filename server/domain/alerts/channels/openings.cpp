// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/openings.h"

namespace alerts::channels {

void Openings::start()
{
    m_timer = m_clock.every(lookedEvery, [this] { look(); });
}

void Openings::look()
{
    const QSet<QString> begun = m_routes.inHours();
    const bool isNew = !(begun - m_begun).isEmpty();
    m_begun = begun;
    if (!isNew)
        return;
    m_dispatch.takeUp(m_open()).then(this, [this](const core::Result<void> &taken) {
        // Told with the next look, then.
        if (!taken)
            m_begun.clear();
    });
}

} // namespace alerts::channels
