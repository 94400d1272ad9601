// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/health.h"

namespace metrics {

void declareHealth(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    catalog.event<Health>(
        {.priority = 2},
        {Condition::Healthy,
         {{QStringLiteral("websocket_manager"), {Condition::Healthy, {{QStringLiteral("connections"), 5.0}}}},
          {QStringLiteral("event_broadcaster"),
           {Condition::Healthy, {{QStringLiteral("queued_messages"), 0.0}}}}},
         time});
    catalog.event<Component>({.priority = 3, .publishers = core::roles::agents},
                             {QStringLiteral("file_monitor"),
                              Condition::Healthy,
                              3600.5,
                              {{QStringLiteral("files_monitored"), 5.0}}});
}

} // namespace metrics
