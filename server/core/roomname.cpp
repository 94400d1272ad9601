// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roomname.h"

#include <algorithm>

namespace core {

bool SystemRooms::contains(const QString &room)
{
    static const QStringList rooms{adminNotifications(), QStringLiteral("system_updates"),
                                   QStringLiteral("app_updates")};
    return rooms.contains(room);
}

Result<void> checkRoomName(const QString &name)
{
    constexpr qsizetype longest = 128;
    const bool isPrintable =
        std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    if (name.trimmed().isEmpty() || name.size() > longest || !isPrintable) {
        return Error{ErrorCode::Invalid,
                     QStringLiteral("A room has a name of 1 to 128 characters without control characters.")};
    }
    if (SystemRooms::contains(name) || name.startsWith(QLatin1String("user_"))) {
        return Error{ErrorCode::Forbidden,
                     QStringLiteral("The room %1 is the house's own. Choose another.").arg(name)};
    }
    return {};
}

} // namespace core
