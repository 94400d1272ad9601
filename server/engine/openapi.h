// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/httppaths.h"

namespace engine {

/// The OpenAPI 3.1 document of the HTTP routes.
QJsonObject openApi(const HttpPaths &paths, const QString &version);

} // namespace engine
