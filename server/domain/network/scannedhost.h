// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scanruns.h"
#include "domain/network/scan/host.h"
#include "domain/network/sighting.h"

namespace network {

/// A host that was scanned, as the inventory wants it. `looked`: the ports the scan looks at; a scan that
/// looks at none tells nothing of ports.
Sighting sightingOf(const scan::Host &host, const QList<LookedAt> &looked, const QDateTime &at);
/// The same in the list of what a scan found; without the device it is.
ScannedDevice scannedDevice(const scan::Host &host);
/// Ports as nmap lists them: "1,3-4,80".
QList<LookedAt> lookedAt(const QString &protocol, const QString &list);

} // namespace network
