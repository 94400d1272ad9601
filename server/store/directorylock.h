// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/openfailure.h"

#include <QString>

#include <memory>
#include <optional>

namespace store {

/// The right to use a data directory: a kernel lock, so that a dead process never leaves one behind.
class DirectoryLock
{
public:
    /// Null, and `refusal` set to Locked or Unwritable, when the directory cannot be had.
    static std::unique_ptr<DirectoryLock> take(const QString &directory, std::optional<Refusal> &refusal);
    ~DirectoryLock();
    DirectoryLock(const DirectoryLock &) = delete;
    DirectoryLock &operator=(const DirectoryLock &) = delete;

private:
    explicit DirectoryLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace store
