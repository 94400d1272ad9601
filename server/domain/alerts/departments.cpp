// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/departments.h"

#include <algorithm>

namespace alerts {

bool holdsFor(const QStringList &departments, const QString &department)
{
    return departments.isEmpty() || departments.contains(department);
}

bool concerns(const QStringList &departments, const core::Principal &caller)
{
    return departments.isEmpty() || caller.departments.isEmpty() ||
           std::any_of(departments.begin(), departments.end(),
                       [&](const QString &each) { return caller.departments.contains(each); });
}

bool liesWithin(const QStringList &departments, const core::Principal &caller)
{
    return caller.departments.isEmpty() ||
           (!departments.isEmpty() &&
            std::all_of(departments.begin(), departments.end(),
                        [&](const QString &each) { return caller.departments.contains(each); }));
}

} // namespace alerts
