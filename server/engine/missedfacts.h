// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/event.h"
#include "transport/sharedframe.h"

#include <QList>

#include <deque>
#include <map>

namespace engine {

/// What waits for a client that is away: facts up to 1000 or 1 MiB. Of more, the least important go, the
/// oldest of them first.
class MissedFacts
{
public:
    static constexpr qsizetype most = 1000;
    static constexpr qint64 mostBytes = 1024LL * 1024;

    struct Entry
    {
        transport::SharedFrame frame;
        core::Audience audience;
        quint64 number = 0; ///< counted as they came
    };

    /// Answers how many facts had to go for it, or whether it was itself too many (1).
    int add(const core::Event &event, const transport::SharedFrame &frame);
    /// All of them, in the order in which they came.
    QList<Entry> take();
    [[nodiscard]] qsizetype count() const { return m_count; }

private:
    std::map<int, std::deque<Entry>> m_entries; ///< by priority, none of them empty
    qsizetype m_count = 0;
    qint64 m_bytes = 0;
    quint64 m_lastNumber = 0;
};

} // namespace engine
