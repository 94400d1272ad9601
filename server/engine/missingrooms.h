// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/dispatcher.h"

namespace engine {

/// What is said of a command whose room this house does not have: what is missing, in a sentence.
QString missingRoomText(const QString &command);

/// Every command that nobody handles answers Unavailable with that sentence. Called once the rooms that are
/// there have registered theirs.
void answerForMissingRooms(Dispatcher &dispatcher);

} // namespace engine
