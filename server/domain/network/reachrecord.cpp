// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/reachrecord.h"

#include "catalog/measures.h"

namespace network {

std::chrono::milliseconds ReachRecord::spacing() const
{
    return std::chrono::minutes(m_open.size() <= few ? 1 : 5);
}

void ReachRecord::take(const QString &id, std::optional<double> milliseconds)
{
    Open &open = m_open[id];
    const QDateTime now = m_clock.now();
    const qint64 interval = now.toMSecsSinceEpoch() / spacing().count();
    if (interval != open.interval && open.asked > 0) {
        // At the time it is written, not the time it began: the store sums up minutes as they pass.
        core::SampleFrame frame{id, now, {}};
        constexpr double all = 100;
        frame.values.insert(metrics::series::lostAnswers, all * (open.asked - open.answered) / open.asked);
        if (open.answered > 0)
            frame.values.insert(metrics::series::roundTrip, open.sum / open.answered);
        m_store.append(frame);
        open = Open{};
    }
    open.interval = interval;
    ++open.asked;
    if (milliseconds) {
        ++open.answered;
        open.sum += *milliseconds;
    }
}

} // namespace network
