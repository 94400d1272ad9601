// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/guestrule.h"

namespace engine {

std::optional<core::Principal> GuestRule::admit(const transport::Handshake &handshake,
                                                const QString &id) const
{
    if (from == From::Nowhere || (from == From::Loopback && !handshake.isLoopback()))
        return std::nullopt;
    core::Principal guest;
    guest.id = QString(QStringLiteral("guest-") + id);
    guest.name = guest.id;
    guest.displayName = guest.id;
    const bool isPowerful = role != core::Role::Guest && role != core::Role::Viewer;
    guest.role = isPowerful && from != From::Loopback ? core::Role::Viewer : role;
    guest.isGuest = true;
    return guest;
}

} // namespace engine
