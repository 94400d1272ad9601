// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/pastnetwork.h"

#include <optional>

namespace network {

/// A device as far as it is known how it was at a moment that is past; nothing when it was not known then.
[[nodiscard]] std::optional<Entry> formerOf(const Entry &device, const client::Moment &moment);
/// All that were known then.
[[nodiscard]] QMap<QString, Entry> formerOf(const QMap<QString, Entry> &devices,
                                            const client::Moment &moment);

} // namespace network
