// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/alertmanagerin.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

using alerts::AlertmanagerIn;

namespace fuzz {

void alertmanager(QByteArrayView input)
{
    const QDateTime now({2026, 11, 23}, {12, 0}, Qt::UTC);
    const auto read = AlertmanagerIn::read(input.toByteArray(), now, [](const QString &instance) {
        return instance.startsWith(u'd') ? QStringLiteral("dev-1") : QString();
    });
    if (!read) {
        require(!read.error().message.isEmpty(), "what is wrong is said");
        return;
    }
    require(read->size() <= AlertmanagerIn::mostAlerts, "what comes at once is bounded");
    for (const alerts::Condition &each : *read) {
        require(!each.title.isEmpty(), "an alert has a name");
        require(each.severity >= 1 && each.severity <= 10, "it is as bad as there are words for");
    }
}

} // namespace fuzz
