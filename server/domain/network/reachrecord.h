// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/samplestore.h"

#include <QHash>

namespace network {

/// Keeps how fast devices answer and how much is lost: one frame of each device and interval, under its id.
///
/// A minute apart, and five from `few` devices on: at that rate 10 000 devices fill about 10 GB in a month.
class ReachRecord
{
public:
    static constexpr qsizetype few = 500;

    ReachRecord(core::SampleStore &store, core::Clock &clock) : m_store(store), m_clock(clock) {}

    /// It was asked, and took so long (ms) or did not answer.
    void take(const QString &id, std::optional<double> milliseconds);
    /// It is asked no more; what was not written yet is not.
    void leave(const QString &id) { m_open.remove(id); }
    /// How far apart frames are written now.
    [[nodiscard]] std::chrono::milliseconds spacing() const;

private:
    struct Open
    {
        qint64 interval = 0; ///< which one since 1970
        int asked = 0;
        int answered = 0;
        double sum = 0; ///< ms, of the answers
    };

    core::SampleStore &m_store;
    core::Clock &m_clock;
    QHash<QString, Open> m_open;
};

} // namespace network
