// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/vocabulary.h"

namespace dialects::auraos {

/// What AuraOS says and hears of people, and of rooms that are not for chat.
void addPresenceWords(Vocabulary &words);
/// Of chat.
void addChatWords(Vocabulary &words);
/// Of notifications and alerts.
void addNoticeWords(Vocabulary &words);
/// Of apps, agents and the state of the house.
void addSystemWords(Vocabulary &words);

} // namespace dialects::auraos
