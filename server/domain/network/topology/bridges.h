// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/topology/directory.h"
#include "domain/network/topology/jointset.h"

namespace network::topology {

/// Joins what bridges hear of each other (LLDP, CDP).
void joinHearings(JointSet &joints, const Testimony &testimony, const Directory &directory);
/// Joins what bridges have learnt; after the hearings, which tell which ports lead to other bridges.
void joinLearnings(JointSet &joints, const Testimony &testimony, const Directory &directory);

} // namespace network::topology
