// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/chatlines.h"

#include <optional>

namespace store {

// The index searches of chat look into; on the thread of the connection. A row's `text` is what somebody
// wrote; its `marks` are words for the room, the author, and who may read it, so that a search
// reads nothing that is not for whoever asks.

void indexLine(Connection &connection, const PlacedLine &placed, const QStringList &circles);
/// Nothing when the line waits to be indexed.
void unindexLine(Connection &connection, const PlacedLine &placed, const QStringList &circles);
/// Indexes some of the lines an earlier Belfry kept, the newest first, in a transaction of its own; true when
/// more are left, nothing on failure.
std::optional<bool> indexEarlier(Connection &connection);
core::Result<core::ChatPage> searchLines(Connection &connection, const core::ChatSearch &search);

} // namespace store
