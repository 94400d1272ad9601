// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/host.h"

#include <algorithm>

namespace network::scan {

int Host::openPorts() const
{
    return int(std::count_if(ports.begin(), ports.end(), [](const Port &port) { return port.isOpen(); }));
}

int Host::services() const
{
    return int(std::count_if(ports.begin(), ports.end(),
                             [](const Port &port) { return port.isOpen() && port.service.isProbed(); }));
}

} // namespace network::scan
