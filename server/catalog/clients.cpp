// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/clients.h"

namespace session {

void declareClients(core::Catalog &catalog)
{
    const Client client{42,
                        QStringLiteral("k3J9xQ2mAAAB"),
                        QStringLiteral("dana"),
                        QStringLiteral("u-3f2a"),
                        QStringLiteral("operator"),
                        QStringLiteral("everyst"),
                        QStringLiteral("websocket"),
                        QStringLiteral("192.168.1.44"),
                        core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z")),
                        {QStringLiteral("metrics.*")},
                        false,
                        true,
                        3,
                        1042,
                        0,
                        false};
    catalog.command<ListClients>(core::roles::admins, {}, {{client}, 1});
    catalog.command<CloseClient>(core::roles::admins, {client.id, QStringLiteral("Too many requests.")}, {});
}

} // namespace session
