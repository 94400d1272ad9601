// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/chatparts.h"

namespace chat {

using core::field;

core::Fields Card::fields()
{
    return {field("kind", &Card::kind, "device, alert, scan or metric"),
            field("id", &Card::id, "Which").atMost(256)};
}

core::Fields ProposedLine::fields()
{
    return {field("line", &ProposedLine::line, "As it is written in chat").atMost(256),
            field("sentence", &ProposedLine::sentence, "What it does").atMost(256)};
}

core::Fields Mention::fields()
{
    return {field("user_id", &Mention::userId, "Account id; empty: whoever was in the room"),
            field("text", &Mention::text, "As it stands in the message, with its @")};
}

core::Fields Reaction::fields()
{
    return {field("emoji", &Reaction::emoji, "The sign"), field("count", &Reaction::count, "Of how many"),
            field("user_ids", &Reaction::userIds, "Who they are, the first hundred")};
}

core::Fields Attachment::fields()
{
    return {field("id", &Attachment::id, "To ask for it by"),
            field("name", &Attachment::name, "What it shows"),
            field("width", &Attachment::width, "Pixels"),
            field("height", &Attachment::height, "Pixels"),
            field("size", &Attachment::size, "Bytes of the PNG"),
            field("has_data", &Attachment::hasData, "What it was made of is there, too"),
            field("shows", &Attachment::shows,
                  "The first names among the values it shows; none: there are no values")
                .defaulted()};
}

core::Fields NewAttachment::fields()
{
    constexpr int base64Length = (largestPicture + 2) / 3 * 4;
    return {field("name", &NewAttachment::name, "What it shows").atMost(128),
            field("picture", &NewAttachment::picture, "PNG of at most 512 KiB, base64").atMost(base64Length),
            field("data", &NewAttachment::data, "What it was made of; at most 64 KiB of JSON"),
            field("values", &NewAttachment::values, "The values it shows; at most 128 KiB of JSON")};
}

} // namespace chat
