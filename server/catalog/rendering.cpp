// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/rendering.h"

namespace session {

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
