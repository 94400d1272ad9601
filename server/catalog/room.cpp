// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/room.h"

namespace room {

using core::field;

core::Fields Join::fields()
{
    return {field("room", &Join::room, "Its name").atMost(128),
            field("kind", &Join::kind, "generic or system").defaulted()};
}

core::Fields Leave::fields() { return {field("room", &Leave::room, "Its name").atMost(128)}; }

void declare(core::Catalog &catalog)
{
    catalog.command<Join>(core::roles::viewers, {QStringLiteral("admin_notifications"), Kind::System}, {});
    catalog.command<Leave>(core::roles::viewers, {QStringLiteral("project_123")}, {});
}

} // namespace room
