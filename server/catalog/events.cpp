// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/events.h"

namespace events {

void declare(core::Catalog &catalog)
{
    const QString id = QStringLiteral("e-1");
    const QString topic = QStringLiteral("network.device.status");
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const QJsonObject status{{QStringLiteral("device_id"), QStringLiteral("d-7c")},
                             {QStringLiteral("is_online"), false},
                             {QStringLiteral("last_seen"), QStringLiteral("2026-11-20T14:28:03.250Z")},
                             {QStringLiteral("status_change"), QStringLiteral("offline")}};
    catalog.command<Publish>(core::roles::agents, {{{id, topic, status, std::nullopt, 6, time}}},
                             {QStringLiteral("k3J9xQ2m"), {{id, topic, true, 43, std::nullopt}}});
}

} // namespace events
