// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/notices.h"
#include "kit/status.h"

namespace notices {

/// The shape a notice is shown with.
[[nodiscard]] kit::Status statusOf(const client::Notice &notice);
/// Title and message in one line of foreign text, cut off where it gets long.
[[nodiscard]] QString lineOf(const client::Notice &notice);

} // namespace notices
