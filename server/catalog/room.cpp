// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/room.h"

namespace room {

void declare(core::Catalog &catalog)
{
    catalog.command<Join>(core::roles::viewers, {QStringLiteral("admin_notifications"), Kind::System}, {});
    catalog.command<Leave>(core::roles::viewers, {QStringLiteral("project_123")}, {});
}

} // namespace room
