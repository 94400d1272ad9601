// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/presence.h"

#include <algorithm>
#include <array>

namespace network {

namespace {
// The best first; what is worse covers what is better.
constexpr std::array order{"unknown", "up", "away", "unreachable", "down"};

int badnessOf(const QString &state)
{
    const auto place = std::find_if(order.begin(), order.end(),
                                    [&](const char *word) { return state == QLatin1String(word); });
    return place == order.end() ? 0 : int(place - order.begin());
}

/// A stretch in one state.
struct Stretch
{
    qint64 begin;
    qint64 end;
    int rank;
};

QList<Stretch> stretchesOf(const QList<core::KnownChange> &changes, qint64 from, qint64 end)
{
    QList<Stretch> out;
    qint64 until = end;
    for (const core::KnownChange &each : changes) {
        const qint64 begin = std::max(each.at.toMSecsSinceEpoch(), from);
        if (begin < until)
            out << Stretch{begin, until, badnessOf(each.to)};
        until = std::min(until, begin);
        if (until <= from)
            break;
    }
    // As it was before the first that is known.
    if (until > from && !changes.isEmpty())
        out << Stretch{from, until, badnessOf(changes.last().from)};
    return out;
}
} // namespace

DevicePresence::Reply presenceOf(const QList<core::KnownChange> &changes, const QDateTime &from,
                                 const QDateTime &to, const QDateTime &now, int cells)
{
    const qint64 begin = from.toMSecsSinceEpoch();
    const qint64 length = to.toMSecsSinceEpoch() - begin;
    const QList<Stretch> stretches = stretchesOf(changes, begin, std::min(to, now).toMSecsSinceEpoch());
    QList<int> worst(cells, 0);
    qint64 up = 0;
    qint64 known = 0;
    for (const Stretch &each : stretches) {
        const auto first = int((each.begin - begin) * cells / length);
        const auto last = int((each.end - 1 - begin) * cells / length);
        for (int cell = first; cell <= std::min(last, cells - 1); ++cell)
            worst[cell] = std::max(worst.at(cell), each.rank);
        if (each.rank > 0)
            known += each.end - each.begin;
        if (each.rank == 1)
            up += each.end - each.begin;
    }
    DevicePresence::Reply reply;
    for (const int rank : std::as_const(worst))
        reply.cells << QLatin1String(order.at(size_t(rank)));
    reply.upShare = known > 0 ? double(up) / double(known) : 0;
    return reply;
}

} // namespace network
