// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/event.h"

#include <QFuture>

namespace core {

/// Which kept facts are asked for; newest first.
struct JournalQuery
{
    QStringList topics; ///< patterns; empty: all
    QDateTime from;     ///< invalid: from the beginning
    QDateTime to;       ///< invalid: until now
    int minPriority = 1;
    int limit = 100; ///< 1–10000
};

/// The port behind which facts are kept for as long as the catalogue says.
class Journal
{
public:
    Journal() = default;
    virtual ~Journal() = default;
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// Finished after COMMIT. Errors: Unavailable while the disk is full or the store has failed.
    virtual QFuture<Result<void>> append(const Event &event) = 0;
    virtual QFuture<Result<QList<Event>>> read(const JournalQuery &query) = 0;
};

} // namespace core
