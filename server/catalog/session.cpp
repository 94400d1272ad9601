// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/session.h"

namespace session {

void declare(core::Catalog &catalog)
{
    const QString epoch = QStringLiteral("k3J9xQ2m");
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    catalog.event<StorageChanged>(
        {.priority = 8, .retention = std::chrono::days(90)},
        {QStringLiteral("low"),
         QStringLiteral("Less than 256 MiB of disk space is left. Metrics are not recorded.")});
    catalog.command<Subscribe>(core::roles::everyone, {{QStringLiteral("metrics.*")}, 41, epoch, false},
                               {epoch, 42, true, {QStringLiteral("metrics.*")}});
    catalog.command<Unsubscribe>(core::roles::everyone, {{QStringLiteral("metrics.*")}},
                                 {epoch, 42, false, {}});
    catalog.command<Ping>(core::roles::nobody, {}, {time});
    catalog.command<ServerStatus>(core::roles::viewers, {},
                                  {QStringLiteral("0.1.0"),
                                   {QStringLiteral("http://127.0.0.1:8000")},
                                   3,
                                   1.2,
                                   0,
                                   0,
                                   50'331'648,
                                   QStringLiteral("ok"),
                                   {},
                                   {},
                                   3600.0});
}

} // namespace session
