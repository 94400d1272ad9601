// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/samplestore.h"

#include <deque>

namespace client {

/// The newest readings as they came, at most 3600 (an hour at one a second), all series of a moment together.
class SampleRing
{
public:
    static constexpr qsizetype capacity = 3600;

    /// Takes one reading at `at` (ms since 1970 UTC). One that is not newer than the last is passed over.
    void append(qint64 at, const QMap<QString, double> &values);
    void clear() { m_frames.clear(); }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_frames.size()); }
    /// The moment of the newest reading; 0 when there is none.
    [[nodiscard]] qint64 newest() const { return m_frames.empty() ? 0 : m_frames.back().at; }
    /// The moment of the oldest reading that is still here; 0 when there is none.
    [[nodiscard]] qint64 oldest() const { return m_frames.empty() ? 0 : m_frames.front().at; }
    /// Adds the readings of `name` after `after` to `points`, in buckets of `bucket` ms that begin at its
    /// multiples.
    void extend(QList<core::SamplePoint> &points, const QString &name, qint64 after, qint64 bucket) const;

private:
    struct Frame
    {
        qint64 at;
        QMap<QString, double> values;
    };

    std::deque<Frame> m_frames;
};

} // namespace client
