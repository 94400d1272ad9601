// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/topic.h"

#include <QString>

#include <chrono>
#include <functional>

namespace store {

/// How the store is doing: Low pauses the recording of samples, Full and Failed refuse every write.
enum class State { Ok, Low, Full, Failed };

/// Where the store lives and how much it keeps.
struct Options
{
    QString directory;
    qint64 lowBytes = 256LL << 20;   ///< free bytes below which samples are not recorded
    qint64 fullBytes = 64LL << 20;   ///< free bytes below which writes are refused
    qint64 ballastBytes = 8LL << 20; ///< kept in reserve, given back when the disk is full
    qint64 ballastFrom = 1LL << 30;  ///< free bytes from which the reserve is taken
    qint64 quickCheckBytes =
        32LL << 20; ///< larger files get a light check at opening: a full one takes seconds
    /// Free bytes where the path lies; empty: ask the file system. Called on the store thread.
    std::function<qint64(const QString &)> freeBytes;
    /// How long facts of a topic are kept: 0 days is not at all, 36500 and more is for ever. Empty: for ever.
    /// Called on the thread that appends.
    std::function<std::chrono::days(const core::Topic &)> retention;
    std::chrono::hours keepSeconds{24};
    std::chrono::hours keepMinutes{24 * 30};
    std::chrono::hours keepHours{24 * 730};
    bool startEmpty =
        false; ///< a damaged file without a copy is set aside and a new one made: somebody was asked
};

} // namespace store
