// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/dispatcher.h"

namespace engine {

/// Said for a command whose room this server does not have.
constexpr auto missingRoomText = "This server cannot do that yet.";

/// Every command that nobody handles answers Unavailable with that sentence. Called once the rooms that are
/// there have registered theirs.
void answerForMissingRooms(Dispatcher &dispatcher);

} // namespace engine
