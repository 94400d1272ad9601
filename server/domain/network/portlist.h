// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/changestore.h"
#include "domain/network/known.h"

namespace network {

/// What came of looking at the ports of a device.
struct PortNews
{
    QList<core::KnownChange> changes; ///< without a subject
    bool isNews = false;              ///< something is not as it was, even where nothing became another
};

/// Takes what a sighting tells of ports. A port that was never looked at before and is open is news, but did
/// not change.
PortNews takePorts(Known &device, const Sighting &sighting);
/// As people read it: 80/tcp http nginx 1.22.
QString portText(const KnownPort &port);

} // namespace network
