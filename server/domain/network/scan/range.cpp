// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/range.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <limits>

namespace network::scan {

namespace {
constexpr quint64 tooMany = std::numeric_limits<quint64>::max();

quint64 upperHalf(const core::Address &address)
{
    return address.family() == core::Address::Family::V4 ? 0
                                                         : qFromBigEndian<quint64>(address.bytes().data());
}

quint64 lowerHalf(const core::Address &address)
{
    return address.family() == core::Address::Family::V4
               ? address.v4()
               : qFromBigEndian<quint64>(address.bytes().data() + 8);
}

quint64 sum(quint64 one, quint64 other) { return one > tooMany - other ? tooMany : one + other; }

/// The largest network that begins at the first and does not reach behind the last.
core::Subnet largestFrom(const core::Address &first, const core::Address &last)
{
    core::Subnet found(first, first.bits());
    for (int prefix = first.bits() - 1; prefix >= 0; --prefix) {
        const core::Subnet wider(first, prefix);
        if (wider.address() != first || wider.last() > last)
            break;
        found = wider;
    }
    return found;
}

QList<core::Subnet> cut(const core::Subnet &network, int most)
{
    if (network.size() <= quint64(most))
        return {network};
    const int prefix = network.address().bits() - std::countr_zero(unsigned(most));
    QList<core::Subnet> pieces;
    for (std::optional<core::Address> at = network.address(); at && *at <= network.last();
         at = at->next(quint32(most)))
        pieces.append(core::Subnet(*at, prefix));
    return pieces;
}
} // namespace

quint64 Range::size() const
{
    const quint64 upper = upperHalf(last) - upperHalf(first);
    const quint64 lower = lowerHalf(last) - lowerHalf(first);
    const bool fits = upper == 0 || (upper == 1 && lowerHalf(last) < lowerHalf(first));
    return fits ? sum(lower, 1) : tooMany;
}

bool Range::contains(const Range &other) const
{
    return first.family() == other.first.family() && first <= other.first && other.last <= last;
}

QString Range::toString() const
{
    if (first == last)
        return first.toString();
    const core::Subnet network = largestFrom(first, last);
    return network.last() == last ? network.toString()
                                  : first.toString() + QLatin1Char('-') + last.toString();
}

QList<Range> merged(QList<Range> ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const Range &one, const Range &other) { return one.first < other.first; });
    QList<Range> out;
    for (const Range &range : std::as_const(ranges)) {
        if (!out.isEmpty() && out.last().first.family() == range.first.family()) {
            Range &before = out.last();
            const std::optional<core::Address> behind = before.last.next();
            if (!behind || range.first <= *behind) {
                before.last = std::max(before.last, range.last);
                continue;
            }
        }
        out.append(range);
    }
    return out;
}

quint64 sizeOf(const QList<Range> &ranges)
{
    quint64 size = 0;
    for (const Range &range : ranges)
        size = sum(size, range.size());
    return size;
}

Block networksOf(const Range &range)
{
    Block networks;
    for (std::optional<core::Address> at = range.first; at && *at <= range.last;) {
        networks.append(largestFrom(*at, range.last));
        at = networks.last().last().next();
    }
    return networks;
}

QList<Block> blocksOf(const QList<Range> &ranges, int most)
{
    QList<Block> blocks;
    quint64 room = 0;
    for (const Range &range : ranges) {
        const Block networks = networksOf(range);
        for (const core::Subnet &network : networks) {
            const QList<core::Subnet> pieces = cut(network, most);
            for (const core::Subnet &piece : pieces) {
                const bool isAlike =
                    !blocks.isEmpty() && blocks.last().first().address().family() == piece.address().family();
                if (!isAlike || piece.size() > room) {
                    blocks.append(Block());
                    room = quint64(most);
                }
                blocks.last().append(piece);
                room -= piece.size();
            }
        }
    }
    return blocks;
}

quint64 sizeOf(const Block &block)
{
    quint64 size = 0;
    for (const core::Subnet &network : block)
        size = sum(size, network.size());
    return size;
}

} // namespace network::scan
