// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scanruns.h"

#include <functional>

namespace network {

/// What is not as it was between two scans: by address, with a letter and the details of each device (A
/// added, R removed, M modified). Ports that only one of them looked at tell nothing; `looked` says of a
/// port, as "80/tcp", whether both did.
CompareScans::Reply compareScans(const QList<ScannedDevice> &before, const QList<ScannedDevice> &after,
                                 const std::function<bool(const QString &)> &looked);

} // namespace network
