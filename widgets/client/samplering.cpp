// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/samplering.h"

#include <algorithm>

namespace client {

void SampleRing::append(qint64 at, const QMap<QString, double> &values)
{
    if (at <= newest())
        return;
    m_frames.push_back({at, values});
    if (m_frames.size() > size_t(capacity))
        m_frames.pop_front();
}

void SampleRing::extend(QList<core::SamplePoint> &points, const QString &name, qint64 after,
                        qint64 bucket) const
{
    auto frame = std::upper_bound(m_frames.begin(), m_frames.end(), after,
                                  [](qint64 at, const Frame &candidate) { return at < candidate.at; });
    for (; frame != m_frames.end(); ++frame) {
        const auto value = frame->values.constFind(name);
        if (value == frame->values.constEnd())
            continue;
        const qint64 start = frame->at - frame->at % bucket;
        if (points.isEmpty() || points.last().at < start) {
            points.append({start, *value, *value, *value, 1});
            continue;
        }
        core::SamplePoint &last = points.last();
        last.min = std::min(last.min, *value);
        last.max = std::max(last.max, *value);
        last.avg += (*value - last.avg) / (last.count + 1);
        ++last.count;
    }
}

} // namespace client
