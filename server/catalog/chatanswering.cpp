// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/chatanswering.h"

#include "catalog/chat.h"

namespace chat {

using core::field;

core::Fields Answering::fields()
{
    return {field("room_name", &Answering::roomName, "Where"),
            field("answer_id", &Answering::answerId, "The id of the message it becomes"),
            field("asked_by", &Answering::askedBy, "Whose question it answers"),
            field("text", &Answering::text, "All of it so far; empty: no message comes of it")
                .atMost(longestMessage)};
}

void declareAnswering(core::Catalog &catalog)
{
    catalog.event<Answering>({.priority = 1}, {QStringLiteral("general_chat"), QStringLiteral("m-42"),
                                               QStringLiteral("u-3f2a"), QStringLiteral("Two devices")});
}

} // namespace chat
