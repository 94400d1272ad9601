// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/plan.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace network::scan {

namespace {

QString whatIsDone(const Wish &wish, const std::optional<Ports> &ports, const Abilities &abilities)
{
    QString text =
        abilities.isRaw
            ? QCoreApplication::translate("network", "Asks %1 addresses who answers (ARP and ICMP).")
            : QCoreApplication::translate("network", "Asks %1 addresses who answers (TCP connections).");
    text = text.arg(sizeOf(merged(wish.where)));
    if (ports) {
        text +=
            QLatin1Char(' ') + QCoreApplication::translate("network", "Knocks at %1 ports of each that does.")
                                   .arg(ports->count());
    }
    if (wish.kind >= Kind::Targeted)
        text += QLatin1Char(' ') + QCoreApplication::translate("network", "Asks every open port what it is.");
    if (abilities.isRaw && (wish.kind >= Kind::Targeted || (wish.kind == Kind::Ports && wish.includesOs)))
        text += QLatin1Char(' ') + QCoreApplication::translate("network", "Guesses the operating systems.");
    if (abilities.isRaw && wish.kind == Kind::Full)
        text += QLatin1Char(' ') + QCoreApplication::translate("network", "Follows the way there.");
    return text;
}

/// Seconds for one block; a third of the addresses is taken to answer, and a tenth of those ports to be slow.
double secondsOfBlock(const Task &task)
{
    constexpr double waiting = 2; // for those who never answer
    constexpr std::array packetsPerSecond{100.0, 1000.0, 3000.0};
    constexpr double secondsOfServices = 10; // probes wait for banners
    constexpr double secondsOfSystems = 4;
    const double pace = packetsPerSecond[size_t(task.intensity)];
    const double addresses = double(sizeOf(task.targets));
    double seconds = waiting + 2 * addresses / pace;
    if (task.ports)
        seconds += std::ceil(addresses / 3) * task.ports->count() * 1.2 / pace;
    if (task.findsServices())
        seconds += secondsOfServices;
    if (task.guessesSystems())
        seconds += secondsOfSystems;
    return seconds;
}

std::chrono::seconds estimateOf(const Plan &plan)
{
    const double rounds = std::ceil(double(plan.tasks.size()) / plan.lanes);
    return std::chrono::seconds(qint64(std::ceil(rounds * secondsOfBlock(plan.tasks.first()))));
}

QStringList notesOn(const Wish &wish, const std::optional<Ports> &ports, const Abilities &abilities)
{
    QStringList notes = abilities.lacks();
    if (!abilities.isRaw && ports && (ports->hasUdp() || ports->hasSctp()))
        notes << QCoreApplication::translate(
            "network", "UDP and SCTP ports are left out: they can be seen by raw sockets alone.");
    if (wish.kind == Kind::Discovery && wish.includesOs)
        notes << QCoreApplication::translate(
            "network", "A discovery looks at no ports, so it cannot guess operating systems.");
    if (wish.intensity == Intensity::Aggressive)
        notes << QCoreApplication::translate("network",
                                             "Aggressive scans may disturb printers and controllers.");
    return notes;
}
} // namespace

Preview Preview::of(const Wish &wish, const Abilities &abilities)
{
    Preview preview;
    const std::optional<Ports> ports = wish.portsInForce();
    preview.addresses = sizeOf(merged(wish.where));
    preview.ports = ports ? ports->count() : 0;
    preview.notes = notesOn(wish, ports, abilities);
    preview.what = whatIsDone(wish, ports, abilities);
    const core::Result<Plan> plan = Plan::of(wish, abilities);
    if (!plan) {
        if (!preview.notes.contains(plan.error().message))
            preview.notes.prepend(plan.error().message);
        return preview;
    }
    preview.command = QStringLiteral("nmap ") + plan->tasks.first().arguments().join(QLatin1Char(' '));
    preview.estimate = estimateOf(*plan);
    if (preview.estimate > wish.timeout) {
        preview.notes << QCoreApplication::translate(
                             "network",
                             "It may take longer than the %1 seconds it is given. Name fewer addresses "
                             "or ports, or give it more time.")
                             .arg(wish.timeout.count());
    }
    return preview;
}

} // namespace network::scan
