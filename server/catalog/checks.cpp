// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/checks.h"

namespace automation {

void declareChecks(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    Check check;
    check.appId = QStringLiteral("intranet");
    check.displayName = QStringLiteral("Intranet");
    check.target = QStringLiteral("https://intranet.example.org/");
    check.expectedText = QStringLiteral("Welcome");
    const CheckedApp app{
        check,           true, QStringLiteral("Answers with 200 in 41 ms."), 41.0, time, time.addDays(-3),
        time.addDays(60)};
    catalog.event<AppChecked>({.priority = 2}, {app});
    catalog.command<ListChecks>(core::roles::viewers, {}, {{app}});
    catalog.command<SetCheck>(core::roles::operators, {check}, {});
    catalog.command<RemoveCheck>(core::roles::operators, {check.appId}, {});
}

} // namespace automation
