// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "dialects/dialect.h"

namespace engine {

/// The AsyncAPI 3.0 document of one dialect, written from its vocabulary and the catalogue. "send" is what
/// this server says, "receive" what it understands.
QJsonObject asyncApi(const dialects::Dialect &dialect, const core::Catalog &catalog, const QString &version);

} // namespace engine
