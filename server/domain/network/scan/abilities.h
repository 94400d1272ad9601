// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace network::scan {

/// What this machine can do for a scan.
struct Abilities
{
    QString nmap;          ///< where the program is; empty: it is not installed
    QString version;       ///< of nmap
    bool isRaw = false;    ///< the helper answers, and it has the capability for raw sockets
    QString helperTrouble; ///< why it is not, for people

    [[nodiscard]] bool canScan() const { return !nmap.isEmpty(); }
    /// What is missing for all kinds of scans and how to get it, in sentences.
    [[nodiscard]] QStringList lacks() const;
};

} // namespace network::scan
