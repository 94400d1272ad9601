// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace usage {

using core::field;

/// A named set of networks.
struct Department
{
    QString id;
    QString name;
    QStringList networks;

    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &Department::id, "Stable; what facts and clients name it by").atMost(128),
            field("name", &Department::name, "Shown to people").atMost(128),
            field("networks", &Department::networks, "In CIDR form (192.0.2.0/24, 2001:db8::/48)")
                .atMost(256)
                .defaulted()};
    }
};

/// Lists the departments the caller may see.
struct ListDepartments
{
    struct Reply
    {
        QList<Department> departments;

        static constexpr auto fields()
        {
            return std::tuple{field("departments", &Reply::departments, "By name")};
        }
    };

    static constexpr auto name = "usage.departments.list";
    static constexpr auto summary = "The departments the caller may see";
    static constexpr auto fields() { return std::tuple{}; }
};

/// Makes a department, or changes it.
struct SetDepartment
{
    using Reply = Department;

    QString id;
    QString displayName;
    QStringList networks;

    static constexpr auto name = "usage.departments.set";
    static constexpr auto summary = "Makes a department, or gives it another name and other networks";
    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &SetDepartment::id, "1–128 of letters, digits and . _ -").atMost(128),
            field("name", &SetDepartment::displayName, "Shown to people").atMost(128),
            field("networks", &SetDepartment::networks, "In CIDR form; no two departments share one")
                .atMost(256)
                .defaulted()};
    }
};

/// Forgets a department.
struct RemoveDepartment
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "usage.departments.remove";
    static constexpr auto summary = "Forgets a department; what was measured of it stays";
    static constexpr auto fields()
    {
        return std::tuple{field("id", &RemoveDepartment::id, "Which").atMost(128)};
    }
};

/// Declares the commands about departments.
void declareDepartments(core::Catalog &catalog);

} // namespace usage
