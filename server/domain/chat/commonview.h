// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatrooms.h"
#include "domain/chat/people.h"

namespace chat {

/// With whose rights a question is answered in a room, where everybody in it reads the answer, and those who
/// come later, too: the asker's, as far as all have them who may read there. In a room that everybody may
/// enter that is a viewer's; where some see certain departments only, it is the departments all of them see.
/// Who is there at the moment makes no difference. More than that is for the asker alone (`assistant.ask`).
[[nodiscard]] core::Principal commonView(const Room &room, const core::Principal &asker,
                                         const QList<Person> &people);

} // namespace chat
