// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/topology.h"

namespace network {

void declareTopology(core::Catalog &catalog)
{
    const QDateTime time = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
    const Link link{
        QStringLiteral("d-1~d-7c"),
        QStringLiteral("d-1"),
        QStringLiteral("d-7c"),
        QStringLiteral("wired"),
        LinkLayer::L2,
        LinkOrigin::Measured,
        1,
        true,
        QStringLiteral("ge-0/0/4"),
        QStringLiteral("eth0"),
        1e9,
        61e6,
        22e6,
        {{QStringLiteral("lldp"), QStringLiteral("core-sw-01 hears printer-4 on ge-0/0/4"), time}},
        time.addDays(-30),
        time};
    catalog.event<LinkChanged>({.priority = 3}, {link});
    catalog.event<LinkRemoved>({.priority = 3}, {link.id});
    catalog.command<ListLinks>(core::roles::viewers, {}, {{link}, QString()});
    catalog.command<PastStates>(core::roles::viewers, {time}, {{{link.targetId, QStringLiteral("up")}}});
    catalog.command<SetLink>(core::roles::operators,
                             {link.sourceId, link.targetId, link.kind, link.sourcePort, link.targetPort},
                             {link});
    catalog.command<RemoveLink>(core::roles::operators, {link.id}, {});
}

} // namespace network
