// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace helper {

/// A scan that was asked for, taken apart and put together again: nothing in it is the peer's own text.
struct Request
{
    int profile = 0;   ///< index into a closed set
    int intensity = 0; ///< the same
    int seconds = 0;
    int topPorts = 0; ///< 0: as listed
    bool hasTcp = false;
    bool hasUdp = false;
    bool hasSctp = false;
    bool isV6 = false;
    std::string ports; ///< rewritten; empty for the usual ones and for a discovery
    std::vector<std::string> targets;

    static constexpr int mostSeconds = 86400;
    static constexpr std::size_t mostTargets = 64;
    static constexpr int smallestV4 = 24;  ///< prefix
    static constexpr int smallestV6 = 120; ///< prefix

    /// `scan PROFILE INTENSITY SECONDS PORTS TARGET,TARGET…` without its line end; nothing for anything else.
    static std::optional<Request> parse(std::string_view line);
    /// What nmap is called with, its name first.
    [[nodiscard]] std::vector<std::string> arguments() const;
};

} // namespace helper
