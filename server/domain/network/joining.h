// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/known.h"

namespace network {

/// Takes over what is known of another device that turned out to be this one. What people said of this one
/// counts before what they said of the other.
void joinKnown(Known &device, const Known &other);

} // namespace network
