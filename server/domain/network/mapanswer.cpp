// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/mapanswer.h"

#include "domain/network/devicefilter.h"
#include "domain/network/devicewords.h"

namespace network {

QFuture<core::Reply> MapAnswer::map(const core::Command &command)
{
    const auto asked = command.as<Map>();
    if (!asked)
        return core::ready(asked.error());
    const auto filter = DeviceFilter::of(*asked, command.caller.departments);
    if (!filter)
        return core::ready(filter.error());
    Map::Reply reply;
    QSet<QString> shown;
    m_devices.inventory().walk(QString(), [&](const Known &known) {
        const Entry &entry = known.entry;
        const bool isAsked = (!asked->id || *asked->id == entry.id) &&
                             (!asked->isOnline || *asked->isOnline == (entry.state == State::Up));
        if (isAsked && filter->passes(known, m_devices.searched(entry.id))) {
            reply.devices << contractDevice(known);
            shown.insert(entry.id);
        }
        return true;
    });
    if (asked->id && reply.devices.isEmpty()) {
        return core::ready(
            core::Error{core::ErrorCode::NotFound, tr("There is no device %1.").arg(asked->id->left(128))});
    }
    const QList<Link> links = m_links.all();
    for (const Link &link : links) {
        if (shown.contains(link.sourceId) && shown.contains(link.targetId))
            reply.connections << Connection{link.id,   link.sourceId, link.targetId,
                                            link.kind, link.strength, link.isActive};
    }
    reply.isScanActive = m_scans.isActive();
    reply.lastScan = m_scans.lastEnded();
    return core::ready(reply);
}

} // namespace network
