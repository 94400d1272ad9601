// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/rendering.h"

namespace session {

using core::field;

core::Fields Rendering::fields()
{
    return {field("dialect", &Rendering::dialect, "everyst, departments, threatlens, opmas or auraos"),
            field("title", &Rendering::title, "Name of the contract, for people"),
            field("word", &Rendering::word, "The word it has for the fact"),
            field("message", &Rendering::message,
                  "What goes with the word; where a message is one JSON object, all of it")};
}

core::Fields Render::Reply::fields()
{
    return {field("renderings", &Reply::renderings,
                  "A contract that has no word for the fact is not among them")};
}

core::Fields Render::fields()
{
    return {field("topic", &Render::topic, "Which fact").atMost(128),
            field("payload", &Render::payload, "It, in canonical form"),
            field("priority", &Render::priority, "1–10; absent: as the catalogue says").between(1, 10),
            field("source", &Render::source, "Where it comes from; absent: nowhere").atMost(256),
            field("at", &Render::at, "When it happened; absent: now")};
}

void declareRendering(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QJsonObject typing{{QStringLiteral("room_name"), QStringLiteral("general")},
                             {QStringLiteral("user_id"), QStringLiteral("u-3f2a")},
                             {QStringLiteral("user_name"), QStringLiteral("Dana K.")},
                             {QStringLiteral("is_typing"), true}};
    catalog.command<Render>(core::roles::viewers,
                            {QStringLiteral("chat.typing"), typing, 3, QStringLiteral("atlas"), time},
                            {{{QStringLiteral("auraos"), QStringLiteral("AuraOS"),
                               QStringLiteral("user_typing"), QJsonValue(typing)}}});
}

} // namespace session
