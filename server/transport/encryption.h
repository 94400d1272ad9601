// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/http.h"

namespace transport {

/// What a plain request gets where only TLS is served: 308 to the same place by https when it only asks for
/// something, else 426. `request` has a Host header.
HttpResponse askForEncryption(const HttpRequest &request);

} // namespace transport
