// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/changestore.h"
#include "domain/network/known.h"

namespace network {

/// Takes what a device tells of itself by SNMP; what of that became another, without a subject.
QList<core::KnownChange> takeSystem(Known &device, const Sighting &sighting);
/// Takes what it let slip; true when there is something new to judge it by. What the same source saw of the
/// same kind before is replaced.
bool takeObservations(Known &device, const Sighting &sighting);

} // namespace network
