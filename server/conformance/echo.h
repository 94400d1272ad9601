// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/channel.h"

namespace conformance {

/// Sends every message back as it came; messages are at most `limit` bytes.
void echo(transport::Channel &channel, qint64 limit);

} // namespace conformance
