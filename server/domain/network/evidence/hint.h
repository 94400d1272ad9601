// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/devicetype.h"

namespace network {

/// What a word, a name or a number speaks for, and how much.
struct Hint
{
    DeviceTypes types; ///< one of these; empty: it says nothing
    double weight = 0; ///< in nats, for all of them together

    [[nodiscard]] bool isEmpty() const { return types.isEmpty(); }
    bool operator==(const Hint &) const = default;
};

} // namespace network
