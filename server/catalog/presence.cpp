// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/presence.h"

namespace identity {

void declarePresence(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString id = QStringLiteral("u-3f2a");
    const QString socket = QStringLiteral("lv_VI97HAXpY6yYWAAAC");
    const Profile profile{id, QStringLiteral("dana@example.org"), QStringLiteral("Dana K."),
                          QStringLiteral("https://example.org/dana.jpg"), false};
    catalog.event<Joined>({.priority = 3}, {id, socket});
    catalog.event<Presence>({.priority = 3},
                            {{{id, socket, time, profile, Availability::Online, time}}, std::nullopt});
    catalog.event<Action>({.priority = 3, .roles = core::roles::admins},
                          {id, QStringLiteral("dana"), QStringLiteral("identity.users.add"),
                           QStringLiteral("omar"), QStringLiteral("success"), QStringLiteral("192.168.1.20"),
                           QStringLiteral("identity"), time});
    catalog.command<SetAvailability>(core::roles::viewers, {Availability::Busy}, {});
    catalog.command<Join>(
        core::roles::viewers, {id, profile},
        {id, socket, QStringLiteral("general_chat"), QStringLiteral("Welcome to general_chat!")});
}

} // namespace identity
