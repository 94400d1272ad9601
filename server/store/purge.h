// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/connection.h"
#include "store/options.h"

#include <QDateTime>

#include <optional>

namespace store {

/// Removes a piece of the facts, grants and changes that have outlived their time; true when more is left,
/// nothing on failure.
std::optional<bool> purgeFacts(Connection &connection, const QDateTime &now);
/// Removes a piece of the readings that have outlived their tier; likewise.
std::optional<bool> purgeSamples(Connection &connection, const Options &options, const QDateTime &now);

} // namespace store
