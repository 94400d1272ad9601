// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/plan.h"

#include <QCoreApplication>

#include <array>

namespace network::scan {

namespace {
// Small blocks bring the first results sooner, large ones have less waiting in sum: who answers is told
// within two seconds whatever the size, services of eight hosts take a quarter of a minute.
int blockSize(Kind kind)
{
    constexpr std::array sizes{32, 16, 8, 8};
    return sizes[size_t(kind)];
}

int lanesOf(const Wish &wish)
{
    constexpr int side = 8; // a /24 in one go
    return wish.isParallel && wish.intensity != Intensity::Light ? side : 1;
}

Profile profileOf(const Wish &wish)
{
    switch (wish.kind) {
    case Kind::Discovery:
        return Profile::Discovery;
    case Kind::Ports:
        return wish.includesOs ? Profile::PortsOs : Profile::Ports;
    case Kind::Targeted:
        return Profile::Targeted;
    case Kind::Full:
        break;
    }
    return Profile::Full;
}
} // namespace

std::optional<Ports> Wish::portsInForce() const
{
    if (kind == Kind::Discovery)
        return std::nullopt;
    if (ports)
        return ports;
    switch (intensity) {
    case Intensity::Light:
        return Ports::top(100);
    case Intensity::Normal:
        return Ports::top(1000);
    case Intensity::Aggressive:
        break;
    }
    return Ports::all();
}

std::optional<Wish> wishOf(QStringView originalWord)
{
    Wish wish;
    if (originalWord == QLatin1String("BASIC")) {
        wish.kind = Kind::Ports;
        wish.ports = Ports::top(20);
    } else if (originalWord == QLatin1String("INTENSE")) {
        wish.kind = Kind::Targeted;
        wish.ports = Ports::top(100);
    } else if (originalWord == QLatin1String("FULL")) {
        wish.kind = Kind::Full;
    } else {
        return std::nullopt;
    }
    return wish;
}

core::Result<Plan> Plan::of(const Wish &wish, const Abilities &abilities)
{
    if (!abilities.canScan())
        return core::Error{core::ErrorCode::Unavailable, abilities.lacks().first()};
    Task task;
    task.profile = profileOf(wish);
    task.intensity = wish.intensity;
    task.timeout = wish.timeout;
    task.isRaw = abilities.isRaw;
    task.ports = wish.portsInForce();
    if (task.ports && !task.isRaw) {
        task.ports = task.ports->tcpOnly();
        if (!task.ports->hasTcp()) {
            return core::Error{core::ErrorCode::Unavailable,
                               QCoreApplication::translate(
                                   "network", "UDP and SCTP ports can be seen by raw sockets alone. Start "
                                              "belfry-scan-helper, or name TCP ports.")};
        }
    }
    Plan plan;
    plan.lanes = lanesOf(wish);
    plan.timeout = wish.timeout;
    const QList<Block> blocks = blocksOf(merged(wish.where), blockSize(wish.kind));
    for (const Block &block : blocks) {
        task.targets = block;
        plan.tasks.append(task);
    }
    if (plan.tasks.isEmpty()) {
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate(
                               "network", "There is no address to scan. Name one, or tick a network.")};
    }
    return plan;
}

} // namespace network::scan
