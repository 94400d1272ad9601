// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/command.h"
#include "domain/network/devices.h"
#include "domain/network/linkbook.h"
#include "domain/network/scans.h"

namespace network {

/// Answers network.map: devices and links together, as the contracts of others ask for them.
class MapAnswer final : public QObject
{
    Q_OBJECT
public:
    MapAnswer(Devices &devices, const LinkBook &links, const Scans &scans)
        : m_devices(devices), m_links(links), m_scans(scans)
    {
    }

    /// Errors: Invalid (the network), NotFound (one device that is asked for by its id).
    QFuture<core::Reply> map(const core::Command &command);

private:
    Devices &m_devices;
    const LinkBook &m_links;
    const Scans &m_scans;
};

} // namespace network
