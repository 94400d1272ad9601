// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointF>
#include <QSizeF>

#include <vector>

namespace network {

/// Puts boxes into rows, in their order, so that all of them are about `aspect` times as wide as high, and
/// the first `leastInRow` beside each other; returns the corner of each, and the whole size in `whole`.
[[nodiscard]] std::vector<QPointF> shelve(const std::vector<QSizeF> &boxes, double gap, double aspect,
                                          QSizeF &whole, size_t leastInRow = 1);

/// How many columns a grid of `count` nodes has to be about `aspect` times as wide as high.
[[nodiscard]] int columnsFor(int count, double aspect);

} // namespace network
