// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/changestore.h"
#include "domain/network/known.h"

namespace network {

/// Takes what a sighting calls the device; the change, where the same source called it something else.
std::optional<core::KnownChange> takeName(Known &device, const Sighting &sighting);
/// What the network calls it, by the source that knows best; empty: nothing.
QString bestName(const Known &device);
/// What people are shown where nobody gave it a name: what the network calls it, its maker and the end of its
/// hardware address, or its address.
QString shownName(const Known &device);

} // namespace network
