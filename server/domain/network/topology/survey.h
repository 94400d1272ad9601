// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/topology/joint.h"
#include "domain/network/topology/testimony.h"

#include <QHash>

namespace network::topology {

/// What joins the devices, by all that was told. Deterministic: the same testimony gives the same joints in
/// the same order.
///
/// Bridges say by LLDP whom they hear; what else they have learnt on a port stands behind it. A device is
/// joined to the bridge whose port leads to no other bridge (after Breitbart et al., "Topology Discovery in
/// Heterogeneous IP Networks", INFOCOM 2000). Where no bridge tells, a device is joined to the gateway of its
/// network, which is inferred.
QList<Joint> survey(const Testimony &testimony);

/// What each device is joined by on the way from this machine, as far as it was measured: the shortest way, a
/// cable before a route.
QHash<QString, QString> parentsOf(const QList<Joint> &joints, const QString &machine);

} // namespace network::topology
