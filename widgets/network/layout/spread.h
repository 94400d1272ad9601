// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointF>

#include <vector>

namespace network {

/// Pushes nodes apart until each has the room of one, as far as a bounded number of rounds goes; who has room
/// stays about where it is.
void spreadOut(std::vector<QPointF> &at);

} // namespace network
