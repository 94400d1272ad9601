// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QStringList>

namespace core {

/// Rooms of the house itself, which hear what it says about itself.
struct SystemRooms
{
    /// Raised alerts, for administrators.
    static QString adminNotifications() { return QStringLiteral("admin_notifications"); }
    [[nodiscard]] static bool contains(const QString &room);
};

/// Whether people may name a room of their own like this. Errors: Invalid (blank, more than 128 characters,
/// or with control characters), Forbidden (a room of the house, or of one account).
Result<void> checkRoomName(const QString &name);

} // namespace core
