// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/departments.h"

namespace usage {

void declareDepartments(core::Catalog &catalog)
{
    const Department design{QStringLiteral("dept123"), QStringLiteral("Design"),
                            QStringList{QStringLiteral("192.0.2.0/24")}};
    catalog.command<ListDepartments>(core::roles::viewers, {}, {{design}});
    catalog.command<SetDepartment>(core::roles::admins, {design.id, design.name, design.networks}, design);
    catalog.command<RemoveDepartment>(core::roles::admins, {design.id}, {});
}

} // namespace usage
