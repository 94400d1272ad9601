// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"
#include "client/facts.h"

namespace network {

/// What the inspector and the card of the map tell of a device, the most wanted first.
[[nodiscard]] client::Facts factsOf(const Entry &device, const QDateTime &now);

} // namespace network
