// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/answerstop.h"

#include "catalog/assistant.h"
#include "catalog/chat.h"

namespace assistant {

core::Fields StopAnswer::fields()
{
    return {core::field("room_name", &StopAnswer::roomName, "In which room").atMost(chat::longestRoomName)};
}

void declareStop(core::Catalog &catalog)
{
    catalog.command<StopAnswer>(core::roles::viewers, {QString::fromLatin1(firstRoom)}, {});
}

} // namespace assistant
