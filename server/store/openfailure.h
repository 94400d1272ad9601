// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/error.h"

namespace store {

/// Why a data directory could not be opened; the program maps it to an exit code or a question.
enum class OpenFailure {
    Locked,     ///< another process uses the directory
    Corrupt,    ///< a database is damaged and no good copy exists; nothing was moved
    Newer,      ///< a newer Belfry wrote a database; nothing was touched
    Unwritable, ///< the directory or a file in it cannot be used by this user
    Failed,     ///< anything else, such as too little room to migrate
};

/// A refusal to open: its kind for the program, its sentence for people.
struct Refusal
{
    OpenFailure kind = OpenFailure::Failed;
    core::Error error;
};

} // namespace store
