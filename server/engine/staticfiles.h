// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/router.h"

namespace engine {

/// Serves the browser console from the program itself: every file of the resource folder at its own path,
/// with ETags, ranges, gzip where that gains, and the content security policy; "/" is its index.html.
void serveFiles(transport::Router &router, const QString &resourceFolder);

} // namespace engine
