// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace usage {

/// A named set of networks.
struct Department
{
    QString id;
    QString name;
    QStringList networks;

    static core::Fields fields();
};

/// Lists the departments the caller may see.
struct ListDepartments
{
    struct Reply
    {
        QList<Department> departments;

        static core::Fields fields();
    };

    static constexpr auto name = "usage.departments.list";
    static constexpr auto summary = "The departments the caller may see";
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Forgets a department.
struct RemoveDepartment
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "usage.departments.remove";
    static constexpr auto summary = "Forgets a department; what was measured of it stays";
    static core::Fields fields();
};

/// Declares the commands about departments.
void declareDepartments(core::Catalog &catalog);

} // namespace usage
