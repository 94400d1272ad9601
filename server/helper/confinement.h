// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sys/types.h>

namespace helper {

/// Gives up for good all this process may do, and all it starts, but raw sockets: another user where it is
/// root, one capability at most, no new privileges, no file written, no call that only a break-in has a use
/// for. False, with errno set, when something of it cannot be given up.
bool confine(uid_t user, gid_t group);
/// Whether raw sockets are left, for this process and for what it starts.
bool hasRawSockets();

} // namespace helper
