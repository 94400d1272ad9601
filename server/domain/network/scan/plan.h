// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "domain/network/scan/abilities.h"
#include "domain/network/scan/task.h"

namespace network::scan {

/// What a scan is to do, once its targets are known to lie in the scope.
struct Wish
{
    Kind kind = Kind::Discovery;
    QList<Range> where;
    std::optional<Ports> ports; ///< none: the usual ones of the kind and intensity
    Intensity intensity = Intensity::Normal;
    std::chrono::seconds timeout{300};
    bool isParallel = true;
    bool includesOs = false;

    /// The ports that are looked at: by default the 100 usual ones when light, 1000 when normal, all when
    /// aggressive; none for a discovery.
    [[nodiscard]] std::optional<Ports> portsInForce() const;
};

/// How the original of Everyst's contract calls a kind: BASIC looks at 20 ports, INTENSE at 100 with services
/// and systems, FULL is ours. Nothing for another word. `where` is left empty.
std::optional<Wish> wishOf(QStringView originalWord);

/// The calls of nmap a scan is made of, in their order.
struct Plan
{
    QList<Task> tasks;
    int lanes = 1; ///< calls at a time
    std::chrono::seconds timeout{300};

    /// Errors: Unavailable without nmap, Invalid when there is nothing to look at.
    static core::Result<Plan> of(const Wish &wish, const Abilities &abilities);
};

/// What a scan would do, in words for the one who is about to start it.
struct Preview
{
    QString what;    ///< what is done, in a sentence or two
    QString command; ///< the first call of nmap as it would be made; empty without nmap
    quint64 addresses = 0;
    int ports = 0; ///< of each address
    std::chrono::seconds estimate{0};
    QStringList notes; ///< what is missing and how to get it, what to be careful with

    static Preview of(const Wish &wish, const Abilities &abilities);
};

} // namespace network::scan
