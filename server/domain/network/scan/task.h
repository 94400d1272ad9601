// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/scan/kind.h"
#include "domain/network/scan/ports.h"
#include "domain/network/scan/range.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace network::scan {

/// What one call of nmap does; the helper knows no others.
enum class Profile : quint8 { Discovery, Ports, PortsOs, Targeted, Full };

/// One call of nmap: some addresses, looked at in one way.
struct Task
{
    Profile profile = Profile::Discovery;
    Intensity intensity = Intensity::Normal;
    std::optional<Ports> ports; ///< none for a discovery
    Block targets;
    std::chrono::seconds timeout{300};
    bool isRaw = false; ///< through the helper

    [[nodiscard]] bool findsServices() const { return profile >= Profile::Targeted; }
    [[nodiscard]] bool guessesSystems() const { return profile >= Profile::PortsOs && isRaw; }
    [[nodiscard]] bool tracesWays() const { return profile == Profile::Full && isRaw; }
    /// What nmap is called with. Everything is ours but the numbers of ports and addresses, and these come
    /// behind
    /// `--`, from values.
    [[nodiscard]] QStringList arguments() const;
    /// The same as the helper is asked for it, with a line end.
    [[nodiscard]] QByteArray request() const;
};

} // namespace network::scan
