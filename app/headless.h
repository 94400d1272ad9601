// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/options.h"

namespace app {

/// The server alone: the engine on the main thread's own epoll event loop, until SIGTERM, SIGINT or SIGHUP.
int runHeadless(const Options &options, int &argc, char **argv);

/// The exit code a failed start ends with.
int exitCodeOf(const engine::StartFailure &failure);

} // namespace app
