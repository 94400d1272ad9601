// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/http.h"

#include "core/finished.h"

namespace transport {

QFuture<HttpResponse> respond(HttpResponse response) { return core::finished(std::move(response)); }

} // namespace transport
