// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/departments.h"

namespace usage {

using core::field;

core::Fields Department::fields()
{
    return {field("id", &Department::id, "Stable; what facts and clients name it by").atMost(128),
            field("name", &Department::name, "Shown to people").atMost(128),
            field("networks", &Department::networks, "In CIDR form (192.0.2.0/24, 2001:db8::/48)")
                .atMost(256)
                .defaulted()};
}

core::Fields ListDepartments::Reply::fields()
{
    return {field("departments", &Reply::departments, "By name")};
}

core::Fields ListDepartments::fields() { return {}; }

core::Fields SetDepartment::fields()
{
    return {field("id", &SetDepartment::id, "1–128 of letters, digits and . _ -").atMost(128),
            field("name", &SetDepartment::displayName, "Shown to people").atMost(128),
            field("networks", &SetDepartment::networks, "In CIDR form; no two departments share one")
                .atMost(256)
                .defaulted()};
}

core::Fields RemoveDepartment::fields() { return {field("id", &RemoveDepartment::id, "Which").atMost(128)}; }

void declareDepartments(core::Catalog &catalog)
{
    const Department design{QStringLiteral("dept123"), QStringLiteral("Design"),
                            QStringList{QStringLiteral("192.0.2.0/24")}};
    catalog.command<ListDepartments>(core::roles::viewers, {}, {{design}});
    catalog.command<SetDepartment>(core::roles::admins, {design.id, design.name, design.networks}, design);
    catalog.command<RemoveDepartment>(core::roles::admins, {design.id}, {});
}

} // namespace usage
