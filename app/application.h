// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/options.h"

namespace app {

/// The whole program but its first lines: composes server and window, starts and stops them in order.
class Application
{
public:
    /// `options` come from the command line; `argc` and `argv` are Qt's. Answers the exit code.
    static int run(const Options &options, int &argc, char **argv);
};

} // namespace app
