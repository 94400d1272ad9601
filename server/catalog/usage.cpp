// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/usage.h"

namespace usage {

void declare(core::Catalog &catalog)
{
    constexpr qint64 gibibyte = 1024LL * 1024 * 1024;
    constexpr std::chrono::days kept{730};
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QString department = QStringLiteral("dept123");
    catalog.event<Updated>({.priority = 3, .publishers = core::roles::agents},
                           {department, gibibyte, 25, 0.75, time});
    catalog.event<QuotaReached>({.priority = 5, .retention = kept, .publishers = core::roles::agents},
                                {department,
                                 QuotaStep::Exceeded,
                                 {QStringLiteral("daily"), 5 * gibibyte, 5 * gibibyte, 100.0},
                                 time});
    catalog.event<DepartmentStatus>({.priority = 3, .publishers = core::roles::agents},
                                    {department, true, 25, 0.95, time});
}

} // namespace usage
