// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/options.h"

namespace app {

/// The native window, around the server of this process or connected to another Belfry.
int runWindow(const Options &options, int &argc, char **argv);

} // namespace app
