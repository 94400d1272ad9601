// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/devicetype.h"

namespace network {

/// One reason to take a device for something.
struct Evidence
{
    QString source;                        ///< where it is from: "mdns", "snmp.sys_description", "ports", …
    QString value;                         ///< what was seen there; printable, bounded
    DeviceType type = DeviceType::Unknown; ///< what it speaks for; Unknown: of its system alone
    double weight = 0;                     ///< in nats of log-odds
    /// What it goes back to. Pieces of one origin that speak for the same are counted once: the same banner
    /// seen twice, the ports of one program. Empty: source and value.
    QString origin;
    QString osFamily;    ///< "Linux"; may be empty
    QString os;          ///< "Debian Linux 12.0"; may be empty
    double osWeight = 0; ///< what it speaks for its system, in nats
    bool counts = true;  ///< false: a heavier one of the same origin said it already

    bool operator==(const Evidence &) const = default;
};

} // namespace network
