// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/abilities.h"

#include <QCoreApplication>

namespace network::scan {

QStringList Abilities::lacks() const
{
    QStringList lacks;
    if (!canScan()) {
        lacks << QCoreApplication::translate("network",
                                             "nmap, which does the scanning, is not installed. On Debian: "
                                             "apt install nmap. Neighbours and pings are seen without it.");
    }
    if (!isRaw) {
        lacks << QCoreApplication::translate(
            "network", "Without raw sockets there are no hardware addresses, no ICMP and no guess "
                       "of operating systems. Start belfry-scan-helper to have them.");
        if (!helperTrouble.isEmpty())
            lacks << helperTrouble;
    }
    return lacks;
}

} // namespace network::scan
