// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/options.h"

namespace store {

/// A file kept in reserve: a full disk refuses even deletions, which write to the log before they free
/// anything.
class Ballast
{
public:
    explicit Ballast(const Options &options);

    /// Takes the reserve when the disk has plenty, and does nothing when it is there or the disk has not.
    void take(qint64 freeBytes);
    /// Gives the reserve back to the file system.
    void drop();

private:
    QString m_path;
    qint64 m_bytes;
    qint64 m_from;
};

} // namespace store
