// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audience.h"

#include <algorithm>

namespace core {

bool Audience::admits(const Principal &principal, const QSet<QString> &joined, quint64 session) const
{
    if (exceptSession != 0 && session == exceptSession)
        return false;
    if (onlySession != 0 && session != onlySession)
        return false;
    if (!principal.may(roles))
        return false;
    if (!users.isEmpty() && !users.contains(principal.id))
        return false;
    if (!rooms.isEmpty() &&
        std::none_of(rooms.begin(), rooms.end(), [&](const QString &room) { return joined.contains(room); }))
        return false;
    if (!departments.isEmpty() && !principal.departments.isEmpty()) {
        return std::any_of(departments.begin(), departments.end(),
                           [&](const QString &name) { return principal.departments.contains(name); });
    }
    return true;
}

} // namespace core
