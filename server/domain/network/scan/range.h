// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/subnet.h"

#include <QList>

namespace network::scan {

/// Addresses of one family from the first to the last, both included.
struct Range
{
    core::Address first;
    core::Address last;

    [[nodiscard]] static Range of(const core::Subnet &network) { return {network.address(), network.last()}; }
    /// How many; the largest value where it does not fit.
    [[nodiscard]] quint64 size() const;
    [[nodiscard]] bool contains(const Range &other) const;
    /// 192.0.2.7, 192.0.2.0/24 or 192.0.2.10-192.0.2.40.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Range &, const Range &) = default;
};

/// Some addresses that one call of nmap takes.
using Block = QList<core::Subnet>;

/// In order, with what touches or overlaps made one.
QList<Range> merged(QList<Range> ranges);
/// How many addresses; the largest value where it does not fit.
quint64 sizeOf(const QList<Range> &ranges);
/// The fewest networks that hold just these addresses. For ranges of a size that was checked.
Block networksOf(const Range &range);
/// Cut into blocks of one family with at most `most` (a power of two) addresses each.
QList<Block> blocksOf(const QList<Range> &ranges, int most);
/// The addresses of a block.
quint64 sizeOf(const Block &block);

} // namespace network::scan
