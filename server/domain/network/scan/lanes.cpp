// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/lanes.h"

#include <algorithm>

namespace network::scan {

core::Result<void> Lanes::enter(Run *run)
{
    if (m_waiting.size() >= mostWaiting) {
        return core::Error{
            core::ErrorCode::Limited,
            tr("Too many scans are waiting already. Cancel one, or try again when some are done.")};
    }
    connect(run, &Run::finished, this, [this, run] { leave(run); });
    connect(run, &QObject::destroyed, this, &Lanes::leave);
    m_waiting.append(run);
    fill();
    return {};
}

void Lanes::leave(QObject *run)
{
    // What is being destroyed is no Run any more: only its address counts.
    const auto is = [run](const Run *other) { return static_cast<const QObject *>(other) == run; };
    m_waiting.removeIf(is);
    m_running.removeIf(is);
    fill();
}

void Lanes::fill()
{
    while (m_running.size() < m_count && !m_waiting.isEmpty()) {
        m_running.append(m_waiting.takeFirst());
        m_running.last()->start();
    }
}

} // namespace network::scan
