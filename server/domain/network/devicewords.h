// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/network.h"
#include "domain/network/known.h"

namespace network {

/// A device as the contracts of others show it.
Device contractDevice(const Known &known);

} // namespace network
