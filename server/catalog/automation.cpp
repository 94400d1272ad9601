// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/automation.h"

namespace automation {

namespace {
// Decision 15 of the contracts.
constexpr int usualProcessing = 5;
constexpr int failedProcessing = 8;
} // namespace

void declare(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const Summary summary{4, 3, 1, 93'784.0, time};
    const AppUpdated app{QStringLiteral("app_123"), AppState::Active, time};
    catalog.event<Summary>({.priority = 3}, summary);
    catalog.event<AppUpdated>(
        {.priority = 5, .retention = std::chrono::days(730), .publishers = core::roles::operators}, app);
    catalog.event<Processing>({.priority = usualProcessing, .publishers = core::roles::agents},
                              {QStringLiteral("log_456"), QStringLiteral("analysis"),
                               QStringLiteral("completed"), 1.0, 3, 2.5, QStringLiteral("auth.log")},
                              [](const Processing &fact) {
                                  return fact.status == QLatin1String("failed") ? failedProcessing
                                                                                : usualProcessing;
                              });
    catalog.command<GetSummary>(core::roles::viewers, {}, summary);
    catalog.command<SetApp>(core::roles::operators, {app.appId, app.status}, app);
}

} // namespace automation
